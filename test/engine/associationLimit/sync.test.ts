import type { BehaviourOptions } from '../../../simulator';
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
	UPDATE,
	CREATE,
	LIMITS,
	hold,
	held,
	sync,
	deleting,
	rows,
	limit,
} from '../support/syncLimits';

const simulator = simulatorForEachTest();

it('creates, updates, leaves alone and deletes, each told with old and new maximum', async () => {
	hold(simulator, { [OBJECT]: 10, [DECISION_MAKER]: 5, 'HUBSPOT_DEFINED:1': 1 });
	const { items, errorItems, hints } = await runHubSpotNode({
		simulator,
		parameters: sync(deleting),
		items: rows({ [DECISION_MAKER]: 6, [BILLING]: 2, [OBJECT]: 10 }),
	});
	expect(errorItems).toEqual([]);
	const billing = { ...limit, typeId: 38, label: 'Billing Contact' };
	const hubSpots = { ...limit, category: 'HUBSPOT_DEFINED' };
	expect(items).toEqual(
		[
			[0, { ...limit, action: 'updated', previousMaxToObjectIds: 5, maxToObjectIds: 6 }],
			[1, { ...billing, action: 'created', previousMaxToObjectIds: null, maxToObjectIds: 2 }],
			[
				2,
				{
					...hubSpots,
					typeId: 279,
					label: null,
					action: 'unchanged',
					previousMaxToObjectIds: 10,
					maxToObjectIds: 10,
				},
			],
			[
				0,
				{
					...hubSpots,
					typeId: 1,
					label: 'Primary',
					action: 'deleted',
					previousMaxToObjectIds: 1,
					maxToObjectIds: null,
				},
			],
		].map(([item, json]) => ({ json, pairedItem: { item } })),
	);
	expect(held(simulator)).toEqual({ [OBJECT]: 10, [DECISION_MAKER]: 6, [BILLING]: 2 });
	expect(requestLines(simulator)).toEqual([READ_LIMITS, READ_LABELS, PURGE, UPDATE, CREATE]);
	expect(hints[0].message).toBe(
		'3 items · 1 created · 1 changed · 1 unchanged · 1 deleted · 5 requests',
	);
});

it('sends nothing but one read where all is as wanted', async () => {
	hold(simulator, { [OBJECT]: 10, [DECISION_MAKER]: 5 });
	const { items } = await runHubSpotNode({
		simulator,
		parameters: sync(deleting),
		items: rows({ [OBJECT]: 10, [DECISION_MAKER]: 5 }),
	});
	expect(items.map(({ json }) => json.action)).toEqual(['unchanged', 'unchanged']);
	expect(requestLines(simulator)).toEqual([READ_LIMITS]);
});

it('shows in a dry run a plan that a person can approve, and writes nothing', async () => {
	hold(simulator, { [OBJECT]: 10, [DECISION_MAKER]: 5, [BILLING]: 3 });
	const before = held(simulator);
	const { items } = await runHubSpotNode({
		simulator,
		parameters: sync({ ...deleting, dryRun: true }),
		items: rows({ [OBJECT]: 10, [DECISION_MAKER]: 6 }),
	});
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({ dryRun: true, action: 'unchanged', previousMaxToObjectIds: 10 }),
		{
			...limit,
			dryRun: true,
			action: 'updated',
			previousMaxToObjectIds: 5,
			maxToObjectIds: 6,
			method: 'POST',
			url: `${simulator.url}${LIMITS}/batch/update`,
			batch: 2,
			input: { category: 'USER_DEFINED', typeId: 36, maxToObjectIds: 6 },
		},
		{
			...limit,
			dryRun: true,
			typeId: 38,
			label: 'Billing Contact',
			action: 'deleted',
			previousMaxToObjectIds: 3,
			maxToObjectIds: null,
			method: 'POST',
			url: `${simulator.url}${LIMITS}/batch/purge`,
			batch: 1,
			input: { category: 'USER_DEFINED', typeId: 38 },
		},
	]);
	expect(held(simulator)).toEqual(before);
	expect(requestLines(simulator)).toEqual([READ_LIMITS, READ_LABELS]);
});

describe('whatever HubSpot does where its documents are silent', () => {
	it.each<BehaviourOptions>([
		{ limitCreateOverExisting: 'overwrite', limitUpdateWithoutLimit: 'refuse' },
		{ removalAnswer: 'noContent', batchMaximum: { limits: 1 } },
	])('%j', async (behaviour) => {
		simulator.refill({ behaviour });
		hold(simulator, { [OBJECT]: 10, [DECISION_MAKER]: 5, 'HUBSPOT_DEFINED:1': 1 });
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync(deleting),
			items: rows({ [DECISION_MAKER]: 6, [BILLING]: 2, [OBJECT]: 12 }),
		});
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => json.action)).toEqual([
			'updated',
			'created',
			'updated',
			'deleted',
		]);
		expect(held(simulator)).toEqual({ [OBJECT]: 12, [DECISION_MAKER]: 6, [BILLING]: 2 });
	});
});

it('keeps a type that does not exist to its own item', async () => {
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: sync(),
		items: rows({ 'USER_DEFINED:999': 2, [BILLING]: 3 }),
	});
	expect(items).toMatchObject([{ json: { typeId: 38 }, pairedItem: { item: 1 } }]);
	expect(errorItems).toMatchObject([
		{
			json: { error: { subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE', typeId: 999 } },
		},
	]);
});
