import type { INodeParameters } from 'n8n-workflow';
import { simulatorForEachTest } from '../../support/simulator';
import { associationRun, calls } from '../support/associations';
import { runHubSpotNode } from '../../../tools/hubSpotNode';

/** What an answer to a removal leaves open is looked up: only what is gone counts as removed. */

const simulator = simulatorForEachTest({ behaviour: { readPageSize: 1 } });

beforeEach(() => {
	for (const [from, to] of [
		['1001', '5001'],
		['1001', '5002'],
		['1002', '5001'],
	]) {
		simulator.account.associate('contacts', 'companies', from, to, ['Decision Maker', 'Primary']);
	}
});

const ITEMS = [
	{ from: 1001, to: 5001 },
	{ from: 1002, to: 5001 },
];

const REMOVALS: Array<[string, INodeParameters]> = [
	['archive 0-1>0-2', associationRun('delete')],
	['labels/archive 0-1>0-2', associationRun('removeLabels', { labels: ['USER_DEFINED:36'] })],
];

describe.each(REMOVALS)('%s', (call, parameters) => {
	const path = /archive$/;

	it.each(['v4', '2026-03', '2026-09'])(
		'counts what is gone as removed, in %s',
		async (version) => {
			simulator.faults.add({ path, fault: { kind: 'bodyAfter', status: 202, body: {} } });
			const { items, errorItems } = await runHubSpotNode({
				simulator,
				parameters: { ...parameters, options: { apiVersion: version } },
				items: ITEMS,
			});
			expect(errorItems).toEqual([]);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
			expect(calls(simulator).filter((each) => each === call)).toHaveLength(1);
		},
	);

	it('leaves open what is still there', async () => {
		simulator.faults.add({ path, fault: { kind: 'status', status: 202, body: {} } });
		const { items, errorItems } = await runHubSpotNode({ simulator, parameters, items: ITEMS });
		expect(items).toEqual([]);
		expect(errorItems).toMatchObject(
			Array(2).fill({ json: { error: { state: 'unknown', retryable: true } } }),
		);
		expect(calls(simulator)).toEqual([call, 'read 0-1>0-2']);
	});

	it('leaves open what cannot be read', async () => {
		simulator.faults.add({ path, fault: { kind: 'bodyAfter', status: 202, body: {} } });
		simulator.faults.add({ path: /read$/, fault: { kind: 'status', status: 403 } });
		const { items, errorItems } = await runHubSpotNode({ simulator, parameters, items: ITEMS });
		expect(items).toEqual([]);
		expect(errorItems).toMatchObject(
			Array(2).fill({ json: { error: { state: 'unknown', retryable: true } } }),
		);
	});
});
