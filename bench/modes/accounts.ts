import type { Account } from '../../simulator';
import { ASSOCIATION_TYPE } from '../contenders/contender';
import { FIRST_ID } from '../rows';

/** What an account holds before a run in each mode, and what it must hold after it. */

export const OTHER_LABEL = 'Decision Maker';
export const LABEL = 'Billing Contact';

/** One row in so many. */
export const REFUSED_EVERY = 10;
export const CHANGED_EVERY = 100;

/** Ids of labels whose limits are synced. */
export const FIRST_TYPE_ID = 10_000;
export const MAXIMUM = 7;
const OTHER_MAXIMUM = 3;
/** Of the limits: as many are there with another maximum, as many with the right one, and as many are not there. */
const STATES_OF_LIMITS = 3;

/** The contact of each row has its company, with these labels. */
export function associateAll(labelsOf: (row: number) => string[]) {
	return (account: Account, rows: number): void => {
		for (let row = 0; row < rows; row++) {
			const id = String(FIRST_ID + row);
			account.associate('contacts', 'companies', id, id, labelsOf(row));
		}
	};
}

/** Counts the rows whose contact has its company with exactly these labels. */
export function countLabeled(...labels: string[]) {
	const wanted = [...labels].sort().join();
	return (account: Account): number =>
		account
			.associations('contacts', 'companies')
			.filter(({ fromObjectId, toObjectId }) => fromObjectId === toObjectId)
			.filter((association) => association.labels.join() === wanted).length;
}

export function limitRecords(account: Account): void {
	account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 10);
	const { category, typeId } = ASSOCIATION_TYPE;
	account.setLimit('contacts', 'companies', category, typeId, 5);
}

export function addLimitedLabels(account: Account, rows: number): void {
	for (let row = 0; row < rows; row++) {
		const typeId = FIRST_TYPE_ID + row;
		const inverseTypeId = typeId + rows;
		account.addLabel('contacts', 'companies', { label: `Label ${row}`, typeId, inverseTypeId });
		const state = row % STATES_OF_LIMITS;
		if (state === 0) continue;
		const maximum = state === 1 ? OTHER_MAXIMUM : MAXIMUM;
		account.setLimit('contacts', 'companies', 'USER_DEFINED', typeId, maximum);
	}
}

export function countLimits(account: Account): number {
	return account.limitList().filter(({ maxToObjectIds }) => maxToObjectIds === MAXIMUM).length;
}
