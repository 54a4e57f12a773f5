import { byId, runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { requestLines } from '../support/requests';
import {
	OBJECT,
	DECISION_MAKER,
	BILLING,
	READ_LIMITS,
	READ_LABELS,
	PURGE,
	UPDATE,
	CREATE,
	hold,
	held,
	sync,
	deleting,
	rows,
} from '../support/syncLimits';
import { reasonOf } from '../support/refusal';

const simulator = simulatorForEachTest();

describe('the order of writes keeps label limits under the object limit', () => {
	it.each([
		[
			'raised',
			{ [OBJECT]: 5, [DECISION_MAKER]: 5 },
			{ [DECISION_MAKER]: 8, [OBJECT]: 10 },
			[UPDATE, UPDATE],
		],
		[
			'lowered',
			{ [OBJECT]: 10, [DECISION_MAKER]: 8 },
			{ [OBJECT]: 4, [DECISION_MAKER]: 3 },
			[UPDATE, UPDATE],
		],
		[
			'lowered far enough',
			{ [OBJECT]: 10, [DECISION_MAKER]: 3 },
			{ [OBJECT]: 4, [DECISION_MAKER]: 2 },
			[UPDATE],
		],
		[
			'raised, and a label limit made',
			{ [OBJECT]: 5 },
			{ [BILLING]: 8, [OBJECT]: 10 },
			[UPDATE, CREATE],
		],
		['made', { [DECISION_MAKER]: 8 }, { [OBJECT]: 4, [DECISION_MAKER]: 3 }, [UPDATE, CREATE]],
	])('%s', async (_what, before, wanted, writes) => {
		hold(simulator, before);
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync(),
			items: rows(wanted),
		});
		expect(errorItems).toEqual([]);
		expect(held(simulator)).toEqual(wanted);
		expect(requestLines(simulator)).toEqual([READ_LIMITS, READ_LABELS, ...writes]);
	});

	it('deletes the object limit before a label limit goes above it', async () => {
		hold(simulator, { [OBJECT]: 5, [DECISION_MAKER]: 5 });
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync(deleting),
			items: rows({ [DECISION_MAKER]: 8 }),
		});
		expect(errorItems).toEqual([]);
		expect(held(simulator)).toEqual({ [DECISION_MAKER]: 8 });
		expect(requestLines(simulator).slice(2)).toEqual([PURGE, UPDATE]);
	});
});

describe('what HubSpot would refuse is refused before anything is written', () => {
	it('two items, both named', async () => {
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync(),
			items: rows({ [OBJECT]: 5, [DECISION_MAKER]: 6 }),
		});
		const message =
			'The limit of a label must not exceed the limit without a label, contacts → companies: item 1 sets 6 for "Decision Maker" (USER_DEFINED:36), but item 0 sets 5 for HUBSPOT_DEFINED:279';
		expect(errorItems.map(reasonOf)).toEqual([`${message} [item 0]`, `${message} [item 1]`]);
		expect(requestLines(simulator)).toEqual([READ_LIMITS, READ_LABELS]);
	});

	it('an item against a limit that stays in HubSpot; the others go on', async () => {
		hold(simulator, { [OBJECT]: 5 });
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync(),
			items: rows({ [DECISION_MAKER]: 6, [BILLING]: 5 }),
		});
		expect(errorItems.map(reasonOf)).toEqual([
			'The limit of a label must not exceed the limit without a label, contacts → companies: item 0 sets 6 for "Decision Maker" (USER_DEFINED:36), but HubSpot has 5 for HUBSPOT_DEFINED:279 [item 0]',
		]);
		expect(items).toMatchObject([{ json: { action: 'created', typeId: 38 } }]);
	});

	it('different maximums for one limit, which stops the run', async () => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: sync(),
			items: [
				{ type: BILLING, maximum: 2 },
				{ type: BILLING, maximum: 3 },
			],
			onError: 'stopWorkflow',
		});
		expect(error?.message).toContain(
			'Items set different maximums for the same limit of contacts → companies, USER_DEFINED:38',
		);
		expect(requestLines(simulator)).toEqual([]);
	});

	it('two directions of one label between records of the same object', async () => {
		simulator.account.addLabel('contacts', 'contacts', {
			label: 'Sibling',
			inverseLabel: 'Sibling',
			typeId: 50,
			inverseTypeId: 51,
		});
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync({}, { toObjectType: byId('contacts') }),
			items: rows({ 'USER_DEFINED:50': 2, 'USER_DEFINED:51': 3 }),
		});
		expect(errorItems.map(reasonOf)).toEqual([
			expect.stringContaining('Both directions of a label share one limit, contacts → contacts'),
			expect.stringContaining('item 1 sets 3 for "Sibling" (USER_DEFINED:51)'),
		]);
	});
});
