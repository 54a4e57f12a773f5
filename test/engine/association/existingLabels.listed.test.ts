import { simulatorForEachTest } from '../../support/simulator';
import { calls, keepingLabels } from '../support/associations';
import { runHubSpotNode } from '../../../tools/hubSpotNode';

const simulator = simulatorForEachTest({ behaviour: { readPageSize: 2 } });

const DECISION_MAKER = 'USER_DEFINED:36';

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
		parameters: keepingLabels([DECISION_MAKER]),
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
		parameters: keepingLabels([DECISION_MAKER]),
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
		parameters: keepingLabels([DECISION_MAKER]),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(items.map(({ json }) => json.labels)).toEqual([['Decision Maker', 'Billing Contact']]);
});
