/** HUBSPOT_DEFINED types from HubSpot's guide: from, to, type id, type id of the other direction, labels of both. */
export interface StandardAssociationType {
	readonly from: string;
	readonly to: string;
	readonly typeId: number;
	readonly inverseTypeId: number;
	readonly label: string | null;
	readonly inverseLabel: string | null;
}

function unlabeled(from: string, to: string, typeId: number, inverseTypeId = typeId) {
	return { from, to, typeId, inverseTypeId, label: null, inverseLabel: null };
}

function labeled(
	from: string,
	to: string,
	[typeId, label]: readonly [number, string],
	[inverseTypeId, inverseLabel]: readonly [number, string],
) {
	return { from, to, typeId, inverseTypeId, label, inverseLabel };
}

const [CONTACT, COMPANY, DEAL, TICKET] = ['0-1', '0-2', '0-3', '0-5'];

export const STANDARD_ASSOCIATION_TYPES: readonly StandardAssociationType[] = [
	unlabeled(CONTACT, COMPANY, 279, 280),
	unlabeled(CONTACT, DEAL, 4, 3),
	unlabeled(COMPANY, DEAL, 342, 341),
	unlabeled(CONTACT, TICKET, 15, 16),
	unlabeled(COMPANY, TICKET, 340, 339),
	unlabeled(DEAL, TICKET, 27, 28),
	unlabeled(CONTACT, CONTACT, 449),
	unlabeled(COMPANY, COMPANY, 450),
	unlabeled(DEAL, DEAL, 451),
	unlabeled(TICKET, TICKET, 452),
	labeled(CONTACT, COMPANY, [1, 'Primary'], [2, 'Primary']),
	labeled(COMPANY, DEAL, [6, 'Primary'], [5, 'Primary']),
	labeled(COMPANY, TICKET, [25, 'Primary'], [26, 'Primary']),
	labeled(COMPANY, COMPANY, [13, 'Parent Company'], [14, 'Child Company']),
];
