import type { INodeParameters } from 'n8n-workflow';
import { SEED } from '../../../simulator';
import { simulatorForEachTest } from '../../support/simulator';
import { associationRun, calls } from '../support/associations';
import { fromList, runHubSpotNode } from '../../../tools/hubSpotNode';

const simulator = simulatorForEachTest({ behaviour: { readPageSize: 2 } });

const DECISION_MAKER = 'USER_DEFINED:36';
const BILLING = 'USER_DEFINED:38';

function keep(labels: unknown, further: INodeParameters = {}, options = {}): INodeParameters {
	return associationRun('create', {
		labels: labels as string,
		options: { existingLabels: 'keep', ...options },
		...further,
	});
}

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
			parameters: keep([DECISION_MAKER], {}, { apiVersion }),
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
		parameters: keep([DECISION_MAKER], {}, { existingLabels: 'replace' }),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(labelsOf('1001', '5001')).toEqual(['Decision Maker']);
	expect(calls(simulator)).toEqual(['create 0-1>0-2']);
});

it('reads nothing for unlabeled associations, which leave labels alone', async () => {
	associate('1001', '5001', ['Billing Contact']);
	await runHubSpotNode({
		simulator,
		parameters: keep([]),
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
		parameters: keep([], { toObjectType: fromList(objectTypeId) }),
		items: [{ from: 1001, to: firstId }],
	});
	expect(items.map(({ json }) => json.labels)).toEqual([['Driver']]);
});

it('reads a record no further than its wanted associations stand', async () => {
	for (let company = 5001; company <= 5009; company++)
		associate('1001', String(company), ['Primary']);
	await runHubSpotNode({
		simulator,
		parameters: keep([BILLING]),
		items: [{ from: 1001, to: 5003 }],
	});
	expect(labelsOf('1001', '5003')).toEqual(['Billing Contact', 'Primary']);
	expect(calls(simulator)).toEqual(['read 0-1>0-2', 'read 0-1>0-2', 'create 0-1>0-2']);
});

it('joins the labels of rows for the same two records with those that are there', async () => {
	associate('1001', '5001', ['Primary']);
	const { items } = await runHubSpotNode({
		simulator,
		parameters: keep('={{ $json.label }}'),
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
		parameters: keep([BILLING]),
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
		parameters: keep([BILLING]),
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
		parameters: keep([DECISION_MAKER], {}, { dryRun: true }),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(items[0].json.input).toMatchObject({
		types: [{ associationTypeId: 36 }, { associationTypeId: 38 }],
	});
	expect(calls(simulator)).toEqual(['read 0-1>0-2']);
});

it('refuses another word for it', async () => {
	const { error } = await runHubSpotNode({
		simulator,
		parameters: keep([BILLING], {}, { existingLabels: '={{ "merge" }}' }),
		items: [{ from: 1001, to: 5001 }],
		onError: 'stopWorkflow',
	});
	expect(error?.message).toBe(`'Existing Labels' must be replace or keep, but is "merge"`);
	expect(calls(simulator)).toEqual([]);
});

describe('what HubSpot lists of the two records', () => {
	/** An answer to the read in which record 5001 is listed with these types. */
	function answerRead(to: object[]): void {
		const body = { status: 'COMPLETE', results: [{ from: { id: '1001' }, to }] };
		simulator.faults.add({
			path: /batch\/read$/,
			fault: { kind: 'bodyAfter', status: 200, body },
		});
	}

	const BILLING_TYPE = { category: 'USER_DEFINED', typeId: 38, label: 'Billing Contact' };
	const listed = (...associationTypes: unknown[]) => ({ toObjectId: 5001, associationTypes });

	it.each([
		['no category', { typeId: 38, label: 'Billing Contact' }],
		['a category that is not known', { ...BILLING_TYPE, category: 'NEW' }],
		['a type ID that is no number', { ...BILLING_TYPE, typeId: '38' }],
		['no label', { typeId: 38 }],
		['no object', 'Billing Contact'],
	])('refuses a row where it lists a label with %s', async (_, type) => {
		answerRead([listed(type)]);
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: keep([DECISION_MAKER]),
			items: [{ from: 1001, to: 5001 }],
		});
		expect(items).toEqual([]);
		expect(errorItems.map(({ json }) => [json.message, json.error])).toEqual([
			[
				"Records 1001 and 5001 have a label that this node cannot read, and sending the row would remove it. Nothing was sent. If you do not need that label, set 'Existing Labels' to 'Replace'.",
				expect.objectContaining({ state: 'notSent', retryable: false }),
			],
		]);
		expect(calls(simulator)).toEqual(['read 0-1>0-2']);
	});

	it('keeps the labels of a record that is listed twice', async () => {
		answerRead([
			listed(BILLING_TYPE),
			listed({ category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' }),
		]);
		const { items } = await runHubSpotNode({
			simulator,
			parameters: keep([DECISION_MAKER]),
			items: [{ from: 1001, to: 5001 }],
		});
		expect(items.map(({ json }) => json.labels)).toEqual([
			['Decision Maker', 'Billing Contact', 'Primary'],
		]);
	});

	it('does without an unlabeled type that cannot be read', async () => {
		answerRead([listed({ typeId: 279, label: null }, BILLING_TYPE)]);
		const { items } = await runHubSpotNode({
			simulator,
			parameters: keep([DECISION_MAKER]),
			items: [{ from: 1001, to: 5001 }],
		});
		expect(items.map(({ json }) => json.labels)).toEqual([['Decision Maker', 'Billing Contact']]);
	});
});
