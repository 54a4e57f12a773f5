import { simulatorForEachTest } from '../../support/simulator';
import { associated, callCounts, calls, checkingLimits } from '../support/associations';
import { fromList, runHubSpotNode } from '../../../tools/hubSpotNode';
import { reasonOf } from '../support/refusal';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest({ behaviour: { readPageSize: 2 } });

const DECISION_MAKER = 'USER_DEFINED:36';
const BILLING = 'USER_DEFINED:38';

it.each(['v4', '2026-03', '2026-09'])(
	'refuses rows beyond the object limit alone, in %s',
	async (apiVersion) => {
		simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 3);
		associated(simulator, 1001, [5001, 5002]);
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: checkingLimits([], {}, { apiVersion }),
			items: [
				{ from: 1001, to: 5001 },
				{ from: 1001, to: 5003 },
				{ from: 1001, to: 5004 },
				{ from: 1002, to: 5004 },
			],
		});
		expect(items.map(({ json }) => json.toObjectId)).toEqual(['5001', '5003', '5004']);
		expect(errorItems.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				from: 1001,
				to: 5004,
				error: {
					message:
						'Record 1001 of contacts is at its limit for companies: 3 allowed, 3 present, including earlier items [item 2]',
					state: 'notSent',
					retryable: false,
					context: { limit: ['3'], present: ['3'], recordId: ['1001'] },
					...CONTACTS_TO_COMPANIES,
					fromObjectId: '1001',
					toObjectId: '5004',
				},
			}),
		]);
		expect(callCounts(simulator)).toEqual({
			'GET limits 0-1>0-2': 1,
			'GET limits 0-2>0-1': 1,
			'GET labels 0-1>0-2': 1,
			'GET labels 0-2>0-1': 1,
			'read 0-1>0-2': 1,
			'associate/default 0-1>0-2': 1,
		});
	},
);

it('costs two requests where there are no limits', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: checkingLimits(),
		items: [{ from: 1001, to: 5001 }],
	});
	expect(items).toHaveLength(1);
	expect(callCounts(simulator)).toEqual({
		'GET limits 0-1>0-2': 1,
		'GET limits 0-2>0-1': 1,
		'associate/default 0-1>0-2': 1,
	});
});

it('counts every page of what a record has, and says how many that is', async () => {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 5);
	associated(simulator, 1001, [5001, 5002, 5003, 5004, 5005]);
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: checkingLimits(),
		items: [{ from: 1001, to: 5006 }],
	});
	expect(errorItems.map(({ json }) => json.message)).toEqual([
		'Record 1001 of contacts is at its limit for companies: 5 allowed, 5 present. Raise the limit, or remove an association of the record first.',
	]);
	expect(callCounts(simulator)['read 0-1>0-2']).toBe(3);
});

it('holds labels against their own limit, those of the run and those already there', async () => {
	simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 2);
	simulator.account.associate('contacts', 'companies', '1001', '5001', ['Decision Maker']);
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: checkingLimits('={{ $json.label }}'),
		items: [
			{ from: 1001, to: 5001, label: DECISION_MAKER },
			{ from: 1001, to: 5002, label: DECISION_MAKER },
			{ from: 1001, to: 5003, label: `${BILLING}, ${DECISION_MAKER}` },
			{ from: 1001, to: 5004, label: BILLING },
		],
	});
	expect(items.map(({ json }) => json.toObjectId)).toEqual(['5001', '5002', '5004']);
	expect(errorItems.map(reasonOf)).toEqual([
		'Record 1001 of contacts is at its limit for companies labeled "Decision Maker": 2 allowed, 2 present, including earlier items [item 2]',
	]);
});

it('lets a row pass that replaces the label of another', async () => {
	simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 1);
	simulator.account.associate('contacts', 'companies', '1001', '5001', ['Decision Maker']);
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: checkingLimits('={{ $json.label }}'),
		items: [
			{ from: 1001, to: 5001, label: BILLING },
			{ from: 1001, to: 5002, label: DECISION_MAKER },
		],
	});
	expect(errorItems).toEqual([]);
	expect(items).toHaveLength(2);
});

it('holds the other end against the limits of the other direction', async () => {
	simulator.account.setLimit('companies', 'contacts', 'HUBSPOT_DEFINED', 280, 3);
	simulator.account.setLimit('companies', 'contacts', 'USER_DEFINED', 39, 1);
	associated(simulator, 1001, [5001]);
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: checkingLimits([BILLING]),
		items: [
			{ from: 1002, to: 5001 },
			{ from: 1003, to: 5001 },
			{ from: 1004, to: 5002 },
		],
	});
	expect(items.map(({ json }) => json.fromObjectId)).toEqual(['1002', '1004']);
	expect(errorItems.map(reasonOf)).toEqual([
		'Record 5001 of companies is at its limit for contacts labeled "Billing Contact": 1 allowed, 1 present, including earlier items [item 1]',
	]);
	expect(calls(simulator).filter((call) => call.startsWith('read'))).toEqual(['read 0-2>0-1']);
});

it('counts both ends of two records of one object under the limit that they share', async () => {
	simulator.account.setLimit('contacts', 'contacts', 'HUBSPOT_DEFINED', 449, 1);
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: checkingLimits([], { toObjectType: fromList('0-1') }),
		items: [
			{ from: 1001, to: 1002 },
			{ from: 1002, to: 1001 },
			{ from: 1003, to: 1002 },
			{ from: 1003, to: 1004 },
		],
	});
	expect(errorItems.map(reasonOf)).toEqual([
		'Record 1002 of contacts is at its limit for contacts: 1 allowed, 1 present, including earlier items [item 2]',
	]);
	expect(items).toHaveLength(3);
	expect(callCounts(simulator)).toEqual({
		'GET limits 0-1>0-1': 1,
		'GET labels 0-1>0-1': 1,
		'read 0-1>0-1': 1,
		'associate/default 0-1>0-1': 2,
	});
});

it('reads records once for both limits and labels to keep', async () => {
	simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 1);
	simulator.account.associate('contacts', 'companies', '1001', '5001', ['Decision Maker']);
	simulator.account.associate('contacts', 'companies', '1001', '5002', ['Primary']);
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: checkingLimits(['Decision Maker', BILLING], {}, { existingLabels: 'keep' }),
		items: [
			{ from: 1001, to: 5001 },
			{ from: 1001, to: 5002 },
		],
	});
	expect(items.map(({ json }) => json.labels)).toEqual([['Decision Maker', 'Billing Contact']]);
	expect(errorItems).toHaveLength(1);
	expect(callCounts(simulator)).toEqual({
		'GET labels 0-1>0-2': 1,
		'GET limits 0-1>0-2': 1,
		'GET limits 0-2>0-1': 1,
		'GET labels 0-2>0-1': 1,
		'read 0-1>0-2': 1,
		'create 0-1>0-2': 1,
	});
});
