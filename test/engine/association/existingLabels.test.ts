import { SEED } from '../../../simulator';
import { simulatorForEachTest } from '../../support/simulator';
import { calls, keepingLabels } from '../support/associations';
import { fromList, runHubSpotNode } from '../../../tools/hubSpotNode';

const simulator = simulatorForEachTest({ behaviour: { readPageSize: 2 } });

const DECISION_MAKER = 'USER_DEFINED:36';
const BILLING = 'USER_DEFINED:38';

function associate(from: string, to: string, labels: string[] = []): void {
	simulator.account.associate('contacts', 'companies', from, to, labels);
}

function labelsOf(from: string, to: string): string[] | undefined {
	return simulator.account
		.associations('contacts', 'companies')
		.find((one) => one.fromObjectId === from && one.toObjectId === to)?.labels;
}

it.each(['v4', '2026-03', '2026-09'])(
	'adds labels to those that are there, in %s',
	async (apiVersion) => {
		associate('1001', '5001', ['Billing Contact', 'Primary']);
		associate('1002', '5001');
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: keepingLabels([DECISION_MAKER], {}, { apiVersion }),
			items: [
				{ from: 1001, to: 5001 },
				{ from: 1002, to: 5001 },
				{ from: 1003, to: 5001 },
			],
		});
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => json.labels)).toEqual([
			['Decision Maker', 'Billing Contact', 'Primary'],
			['Decision Maker'],
			['Decision Maker'],
		]);
		expect(labelsOf('1001', '5001')).toEqual(['Billing Contact', 'Decision Maker', 'Primary']);
		expect(calls(simulator)).toEqual(['read 0-1>0-2', 'create 0-1>0-2']);
	},
);

it('replaces labels where it is not asked to keep them, and reads nothing for it', async () => {
	associate('1001', '5001', ['Billing Contact']);
	await runHubSpotNode({
		simulator,
		parameters: keepingLabels([DECISION_MAKER], {}, { existingLabels: 'replace' }),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(labelsOf('1001', '5001')).toEqual(['Decision Maker']);
	expect(calls(simulator)).toEqual(['create 0-1>0-2']);
});

it('reads nothing for unlabeled associations, which leave labels alone', async () => {
	associate('1001', '5001', ['Billing Contact']);
	await runHubSpotNode({
		simulator,
		parameters: keepingLabels([]),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(labelsOf('1001', '5001')).toEqual(['Billing Contact']);
	expect(calls(simulator)).toEqual(['associate/default 0-1>0-2']);
});

it('keeps labels of a custom object that is associated without one', async () => {
	const { objectTypeId, firstId } = SEED.cars;
	simulator.refill({
		behaviour: { unlabeledTypeOnLabeledPair: 'removeLabels' },
	});
	simulator.account.associate('contacts', objectTypeId, '1001', String(firstId), ['Driver']);
	const { items } = await runHubSpotNode({
		simulator,
		parameters: keepingLabels([], { toObjectType: fromList(objectTypeId) }),
		items: [{ from: 1001, to: firstId }],
	});
	expect(items.map(({ json }) => json.labels)).toEqual([['Driver']]);
});

it('reads a record no further than its wanted associations stand', async () => {
	for (let company = 5001; company <= 5009; company++)
		associate('1001', String(company), ['Primary']);
	await runHubSpotNode({
		simulator,
		parameters: keepingLabels([BILLING]),
		items: [{ from: 1001, to: 5003 }],
	});
	expect(labelsOf('1001', '5003')).toEqual(['Billing Contact', 'Primary']);
	expect(calls(simulator)).toEqual(['read 0-1>0-2', 'read 0-1>0-2', 'create 0-1>0-2']);
});

it('joins the labels of rows for the same two records with those that are there', async () => {
	associate('1001', '5001', ['Primary']);
	const { items } = await runHubSpotNode({
		simulator,
		parameters: keepingLabels('={{ $json.label }}'),
		items: [
			{ from: 1001, to: 5001, label: DECISION_MAKER },
			{ from: 1001, to: 5001, label: BILLING },
		],
	});
	expect(items.map(({ json }) => json.labels)).toEqual(
		Array(2).fill(['Decision Maker', 'Billing Contact', 'Primary']),
	);
	expect(calls(simulator)).toEqual(['read 0-1>0-2', 'create 0-1>0-2']);
});

it('does not send a row whose labels could not be read', async () => {
	associate('1001', '5001', ['Primary']);
	associate('1002', '5001', ['Primary']);
	simulator.faults.add({ path: /batch\/read/, fault: { kind: 'wholeBatch400', guilty: ['1002'] } });
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: keepingLabels([BILLING]),
		items: [
			{ from: 1001, to: 5001 },
			{ from: 1002, to: 5001 },
		],
	});
	expect(items).toHaveLength(1);
	expect(errorItems.map(({ json }) => json.from)).toEqual([1002]);
	expect(labelsOf('1002', '5001')).toEqual(['Primary']);
	expect(simulator.requests.at(-1)?.body).toMatchObject({ inputs: [{ from: { id: '1001' } }] });
});

it('stops before anything is written when labels cannot be read and the node is set to stop', async () => {
	simulator.faults.add({ path: /batch\/read/, fault: { kind: 'wholeBatch400', guilty: ['1002'] } });
	const { error } = await runHubSpotNode({
		simulator,
		parameters: keepingLabels([BILLING]),
		items: [
			{ from: 1001, to: 5001 },
			{ from: 1002, to: 5001 },
		],
		onError: 'stopWorkflow',
	});
	expect(error?.message).toContain('[item 1]');
	expect(new Set(calls(simulator))).toEqual(new Set(['read 0-1>0-2']));
});

it('reads, but writes nothing, in a dry run', async () => {
	associate('1001', '5001', ['Billing Contact']);
	const { items } = await runHubSpotNode({
		simulator,
		parameters: keepingLabels([DECISION_MAKER], {}, { dryRun: true }),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(items[0].json.input).toMatchObject({
		types: [{ associationTypeId: 36 }, { associationTypeId: 38 }],
	});
	expect(items[0].json.labels).toEqual(['Decision Maker', 'Billing Contact']);
	expect(calls(simulator)).toEqual(['read 0-1>0-2', 'GET labels 0-1>0-2']);
});

it('refuses another word for it', async () => {
	const { error } = await runHubSpotNode({
		simulator,
		parameters: keepingLabels([BILLING], {}, { existingLabels: '={{ "merge" }}' }),
		items: [{ from: 1001, to: 5001 }],
		onError: 'stopWorkflow',
	});
	expect(error?.message).toBe(`'Existing Labels' must be replace or keep, but is "merge"`);
	expect(calls(simulator)).toEqual([]);
});
