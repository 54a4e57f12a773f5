import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { simulatorForEachTest } from '../../support/simulator';
import { calls } from '../support/associations';
import { byId, runHubSpotNode } from '../../../tools/hubSpotNode';

/** HubSpot has no way to make a label only once, so what is there is looked for before one is made. */

const simulator = simulatorForEachTest();

const READ = 'GET labels contacts>companies';
const READ_REVERSE = 'GET labels companies>contacts';
const MAKE = 'POST labels contacts>companies';

async function create(
	items: IDataObject[],
	options: INodeParameters = {},
	onError?: 'stopWorkflow',
) {
	return await runHubSpotNode({
		simulator,
		parameters: {
			resource: 'associationLabel',
			operation: 'create',
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

function labelsBetween(from = 'contacts', to = 'companies') {
	return simulator.account
		.labels(from, to)
		.filter(({ category }) => category === 'USER_DEFINED')
		.map(({ label, typeId, inverse }) => [label, typeId, inverse.label, inverse.typeId]);
}

const NEW_LABELS: ReadonlyArray<IDataObject> = [
	{ label: 'Account Manager', inverse: 'Managed Account' },
	{ label: 'Board Member' },
	{ from: 'contacts', to: 'contacts', label: 'Mentor', inverse: 'Mentee' },
	{ from: 'contacts', to: 'contacts', label: 'Friend' },
	{ from: 'contacts', to: '2-77', label: 'Mechanic', inverse: 'Repaired By' },
	{ from: '2-77', to: 'contacts', label: 'Owned By', inverse: 'Owner' },
];

const TYPE_IDS: Record<string, string> = { contacts: '0-1', companies: '0-2', '2-77': '2-77' };

describe.each(API_VERSIONS)('%s', (apiVersion) => {
	it.each(NEW_LABELS)('makes it once, run again as its message advises: %j', async (item) => {
		const { from = 'contacts', to = 'companies' } = item as { from?: string; to?: string };
		simulator.faults.add({ method: 'POST', fault: { kind: 'lostAfter' } });
		const first = await create([item], { apiVersion, maxRetries: 0 });
		expect(first.items).toEqual([]);
		expect(first.errorItems[0].json.message).toContain('Run the row again');
		const made = labelsBetween(from, to);
		const [, typeId, inverseLabel, inverseTypeId] = made.find(([text]) => text === item.label)!;

		simulator.reset();
		const { items, errorItems } = await create([item], { apiVersion });
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => json)).toEqual([
			{
				fromObjectType: from,
				toObjectType: to,
				fromObjectTypeId: TYPE_IDS[from],
				toObjectTypeId: TYPE_IDS[to],
				category: 'USER_DEFINED',
				typeId,
				label: item.label,
				inverseTypeId,
				inverseLabel,
				internalName: null,
			},
		]);
		expect(labelsBetween(from, to)).toEqual(made);
		expect(simulator.requests.every(({ method }) => method === 'GET')).toBe(true);
	});
});

it('makes what a run that was cut off left out, and nothing twice', async () => {
	const items = ['Advisor', 'Chair', 'Deputy'].map((label) => ({ label, inverse: `${label} of` }));
	await create(items.slice(0, 2));
	const made = labelsBetween();
	simulator.reset();
	const again = await create(items);
	expect(again.errorItems).toEqual([]);
	expect(labelsBetween()).toHaveLength(made.length + 1);
	expect(calls(simulator)).toEqual([READ, READ_REVERSE, MAKE]);
});

it('reads the labels once for all rows of a pair, and the other direction only where a text is there', async () => {
	await create(
		Array.from({ length: 10 }, (_, row) => ({ label: `Role ${row}`, inverse: `Of ${row}` })),
	);
	expect(calls(simulator)).toEqual([READ, ...Array<string>(10).fill(MAKE)]);
	simulator.reset();
	await create([
		{ label: 'Role 1', inverse: 'Of 1' },
		{ label: 'Role 2', inverse: 'Of 2' },
		{ from: 'companies', to: 'contacts', label: 'Of 3', inverse: 'Role 3' },
	]);
	expect(calls(simulator)).toEqual([READ, READ_REVERSE]);
});

const OTHER_WAY = { label: 'Decision Maker', inverse: 'Decided' };
const REFUSAL =
	'The label "Decision Maker" of contacts → companies already exists (USER_DEFINED:36), but does not read "Decided" from the other side';

it('refuses a label whose text is there with another text on the other side, before it is sent', async () => {
	const { items, errorItems } = await create([
		OTHER_WAY,
		{ label: 'Chair', inverse: 'Chaired By' },
	]);
	expect(items).toMatchObject([{ json: { label: 'Chair' }, pairedItem: { item: 1 } }]);
	expect(errorItems.map(({ json }) => json.message)).toEqual([
		`${REFUSAL}. To change how it reads, use the 'Create or Update' operation. Otherwise, give the new label another text.`,
	]);
	expect(calls(simulator)).toEqual([READ, READ_REVERSE, MAKE]);
});

it('makes nothing when a row is refused and the node is set to stop', async () => {
	const before = labelsBetween();
	const { error } = await create([{ label: 'Chair' }, OTHER_WAY], {}, 'stopWorkflow');
	expect(error?.message).toBe(`${REFUSAL} [item 1]`);
	expect(labelsBetween()).toEqual(before);
});

it('takes no label of HubSpot itself, and none in other capitals, for the row', async () => {
	const { items } = await create([{ label: 'decision maker', inverse: 'decided by' }]);
	expect(items[0].json.typeId).toBe(
		labelsBetween().find(([label]) => label === 'decision maker')?.[1],
	);
	const primary = await create([{ label: 'Primary' }]);
	expect(primary.items[0].json).toMatchObject({ category: 'USER_DEFINED', label: 'Primary' });
});

it('makes no label of two objects whose labels cannot be read', async () => {
	simulator.faults.add({
		method: 'GET',
		path: /companies\/labels/,
		times: Infinity,
		fault: { kind: 'status', status: 403 },
	});
	const { items, errorItems } = await create([
		{ label: 'Chair', inverse: 'Chaired By' },
		{ from: 'contacts', to: 'deals', label: 'Chair', inverse: 'Chaired By' },
	]);
	expect(items).toMatchObject([{ json: { toObjectType: 'deals' }, pairedItem: { item: 1 } }]);
	expect(errorItems).toHaveLength(1);
	expect(simulator.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

it('looks in a dry run too, and shows the label that is there', async () => {
	const { items, errorItems } = await create(
		[
			{ label: 'Decision Maker', inverse: 'Decided By' },
			{ label: 'Chair' },
			{ label: 'Billing Contact', inverse: 'Billed' },
		],
		{ dryRun: true },
	);
	expect(items.map(({ json }) => json)).toMatchObject([
		{ dryRun: true, typeId: 36, inverseTypeId: 37, internalName: null },
		{ dryRun: true, method: 'POST', batch: 1, input: { label: 'Chair' } },
	]);
	expect(errorItems).toHaveLength(1);
	expect(calls(simulator)).toEqual([READ, READ_REVERSE]);
});
