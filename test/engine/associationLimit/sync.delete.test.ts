import { runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { requestLines } from '../support/requests';
import {
	OBJECT,
	DECISION_MAKER,
	BILLING,
	READ_LIMITS,
	READ_LABELS,
	PURGE,
	hold,
	held,
	sync,
	deleting,
	rows,
} from '../support/syncLimits';

const simulator = simulatorForEachTest();

it('leaves limits that no item names where it is not told to delete', async () => {
	hold(simulator, { [DECISION_MAKER]: 5 });
	const { items } = await runHubSpotNode({
		simulator,
		parameters: sync(),
		items: rows({ [BILLING]: 3 }),
	});
	expect(items).toHaveLength(1);
	expect(held(simulator)).toEqual({ [DECISION_MAKER]: 5, [BILLING]: 3 });
});

describe('deletes only what surely nobody wants', () => {
	it('keeps the limits of a pair with an item that was refused', async () => {
		hold(simulator, { [DECISION_MAKER]: 5 });
		const { items, errorItems, hints } = await runHubSpotNode({
			simulator,
			parameters: sync(deleting),
			items: [
				{ type: BILLING, maximum: 2 },
				{ type: DECISION_MAKER, maximum: 'five' },
			],
		});
		expect(items).toHaveLength(1);
		expect(errorItems).toHaveLength(1);
		expect(held(simulator)).toEqual({ [DECISION_MAKER]: 5, [BILLING]: 2 });
		expect(hints[0].message).toContain(
			'1 unlisted kept because an item that may list them was refused',
		);
	});

	it('keeps the limits of a pair with an item that breaks a rule', async () => {
		hold(simulator, { 'HUBSPOT_DEFINED:1': 1 });
		const { items, errorItems, hints } = await runHubSpotNode({
			simulator,
			parameters: sync(deleting),
			items: rows({ [OBJECT]: 5, [DECISION_MAKER]: 6, [BILLING]: 2 }),
		});
		expect(items).toMatchObject([{ json: { action: 'created', typeId: 38 } }]);
		expect(errorItems).toHaveLength(2);
		expect(held(simulator)).toEqual({ 'HUBSPOT_DEFINED:1': 1, [BILLING]: 2 });
		expect(hints[0].message).toContain('1 unlisted kept');
	});
});

it('sends nothing more once a deletion is refused and the node is set to stop', async () => {
	hold(simulator, { [DECISION_MAKER]: 5 });
	simulator.faults.add({ path: /purge$/, fault: { kind: 'status', status: 403 } });
	const { error } = await runHubSpotNode({
		simulator,
		parameters: sync(deleting),
		items: rows({ [BILLING]: 2 }),
		onError: 'stopWorkflow',
	});
	expect(error?.message).toContain('The scope needed for this call is missing');
	expect(error?.description).toContain('0 done, 1 refused, 1 not sent');
	expect(held(simulator)).toEqual({ [DECISION_MAKER]: 5 });
	expect(requestLines(simulator)).toEqual([READ_LIMITS, READ_LABELS, PURGE]);
});

it('tells a deletion that HubSpot refused by an item of its own', async () => {
	hold(simulator, { [DECISION_MAKER]: 5 });
	simulator.faults.add({ path: /purge$/, fault: { kind: 'status', status: 400 } });
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: sync(deleting),
		items: rows({ [BILLING]: 2 }),
	});
	expect(items).toMatchObject([{ json: { action: 'created' } }]);
	expect(errorItems).toMatchObject([
		{ json: { error: { associationCategory: 'USER_DEFINED', typeId: 36, status: 400 } } },
	]);
});

it('does not delete by a text that only looks like a yes', async () => {
	const { error } = await runHubSpotNode({
		simulator,
		parameters: sync({ deleteUnlisted: '={{ "true" }}' }),
		items: rows({ [BILLING]: 3 }),
		onError: 'stopWorkflow',
	});
	expect(error?.message).toBe('\'Delete Unlisted\' must be true or false, but is "true"');
	expect(requestLines(simulator)).toEqual([]);
});
