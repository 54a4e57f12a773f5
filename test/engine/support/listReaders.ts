import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Fault, Simulator } from '../../../simulator';
import { byId, fromList, writeLimits } from '../../../tools/hubSpotNode';
import { associationRun, checkingLimits } from './associations';
import { planItem } from './planItem';
import { applyPlan } from './syncAssociations';
import { byEmailAndDomain, domainOf, emailOf } from './idProperties';

/** An operation that reads a list. */
export interface Reader {
	readonly parameters: INodeParameters;
	readonly item: IDataObject | ((simulator: Simulator) => IDataObject);
	/** The read whose answer holds no list. */
	readonly read: Required<Pick<Fault, 'method' | 'path'>> & Pick<Fault, 'after'>;
	readonly arrange?: (simulator: Simulator) => void;
}

export const LABELS = { method: 'GET', path: /\/labels$/ };
const LIMITS = { method: 'GET', path: /\/configurations\/0-1\/0-2$/ };
const ASSOCIATIONS = { method: 'POST', path: /0-1\/0-2\/batch\/read$/ };

const PAIR: INodeParameters = { fromObjectType: fromList('0-1'), toObjectType: fromList('0-2') };
const RECORDS = { from: '1001', to: '5001' };
const LIMIT = { type: 'USER_DEFINED:36', maximum: 5 };

/** The parameters of an operation on the labels from contacts to companies. */
export function onLabels(operation: string, further: INodeParameters = {}): INodeParameters {
	return { resource: 'associationLabel', operation, ...PAIR, ...further };
}

function byEmail(simulator: Simulator): IDataObject {
	return { from: emailOf(simulator, 1001), to: domainOf(simulator, 5001) };
}

function limitContacts({ account }: Simulator): void {
	account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 1);
}

export const READERS: Readonly<Record<string, Reader>> = {
	'label getAll': {
		parameters: onLabels('getAll', { returnAll: true }),
		item: {},
		read: LABELS,
	},
	'label update of one text': {
		parameters: onLabels('update', { associationType: byId('USER_DEFINED:36'), inverseLabel: 'X' }),
		item: {},
		read: LABELS,
	},
	'label delete by name': {
		parameters: onLabels('delete', {
			associationType: { ...byId('Decision Maker'), mode: 'label' } as INodeParameters,
		}),
		item: {},
		read: LABELS,
	},
	'limit getAll': {
		parameters: writeLimits('getAll', { returnAll: true, scope: 'pair' }),
		item: {},
		read: LIMITS,
	},
	'limit getAll of the account': {
		parameters: writeLimits('getAll', { returnAll: true, scope: 'all' }),
		item: {},
		read: { method: 'GET', path: /\/configurations\/all$/ },
	},
	'limit upsert': { parameters: writeLimits('upsert'), item: LIMIT, read: LIMITS },
	'limit sync': { parameters: writeLimits('sync'), item: LIMIT, read: LIMITS },
	'limit sync with Delete Unlisted': {
		parameters: writeLimits('sync', { options: { deleteUnlisted: true } }),
		item: LIMIT,
		read: LIMITS,
		arrange: limitContacts,
	},
	'limit upsert under a rule': {
		parameters: writeLimits('upsert'),
		item: LIMIT,
		read: LABELS,
		arrange: limitContacts,
	},
	'association create with a label by name': {
		parameters: associationRun('create', { labels: ['Decision Maker'] }),
		item: RECORDS,
		read: LABELS,
	},
	'association create with Keep': {
		parameters: associationRun('create', {
			labels: ['USER_DEFINED:36'],
			options: { existingLabels: 'keep' },
		}),
		item: RECORDS,
		read: ASSOCIATIONS,
	},
	'association create with Check Limits, the limits': {
		parameters: checkingLimits(),
		item: RECORDS,
		read: LIMITS,
	},
	'association create with Check Limits, the labels': {
		parameters: checkingLimits(),
		item: RECORDS,
		read: LABELS,
		arrange: limitContacts,
	},
	'association create with Check Limits, the associations': {
		parameters: checkingLimits(),
		item: RECORDS,
		read: ASSOCIATIONS,
		arrange: limitContacts,
	},
	'association create by email': {
		parameters: byEmailAndDomain(),
		item: byEmail,
		read: { method: 'POST', path: /contacts\/batch\/read$|0-1\/batch\/read$/ },
	},
	'association create by domain': {
		parameters: byEmailAndDomain(),
		item: byEmail,
		read: { method: 'POST', path: /\/search$/ },
	},
	'association sync with Delete Unlisted': {
		parameters: associationRun('sync', { options: { deleteUnlisted: true } }),
		item: RECORDS,
		read: ASSOCIATIONS,
		arrange: ({ account }) => account.associate('contacts', 'companies', '1001', '5009'),
	},
	'association applyPlan': {
		parameters: applyPlan(),
		item: planItem('1001', '5001'),
		read: ASSOCIATIONS,
	},
	'association getAll': {
		parameters: associationRun('getAll', { returnAll: true }),
		item: RECORDS,
		read: ASSOCIATIONS,
	},
};
