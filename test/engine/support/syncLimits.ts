import type { INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../../simulator';
import { writeLimits } from '../../../tools/hubSpotNode';
import { CONTACTS_TO_COMPANIES } from './objectNames';

export const OBJECT = 'HUBSPOT_DEFINED:279';
export const DECISION_MAKER = 'USER_DEFINED:36';
export const BILLING = 'USER_DEFINED:38';

export const LIMITS = '/crm/associations/2026-03/definitions/configurations/0-1/0-2';

/** The requests of a sync of contacts and companies, in short. */
export const READ_LIMITS = `GET ${LIMITS}`;
export const READ_LABELS = 'GET /crm/associations/2026-03/0-1/0-2/labels';
export const PURGE = `POST ${LIMITS}/batch/purge`;
export const UPDATE = `POST ${LIMITS}/batch/update`;
export const CREATE = `POST ${LIMITS}/batch/create`;

/** Maximums by type, such as `USER_DEFINED:36`. */
type Maximums = Readonly<Record<string, number>>;

/** Sets limits in the account, as if they had been there before. */
export function hold({ account }: Simulator, maximums: Maximums): void {
	for (const [type, maximum] of Object.entries(maximums)) {
		const [category, typeId] = type.split(':');
		account.setLimit('contacts', 'companies', category as 'USER_DEFINED', Number(typeId), maximum);
	}
}

/** The limits of the account. */
export function held({ account }: Simulator): Maximums {
	return Object.fromEntries(
		account
			.limitList()
			.map(({ category, typeId, maxToObjectIds }) => [`${category}:${typeId}`, maxToObjectIds]),
	);
}

/** The parameters of sync for {@link rows}. */
export function sync(
	options: INodeParameters = {},
	further: INodeParameters = {},
): INodeParameters {
	return writeLimits('sync', { options, ...further });
}

/** The option that also deletes what no row names. */
export const deleting = { deleteUnlisted: true };

export function rows(maximums: Maximums) {
	return Object.entries(maximums).map(([type, maximum]) => ({ type, maximum }));
}

/** What an item tells of the limit of Decision Makers, but for its maximum. */
export const limit = {
	...CONTACTS_TO_COMPANIES,
	category: 'USER_DEFINED',
	typeId: 36,
	label: 'Decision Maker',
};
