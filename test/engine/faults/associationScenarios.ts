import type { INodeParameters } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import { fromList } from '../../../tools/hubSpotNode';
import { all, ALL_DONE } from './faultCase';
import { ALL_ROWS, type Scenario } from './scenario';

export const FROM_IDS = ['1001', '1002', '1003', '1004'];
export const TO_IDS = ['5001', '5002', '5003', '5004'];

/** Of the same records, in the simulator's own account. */
const EMAILS = [
	'aoife.murphy.1@example.com',
	'bruno.murphy.2@example.com',
	'chiara.murphy.3@example.com',
	'deniz.murphy.4@example.com',
];
const DOMAINS = [
	'harbour-logistics-1.example.com',
	'granite-logistics-2.example.com',
	'willow-logistics-3.example.com',
	'copper-logistics-4.example.com',
];

export const ITEMS = FROM_IDS.map((from, row) => ({ from, to: TO_IDS[row] }));

/** Of the simulator's own account. */
export const BILLING_CONTACT = 'USER_DEFINED:38';

export const RECORDS: INodeParameters = {
	fromObjectType: fromList('0-1'),
	toObjectType: fromList('0-2'),
	fromRecordId: '={{ $json.from }}',
	toRecordId: '={{ $json.to }}',
};

export function recordCall(call: string) {
	return { method: 'POST', path: new RegExp(`/0-1/0-2/batch/${call}$`) };
}

/** The labels of the row's association; null where there is none. */
export function labelsOf(account: Account, row: number): unknown {
	const of = account.associations('contacts', 'companies');
	return of.find(({ fromObjectId }) => fromObjectId === FROM_IDS[row])?.labels ?? null;
}

export function associateAll(labels: string[]) {
	return (account: Account) => {
		FROM_IDS.forEach((from, row) => {
			account.associate('contacts', 'companies', from, TO_IDS[row], labels);
		});
	};
}

const create: Omit<Scenario, 'target' | 'shape' | 'names'> = {
	resource: 'association',
	operation: 'create',
	parameters: { ...RECORDS, labels: [BILLING_CONTACT] },
	items: ITEMS,
	stateOf: labelsOf,
};

const byId = { shape: 'batch', names: FROM_IDS } as const;

const notFound = {
	marks: '✓∅✓✓',
	why: 'a value without a record in the answer counts as a value that no record has',
};

const foundBySearch = {
	marks: ALL_DONE,
	why: 'HubSpot refuses a batch read by a property that is not unique, so the node searches instead',
};

export const removal: Pick<Scenario, 'readBackRows' | 'exceptions'> = {
	readBackRows: ALL_ROWS,
	exceptions: Object.fromEntries(
		['connection lost after the change', 'gzip that cannot be unpacked'].map((fault) => [
			`${fault}, for good, one retry`,
			{
				marks: all('?⟳'),
				why: 'removing what is gone does no harm, so what was lost is not read back',
			},
		]),
	),
};

const limitsChecked: typeof create = {
	...create,
	options: { checkLimits: true },
	seed: (account) => account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 5),
};

const creates: readonly Scenario[] = [
	{ ...create, ...byId, variant: 'with a label', target: recordCall('create') },
	{
		...create,
		...byId,
		variant: 'unlabeled',
		parameters: RECORDS,
		target: recordCall('associate/default'),
	},
	{
		...create,
		variant: 'label by name: reading the labels',
		parameters: { ...RECORDS, labels: 'Billing Contact' },
		target: { method: 'GET', path: /\/0-1\/0-2\/labels$/ },
		shape: 'shared',
		names: [],
		sentAs: FROM_IDS,
	},
	{
		...create,
		variant: 'by email: finding the contacts',
		options: { fromIdProperty: 'email' },
		items: TO_IDS.map((to, row) => ({ from: EMAILS[row], to })),
		target: { method: 'POST', path: /\/0-1\/batch\/read$/ },
		shape: 'batch',
		names: EMAILS,
		sentAs: FROM_IDS,
		exceptions: Object.fromEntries(
			['1 guilty', '3 guilty', 'all guilty']
				.map((count) => `400 for the whole batch, ${count}`)
				.concat('437')
				.map((fault): [string, typeof foundBySearch] => [fault, foundBySearch])
				.concat([['one input passed over in silence', notFound]]),
		),
	},
	{
		...create,
		variant: 'by domain: searching the companies',
		options: { toIdProperty: 'domain' },
		items: FROM_IDS.map((from, row) => ({ from, to: DOMAINS[row] })),
		target: { method: 'POST', path: /\/0-2\/search$/ },
		shape: 'search',
		names: DOMAINS,
		sentAs: FROM_IDS,
	},
	{
		...create,
		...byId,
		variant: 'labels kept: reading them',
		options: { existingLabels: 'keep' },
		seed: associateAll(['Decision Maker']),
		target: recordCall('read'),
	},
	{
		...limitsChecked,
		variant: 'limits checked: reading them',
		target: { method: 'GET', path: /\/configurations\/0-1\/0-2$/ },
		shape: 'shared',
		names: [],
		sentAs: FROM_IDS,
	},
	{
		...limitsChecked,
		...byId,
		variant: 'limits checked: reading what the contacts have',
		target: recordCall('read'),
	},
];

const getAll: Scenario = {
	...byId,
	resource: 'association',
	operation: 'getAll',
	parameters: { ...RECORDS, returnAll: true },
	items: ITEMS,
	seed: associateAll(['Billing Contact']),
	target: recordCall('read'),
};

export const associationScenarios: readonly Scenario[] = [
	...creates,
	{
		...create,
		...byId,
		operation: 'delete',
		parameters: RECORDS,
		seed: associateAll(['Billing Contact']),
		target: recordCall('archive'),
		isMute: true,
		...removal,
	},
	{
		...create,
		...byId,
		operation: 'removeLabels',
		seed: associateAll(['Billing Contact', 'Decision Maker']),
		target: recordCall('labels/archive'),
		isMute: true,
		...removal,
	},
	getAll,
	{
		...getAll,
		variant: 'the second page',
		behaviour: { readPageSize: 1 },
		seed: (account) => {
			associateAll(['Billing Contact'])(account);
			for (const from of FROM_IDS) account.associate('contacts', 'companies', from, '5009');
		},
		target: { ...recordCall('read'), after: 1 },
	},
];
