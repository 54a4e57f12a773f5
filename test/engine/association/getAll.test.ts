import type { INodeParameters } from 'n8n-workflow';
import { associated, associationRun, calls, idsFrom } from '../support/associations';
import { runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { errorOf } from '../support/refusal';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest();

function getAll(further: INodeParameters = {}): INodeParameters {
	return associationRun('getAll', { returnAll: true, ...further });
}

describe('with pages of 500', () => {
	it.each(['v4', '2026-03', '2026-09'])(
		'gives one item an association, in %s',
		async (apiVersion) => {
			simulator.account.associate('contacts', 'companies', '1001', '5001', ['Decision Maker']);
			simulator.account.associate('contacts', 'companies', '1001', '5002');
			simulator.account.associate('contacts', 'companies', '1003', '5002');
			const { items, errorItems, hints } = await runHubSpotNode({
				simulator,
				parameters: getAll({ options: { apiVersion } }),
				items: [{ from: 1001 }, { from: 1002 }, { from: '1003' }],
			});
			const company = CONTACTS_TO_COMPANIES;
			const unlabeled = { category: 'HUBSPOT_DEFINED', typeId: 279, label: null };
			expect(errorItems).toEqual([]);
			expect(items.map(({ json, pairedItem }) => ({ json, pairedItem }))).toEqual([
				{
					json: {
						...company,
						fromObjectId: '1001',
						toObjectId: '5001',
						labels: ['Decision Maker'],
						associationTypes: [
							unlabeled,
							{ category: 'USER_DEFINED', typeId: 36, label: 'Decision Maker' },
						],
					},
					pairedItem: { item: 0 },
				},
				{
					json: {
						...company,
						fromObjectId: '1001',
						toObjectId: '5002',
						labels: [],
						associationTypes: [unlabeled],
					},
					pairedItem: { item: 0 },
				},
				{
					json: {
						...company,
						fromObjectId: '1003',
						toObjectId: '5002',
						labels: [],
						associationTypes: [unlabeled],
					},
					pairedItem: { item: 2 },
				},
			]);
			expect(calls(simulator)).toEqual(['read 0-1>0-2']);
			expect(hints[0].message).toContain('3 items · 3 done · 3 results · 1 request');
		},
	);

	it('reads 2,500 records in 3 requests, and a record that is asked for twice once', async () => {
		associated(simulator, 1001, idsFrom(100_001, 1));
		const { items } = await runHubSpotNode({
			simulator,
			parameters: getAll(),
			items: Array.from({ length: 5000 }, (_, index) => ({ from: 1001 + (index % 2500) })),
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2500 }]);
		expect(calls(simulator)).toEqual(Array(3).fill('read 0-1>0-2'));
	});

	it('gives a bad id its own failure and the others their associations', async () => {
		associated(simulator, 1001, idsFrom(100_001, 1));
		simulator.faults.add({ fault: { kind: 'wholeBatch400', guilty: ['1002'] } });
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: getAll(),
			items: [{ from: 'x' }, { from: 1001 }, { from: 1002 }, { from: 1003 }],
		});
		expect(items).toHaveLength(1);
		expect(errorItems.map(({ json }) => json.from)).toEqual(['x', 1002]);
		expect(errorOf(errorItems[1])).toEqual(
			expect.objectContaining({
				status: 400,
				...CONTACTS_TO_COMPANIES,
				fromObjectId: '1002',
			}),
		);
	});

	it('calls a record that the answer does not name not read', async () => {
		simulator.faults.add({ fault: { kind: 'silentNoOp', ids: ['1002'] } });
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: getAll(),
			items: [{ from: 1001 }, { from: 1002 }],
		});
		expect(items).toEqual([]);
		expect(errorItems.map(({ json }) => json.from)).toEqual([1002]);
	});

	it('throws where the node is set to stop', async () => {
		simulator.faults.add({ fault: { kind: 'status', status: 403 } });
		const { error } = await runHubSpotNode({
			simulator,
			parameters: getAll(),
			items: [{ from: 1001 }],
			onError: 'stopWorkflow',
		});
		expect(error?.message).toContain('[item 0]');
	});

	it('asks a pair that is refused once, whatever the limit', async () => {
		const { errorItems } = await runHubSpotNode({
			simulator,
			token: simulator.issueToken({ scopes: ['oauth'] }),
			parameters: getAll({ returnAll: false, limit: 5 }),
			items: Array.from({ length: 2500 }, (_, index) => ({ from: 1001 + index })),
		});
		expect(errorItems).toHaveLength(2500);
		expect(calls(simulator)).toEqual(['read 0-1>0-2']);
	});

	it.each([
		[{ limit: 0 }, "'Limit' must be a whole number of at least 1, but is 0"],
		[{ limit: '={{ "many" }}' }, '\'Limit\' must be a whole number of at least 1, but is "many"'],
	])('refuses %j', async (parameters, message) => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: getAll({ returnAll: false, ...parameters }),
			items: [{ from: 1001 }],
			onError: 'stopWorkflow',
		});
		expect(error?.message).toBe(message);
		expect(calls(simulator)).toEqual([]);
	});
});
