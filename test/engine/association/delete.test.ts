import { simulatorForEachTest } from '../../support/simulator';
import { associationRun, calls } from '../support/associations';
import { fromList, runHubSpotNode } from '../../../tools/hubSpotNode';
import { reasonOf } from '../support/refusal';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest();

function remove(further = {}) {
	return associationRun('delete', further);
}

function associate(...pairs: Array<[string, string]>): void {
	for (const [from, to] of pairs) {
		simulator.account.associate('contacts', 'companies', from, to, ['Billing Contact']);
	}
}

it('removes associations with their labels, each from-record once in one request', async () => {
	associate(['1001', '5001'], ['1001', '5002'], ['1002', '5001'], ['1003', '5003']);
	const { items, errorItems, hints } = await runHubSpotNode({
		simulator,
		parameters: remove(),
		items: [
			{ from: 1001, to: 5001 },
			{ from: 1002, to: 5001 },
			{ from: '1001', to: '5002' },
			{ from: 1001, to: 5001 },
		],
	});
	expect(errorItems).toEqual([]);
	expect(items.map(({ json, pairedItem }) => ({ json, pairedItem }))[2]).toEqual({
		json: {
			deleted: true,
			...CONTACTS_TO_COMPANIES,
			fromObjectId: '1001',
			toObjectId: '5002',
		},
		pairedItem: { item: 2 },
	});
	expect(items).toHaveLength(4);
	expect(simulator.requests.map(({ body }) => body)).toEqual([
		{
			inputs: [
				{ from: { id: '1001' }, to: [{ id: '5001' }, { id: '5002' }] },
				{ from: { id: '1002' }, to: [{ id: '5001' }] },
			],
		},
	]);
	expect(simulator.account.associations('contacts', 'companies')).toEqual([
		{ fromObjectId: '1003', toObjectId: '5003', labels: ['Billing Contact'] },
	]);
	expect(hints[0].message).toContain('4 items · 4 done · 1 merged with an earlier one · 1 request');
});

it.each([
	['v4', 'documented', 204],
	['2026-03', 'documented', 200],
	['2026-09', 'documented', 200],
	['2026-03', 'noContent', 204],
] as const)('takes the answer of %s, %s', async (apiVersion, removalAnswer, status) => {
	simulator.refill({ behaviour: { removalAnswer } });
	associate(['1001', '5001']);
	const { items } = await runHubSpotNode({
		simulator,
		parameters: remove({ options: { apiVersion } }),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(simulator.requests.map((request) => request.status)).toEqual([status]);
	expect(items.map(({ json }) => json.deleted)).toEqual([true]);
	expect(simulator.account.associations('contacts', 'companies')).toEqual([]);
});

it('counts pairs: 4,500 of 3 records are 3 requests', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: remove(),
		items: Array.from({ length: 4500 }, (_, index) => ({
			from: 1001 + (index % 3),
			to: 10_000 + Math.floor(index / 3),
		})),
	});
	expect(items).toHaveLength(4500);
	expect(simulator.requests).toHaveLength(3);
});

it('halves a refused batch until the guilty pair stands alone', async () => {
	associate(['1001', '5001'], ['1001', '5002'], ['1001', '5003'], ['1002', '5004']);
	simulator.faults.add({ fault: { kind: 'wholeBatch400', guilty: ['5003'] } });
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: remove(),
		items: [
			{ from: 1001, to: 5001 },
			{ from: 1001, to: 5002 },
			{ from: 1001, to: 5003 },
			{ from: 1002, to: 5004 },
		],
	});
	expect(items.map(({ json }) => json.toObjectId)).toEqual(['5001', '5002', '5004']);
	expect(errorItems.map(({ json }) => json.to)).toEqual([5003]);
	expect(simulator.account.associations('contacts', 'companies')).toEqual([
		{ fromObjectId: '1001', toObjectId: '5003', labels: ['Billing Contact'] },
	]);
});

it('gives an error inside a 200 to the rows of the record that it names', async () => {
	simulator.faults.add({
		fault: {
			kind: 'status',
			status: 200,
			body: {
				status: 'COMPLETE',
				results: [],
				errors: [
					{ category: 'FORBIDDEN', message: 'Not allowed.', context: { fromObjectId: ['1002'] } },
				],
			},
		},
	});
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: remove(),
		items: [
			{ from: 1001, to: 5001 },
			{ from: 1002, to: 5001 },
		],
	});
	expect(items.map(({ json }) => json.fromObjectId)).toEqual(['1001']);
	expect(errorItems.map(({ json }) => json.message)).toEqual(['Not allowed']);
});

it('calls no row deleted that shares its first record with one that was refused', async () => {
	associate(['1001', '5001'], ['1001', '5002'], ['1002', '5003']);
	simulator.faults.add({ fault: { kind: 'refusedInputs', ids: ['5002'] } });
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: remove(),
		items: [
			{ from: 1001, to: 5001 },
			{ from: 1001, to: 5002 },
			{ from: 1002, to: 5003 },
		],
	});
	expect(items.map(({ json }) => json.toObjectId)).toEqual(['5003']);
	expect(errorItems.map(({ json }) => [json.to, reasonOf({ json })])).toEqual([
		[5001, expect.stringContaining('did not report this one')],
		[5002, expect.stringContaining('5002')],
	]);
	expect(simulator.account.associations('contacts', 'companies')).toHaveLength(2);
});

it('never calls a row deleted when an answer says that something was refused, but not what', async () => {
	associate(['1001', '5001'], ['1002', '5001']);
	simulator.faults.add({
		fault: {
			kind: 'status',
			status: 200,
			body: { status: 'COMPLETE', results: [], errors: [{ message: 'Something' }] },
		},
	});
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: remove(),
		items: [
			{ from: 1001, to: 5001 },
			{ from: 1002, to: 5001 },
		],
	});
	expect(items).toEqual([]);
	expect(errorItems).toHaveLength(2);
});

it('shows in a dry run what would be removed, and removes nothing', async () => {
	associate(['1001', '5001']);
	const { items } = await runHubSpotNode({
		simulator,
		parameters: remove({ options: { dryRun: true } }),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(items.map(({ json }) => json)).toEqual([
		{
			dryRun: true,
			action: 'deleted',
			...CONTACTS_TO_COMPANIES,
			fromObjectId: '1001',
			toObjectId: '5001',
			method: 'POST',
			url: `${simulator.url}/crm/associations/2026-03/0-1/0-2/batch/archive`,
			batch: 1,
			input: { from: { id: '1001' }, to: [{ id: '5001' }] },
		},
	]);
	expect(calls(simulator)).toEqual([]);
	expect(simulator.account.associations('contacts', 'companies')).toHaveLength(1);
});

it('groups by pair of objects when they differ per item', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: remove({ toObjectType: fromList('={{ $json.object }}') }),
		items: [
			{ from: 1001, to: 5001, object: '0-2' },
			{ from: 1001, to: 7001, object: '0-3' },
			{ from: 1002, to: 5001, object: 'companies' },
		],
	});
	expect(items).toHaveLength(3);
	expect(calls(simulator)).toEqual(['archive 0-1>0-2', 'archive 0-1>0-3']);
});
