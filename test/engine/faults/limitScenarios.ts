import type { INodeParameters } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import { byId, fromList } from '../../../tools/hubSpotNode';
import { ALL_DONE } from './faultCase';
import { ALL_ROWS, type Scenario } from './scenario';

export interface LimitType {
	readonly category: 'HUBSPOT_DEFINED' | 'USER_DEFINED';
	readonly typeId: number;
}

/** The association types from contacts to companies in the simulator's own account; the first is the object limit's. */
export const TYPES: readonly LimitType[] = [
	{ category: 'HUBSPOT_DEFINED', typeId: 279 },
	{ category: 'HUBSPOT_DEFINED', typeId: 1 },
	{ category: 'USER_DEFINED', typeId: 36 },
	{ category: 'USER_DEFINED', typeId: 38 },
];

/** No label limit is above the object limit, whichever of the rows are refused. */
const MAXIMUMS_BEFORE = [8, 5, 5, 5];
const MAXIMUMS_WANTED = [9, 4, 3, 2];

export const ITEMS = TYPES.map(({ category, typeId }, row) => ({
	type: `${category}:${typeId}`,
	maximum: MAXIMUMS_WANTED[row],
}));

const OBJECTS: INodeParameters = {
	fromObjectType: fromList('0-1'),
	toObjectType: fromList('0-2'),
};

export const LIMIT: INodeParameters = {
	...OBJECTS,
	associationType: byId('={{ $json.type }}'),
	maxToObjectIds: '={{ $json.maximum }}',
};

const PAIR_LIMITS = { method: 'GET', path: /\/configurations\/0-1\/0-2$/ };

export function batchCall(call: string) {
	return { method: 'POST', path: new RegExp(`/configurations/0-1/0-2/batch/${call}$`) };
}

/** What the account allows of a type; null where there is no limit. */
export function maximumOf(account: Account, { category, typeId }: LimitType): number | null {
	const limit = account
		.limitList()
		.find((one) => one.category === category && one.typeId === typeId);
	return limit?.maxToObjectIds ?? null;
}

function limitAll(account: Account): void {
	TYPES.forEach(({ category, typeId }, row) => {
		account.setLimit('contacts', 'companies', category, typeId, MAXIMUMS_BEFORE[row]);
	});
}

const write: Omit<Scenario, 'operation' | 'target'> = {
	resource: 'associationLimit',
	parameters: LIMIT,
	items: ITEMS,
	shape: 'batch',
	names: TYPES.map(({ typeId }) => String(typeId)),
	stateOf: (account, row) => maximumOf(account, TYPES[row]),
};

const read: Omit<Scenario, 'operation' | 'target'> = {
	resource: 'associationLimit',
	parameters: { ...OBJECTS, returnAll: true },
	items: ITEMS,
	seed: limitAll,
	shape: 'shared',
	names: [],
};

const readBack: Pick<Scenario, 'readBackRows' | 'exceptions'> = {
	readBackRows: ALL_ROWS,
	exceptions: {
		'connection lost after the change, then 429 DAILY': {
			marks: ALL_DONE,
			why: 'reading back shows that the limits are there',
		},
	},
};

const repeated: Pick<Scenario, 'readBackRows' | 'repeatedRows'> = {
	readBackRows: ALL_ROWS,
	repeatedRows: ALL_ROWS,
};

export const limitScenarios: readonly Scenario[] = [
	{ ...write, ...readBack, operation: 'create', target: batchCall('create') },
	{
		...write,
		...repeated,
		operation: 'update',
		seed: limitAll,
		target: batchCall('update'),
		// HubSpot's answer to an update names no label, and the limits that are read back do.
		assigned: ['label'],
	},
	{
		...write,
		...readBack,
		operation: 'upsert',
		variant: 'creating',
		target: batchCall('create'),
	},
	{
		...write,
		operation: 'upsert',
		variant: 'reading what is there',
		target: PAIR_LIMITS,
		shape: 'shared',
	},
	{
		...write,
		operation: 'upsert',
		variant: 'reading which type is the object limit’s',
		target: { method: 'GET', path: /\/0-1\/0-2\/labels$/ },
		shape: 'shared',
	},
	{
		...write,
		...repeated,
		operation: 'sync',
		variant: 'updating',
		seed: limitAll,
		target: batchCall('update'),
	},
	{
		...write,
		operation: 'sync',
		variant: 'reading what is there',
		seed: limitAll,
		target: PAIR_LIMITS,
		shape: 'shared',
	},
	{
		...write,
		...repeated,
		operation: 'delete',
		seed: limitAll,
		target: batchCall('purge'),
		isMute: true,
	},
	{ ...read, operation: 'getAll', variant: 'of two objects', target: PAIR_LIMITS },
	{
		...read,
		operation: 'getAll',
		variant: 'of the account',
		parameters: { scope: 'all', returnAll: true },
		target: { method: 'GET', path: /\/configurations\/all$/ },
	},
	{
		...read,
		operation: 'getUsage',
		variant: 'of two objects',
		parameters: { ...OBJECTS, scope: 'pair' },
		target: { method: 'GET', path: /\/records\/0-1\/0-2$/ },
	},
	{
		...read,
		operation: 'getUsage',
		variant: 'of the account',
		parameters: { scope: 'all' },
		target: { method: 'GET', path: /\/records\/from$/ },
	},
	{
		resource: 'associationLimit',
		operation: 'requestReport',
		parameters: { userId: 7 },
		items: ITEMS,
		target: { method: 'POST', path: /\/high-usage-report\/7$/ },
		shape: 'shared',
		names: [],
		assigned: ['enqueuedAt'],
	},
];
