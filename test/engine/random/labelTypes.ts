import {
	CONTACT_CAR,
	CONTACT_COMPANY,
	CONTACT_CONTACT,
	LABELS,
	NO_OBJECT,
	turned,
	type Label,
	type Pair,
} from './labelAccount';

/** An association type in one direction. */
export interface LabelType {
	readonly pair: Pair;
	readonly category: 'HUBSPOT_DEFINED' | 'USER_DEFINED';
	readonly typeId: number;
	/** How it reads in this direction; null: without a label. */
	readonly text: string | null;
	/** The account's own label that it belongs to; absent: HubSpot lets no one change it. */
	readonly label?: Label;
}

/** Every association type of the simulator's own account between these objects. */
export const TYPES: readonly LabelType[] = [
	...LABELS.flatMap(typesOfLabel),
	...hubSpotTypes(CONTACT_COMPANY, [279, null], [1, 'Primary']),
	...hubSpotTypes(turned(CONTACT_COMPANY), [280, null], [2, 'Primary']),
	...hubSpotTypes(CONTACT_CONTACT, [449, null]),
	unlabeled(CONTACT_CAR, 101),
	unlabeled(turned(CONTACT_CAR), 102),
];

const NO_TYPE_ID = 999;

/** Types that the account does not have. */
export const NO_TYPES: readonly LabelType[] = [CONTACT_COMPANY, CONTACT_CONTACT, NO_OBJECT].map(
	(pair) => unlabeled(pair, NO_TYPE_ID),
);

/** Whether both objects are there, but not the type. */
export function isUnknownType({ pair, typeId }: LabelType): boolean {
	return pair !== NO_OBJECT && typeId === NO_TYPE_ID;
}

function typesOfLabel(label: Label): LabelType[] {
	const { pair, typeId, inverseTypeId, inverseLabel } = label;
	const category = 'USER_DEFINED';
	const type: LabelType = { pair, category, typeId, text: label.label, label };
	const inverse = { ...type, pair: turned(pair), typeId: inverseTypeId, text: inverseLabel };
	return typeId === inverseTypeId ? [type] : [type, inverse];
}

function hubSpotTypes(pair: Pair, ...types: Array<[number, string | null]>): LabelType[] {
	return types.map(([typeId, text]) => ({ pair, category: 'HUBSPOT_DEFINED', typeId, text }));
}

/** A custom object's type without a label is of the account's own category. */
function unlabeled(pair: Pair, typeId: number): LabelType {
	return { pair, category: 'USER_DEFINED', typeId, text: null };
}
