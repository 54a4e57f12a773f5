import type { Account } from '../../../simulator';

/** Two objects in one direction. */
export interface Pair {
	readonly from: string;
	readonly to: string;
}

/** A label of the account with the types of both directions; one type where there is only one. */
export interface Label {
	readonly pair: Pair;
	readonly typeId: number;
	readonly label: string;
	readonly inverseTypeId: number;
	readonly inverseLabel: string;
}

export const CONTACT_COMPANY: Pair = { from: '0-1', to: '0-2' };
export const CONTACT_CONTACT: Pair = { from: '0-1', to: '0-1' };
export const CONTACT_CAR: Pair = { from: '0-1', to: '2-77' };

/** An object that the account does not have. */
export const NO_OBJECT: Pair = { from: '2-999', to: '0-2' };

/** The labels of the simulator's own account between these objects. */
export const LABELS: readonly Label[] = [
	label(CONTACT_COMPANY, [36, 'Decision Maker'], [37, 'Decided By']),
	label(CONTACT_COMPANY, [38, 'Billing Contact'], [39, 'Billing Contact']),
	label(CONTACT_CONTACT, [42, 'Manager'], [43, 'Report']),
	label(CONTACT_CONTACT, [44, 'Colleague'], [44, 'Colleague']),
	label(CONTACT_CAR, [45, 'Driver'], [46, 'Driven By']),
];

function label(
	pair: Pair,
	[typeId, text]: [number, string],
	[inverseTypeId, inverseLabel]: [number, string],
): Label {
	return { pair, typeId, label: text, inverseTypeId, inverseLabel };
}

export function turned({ from, to }: Pair): Pair {
	return { from: to, to: from };
}

export function nameOf({ from, to }: Pair): string {
	return `${from}>${to}`;
}

/** Every label of the account between these objects, each once. */
export function labelsOf(account: Account): Label[] {
	return [CONTACT_COMPANY, CONTACT_CONTACT, CONTACT_CAR].flatMap((pair) =>
		account.labels(pair.from, pair.to).flatMap(({ category, typeId, label: text, inverse }) => {
			const isOther = pair.from === pair.to && typeId > inverse.typeId;
			if (category !== 'USER_DEFINED' || text === null || isOther) return [];
			return [label(pair, [typeId, text], [inverse.typeId, String(inverse.label)])];
		}),
	);
}
