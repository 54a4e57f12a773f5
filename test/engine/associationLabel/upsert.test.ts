import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { byId, runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { calls } from '../support/associations';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';
import { errorOf, reasonOf } from '../support/refusal';

const simulator = simulatorForEachTest();

const READ = 'GET labels contacts>companies';
const READ_REVERSE = 'GET labels companies>contacts';
const MAKE = 'POST labels contacts>companies';
const CHANGE = 'PUT labels contacts>companies';

async function upsert(
	items: IDataObject[],
	options: INodeParameters = {},
	onError?: 'stopWorkflow',
) {
	return await runHubSpotNode({
		simulator,
		parameters: {
			resource: 'associationLabel',
			operation: 'upsert',
			fromObjectType: byId('={{ $json.from ?? "contacts" }}'),
			toObjectType: byId('={{ $json.to ?? "companies" }}'),
			label: '={{ $json.label }}',
			inverseLabel: '={{ $json.inverse }}',
			options: { maxConcurrency: 1, ...options },
		},
		items,
		onError,
	});
}

/** The texts of the account's own labels: from this side, then from the other. */
function texts(from = 'contacts', to = 'companies') {
	return simulator.account
		.labels(from, to)
		.filter(({ category }) => category === 'USER_DEFINED')
		.map(({ label, inverse }) => [label, inverse.label]);
}

function typeIdsOf(label: string): [number, number] {
	const found = simulator.account
		.labels('contacts', 'companies')
		.find((one) => one.label === label)!;
	return [found.typeId, found.inverse.typeId];
}

describe.each(API_VERSIONS)('%s', (apiVersion) => {
	it('creates, changes and leaves alone, each with its action and its types', async () => {
		const { items, errorItems } = await upsert(
			[
				{ label: 'Account Manager', inverse: 'Managed Account' },
				{ label: 'Decision Maker', inverse: 'Decided On' },
				{ label: 'Billing Contact' },
			],
			{ apiVersion },
		);
		expect(errorItems).toEqual([]);
		const [made, madeInverse] = typeIdsOf('Account Manager');
		const label = { ...CONTACTS_TO_COMPANIES, category: 'USER_DEFINED' };
		expect(items.map(({ json }) => json)).toEqual([
			{
				...label,
				action: 'created',
				label: 'Account Manager',
				inverseLabel: 'Managed Account',
				typeId: made,
				inverseTypeId: madeInverse,
				internalName: 'account_manager',
			},
			{
				...label,
				action: 'updated',
				label: 'Decision Maker',
				inverseLabel: 'Decided On',
				typeId: 36,
				inverseTypeId: 37,
				internalName: null,
			},
			{
				...label,
				action: 'unchanged',
				label: 'Billing Contact',
				inverseLabel: 'Billing Contact',
				typeId: 38,
				inverseTypeId: 39,
				internalName: null,
			},
		]);
		expect(texts()).toEqual([
			['Decision Maker', 'Decided On'],
			['Billing Contact', 'Billing Contact'],
			['Account Manager', 'Managed Account'],
		]);
		expect(calls(simulator)).toEqual([READ, READ_REVERSE, MAKE, CHANGE, READ_REVERSE]);
	});
});

it('sends both texts, since HubSpot puts one text on both sides', async () => {
	await upsert([{ label: 'Decision Maker', inverse: 'Decided On' }]);
	expect(simulator.requests.find(({ method }) => method === 'PUT')?.body).toEqual({
		associationTypeId: 36,
		label: 'Decision Maker',
		inverseLabel: 'Decided On',
	});
});

it('changes nothing when it is run again', async () => {
	const rows = [
		{ label: 'Account Manager', inverse: 'Managed Account' },
		{ label: 'Board Member' },
		{ label: 'Decision Maker', inverse: 'Decided On' },
	];
	await upsert(rows);
	const after = texts();
	simulator.reset();
	const { items } = await upsert(rows);
	expect(items.map(({ json }) => json.action)).toEqual(['unchanged', 'unchanged', 'unchanged']);
	expect(texts()).toEqual(after);
	expect(calls(simulator)).toEqual([READ, READ_REVERSE]);
});

it('keeps how a label reads from the other side where no text is given for it', async () => {
	const { items } = await upsert([{ label: 'Decision Maker' }]);
	expect(items[0].json).toMatchObject({
		action: 'unchanged',
		typeId: 36,
		inverseLabel: null,
		inverseTypeId: null,
	});
	expect(texts()[0]).toEqual(['Decision Maker', 'Decided By']);
});

it('finds a label in its own direction only', async () => {
	const { items } = await upsert([
		{ from: 'companies', to: 'contacts', label: 'Decided By', inverse: 'Decision Maker' },
		{ label: 'Decided By', inverse: 'Decides' },
	]);
	expect(items.map(({ json }) => [json.action, json.typeId])).toEqual([
		['unchanged', 37],
		['created', typeIdsOf('Decided By')[0]],
	]);
});

it('merges equal rows, and refuses rows that want different inverse texts', async () => {
	const { items, errorItems } = await upsert([
		{ label: 'Decision Maker', inverse: 'Decided On' },
		{ label: 'Decision Maker', inverse: 'Decided On' },
		{ label: 'Chair', inverse: 'Chaired' },
		{ label: 'Chair', inverse: 'Seated' },
	]);
	expect(items.map(({ json }) => json.action)).toEqual(['updated', 'updated']);
	expect(errorItems.map(reasonOf)).toEqual([
		expect.stringContaining('Items describe the label "Chair" of contacts → companies differently'),
		expect.stringContaining('differently'),
	]);
	expect(calls(simulator).filter((call) => call === CHANGE)).toHaveLength(1);
});

it('changes a pair of labels between records of one object', async () => {
	const { items, errorItems } = await upsert([
		{ from: 'contacts', to: 'contacts', label: 'Manager', inverse: 'Managed Person' },
	]);
	expect(errorItems).toEqual([]);
	expect(items[0].json).toMatchObject({ action: 'updated', inverseLabel: 'Managed Person' });
	expect(texts('contacts', 'contacts')).toContainEqual(['Manager', 'Managed Person']);
});

it('does not call a label updated that still reads the same both ways', async () => {
	simulator.account.addLabel('contacts', 'contacts', { label: 'Friend' });
	const { items, errorItems } = await upsert([
		{ from: 'contacts', to: 'contacts', label: 'Friend', inverse: 'Befriended' },
	]);
	expect(items).toEqual([]);
	expect(errorOf(errorItems[0])).toMatchObject({ state: 'unknown', retryable: false });
});

it('refuses a text that two labels have, and names them', async () => {
	simulator.account.addLabel('contacts', 'companies', {
		label: 'Decision Maker',
		inverseLabel: 'Twin',
		typeId: 80,
		inverseTypeId: 81,
	});
	const { items, errorItems } = await upsert([
		{ label: 'Decision Maker', inverse: 'Somebody' },
		{ label: 'Decision Maker' },
	]);
	expect(items).toEqual([]);
	expect(errorItems).toHaveLength(2);
	const single = await upsert([{ label: 'Decision Maker', inverse: 'Somebody' }]);
	expect(reasonOf(single.errorItems[0])).toContain(
		'more than one label "Decision Maker" of contacts → companies (USER_DEFINED:36, USER_DEFINED:80)',
	);
	const kept = await upsert([{ label: 'Decision Maker' }]);
	expect(kept.items).toMatchObject([{ json: { action: 'unchanged', typeId: null } }]);
});

it('shows in a dry run what it would do', async () => {
	const before = texts();
	const { items, hints } = await upsert(
		[
			{ label: 'Chair' },
			{ label: 'Decision Maker', inverse: 'Decided On' },
			{ label: 'Billing Contact' },
		],
		{ dryRun: true },
	);
	expect(items.map(({ json }) => json)).toMatchObject([
		{ dryRun: true, action: 'created', typeId: null, method: 'POST', input: { label: 'Chair' } },
		{ action: 'updated', typeId: 36, inverseLabel: 'Decided On', method: 'PUT' },
		{ action: 'unchanged', typeId: 38 },
	]);
	expect(hints[0].message).toContain('1 would be created · 1 would be changed · 1 unchanged');
	expect(texts()).toEqual(before);
	expect(calls(simulator)).toEqual([READ, READ_REVERSE]);
});

it.each(['POST', 'PUT'])(
	'makes the change once where the answer to a %s is lost',
	async (method) => {
		simulator.faults.add({ method, fault: { kind: 'lostAfter' } });
		const { items, errorItems } = await upsert([
			{ label: 'Chair', inverse: 'Chaired' },
			{ label: 'Decision Maker', inverse: 'Decided On' },
		]);
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => json.action)).toEqual(['created', 'updated']);
		expect(texts().filter(([label]) => label === 'Chair')).toHaveLength(1);
		expect(texts()[0]).toEqual(['Decision Maker', 'Decided On']);
	},
);

it('still reports a change where the types of the other side cannot be read after it', async () => {
	const fault = { kind: 'status', status: 403 } as const;
	simulator.faults.add({ path: /contacts\/labels$/, after: 1, fault });
	const { items } = await upsert([{ label: 'Decision Maker', inverse: 'Decided On' }]);
	expect(items).toMatchObject([{ json: { action: 'updated', typeId: 36, inverseTypeId: null } }]);
});

it('stops before anything is changed where the labels cannot be read', async () => {
	simulator.faults.add({ path: /labels$/, fault: { kind: 'status', status: 403 } });
	const { error } = await upsert([{ label: 'Chair' }], {}, 'stopWorkflow');
	expect(error?.message).toContain('[item 0]');
	expect(calls(simulator)).toEqual([READ]);
});
