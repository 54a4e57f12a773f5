import type { INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator';
import { associationRun, callCounts, calls } from '../support/associations';
import { fromList, runHubSpotNode } from '../support/hubSpotNode';

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator({ behaviour: { readPageSize: 2 } });
});

afterEach(() => simulator.close());

const DECISION_MAKER = 'USER_DEFINED:36';
const BILLING = 'USER_DEFINED:38';

function check(labels: unknown = [], further: INodeParameters = {}, options = {}): INodeParameters {
	return associationRun('create', {
		labels: labels as string,
		options: { checkLimits: true, ...options },
		...further,
	});
}

function associate(from: number, ...companies: number[]): void {
	for (const to of companies) {
		simulator.account.associate('contacts', 'companies', String(from), String(to));
	}
}

it.each(['v4', '2026-03', '2026-09'])(
	'refuses rows beyond the object limit alone, in %s',
	async (apiVersion) => {
		simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 3);
		associate(1001, 5001, 5002);
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: check([], {}, { apiVersion }),
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
				error:
					'Record 1001 of contacts is at its limit for companies: 3 allowed, 3 present, earlier items included [item 2]',
				details: {
					context: { limit: ['3'], present: ['3'], recordId: ['1001'] },
					fromObjectType: '0-1',
					fromObjectId: '1001',
					toObjectType: '0-2',
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
		parameters: check(),
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
	associate(1001, 5001, 5002, 5003, 5004, 5005);
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: check(),
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
		parameters: check('={{ $json.label }}'),
		items: [
			{ from: 1001, to: 5001, label: DECISION_MAKER },
			{ from: 1001, to: 5002, label: DECISION_MAKER },
			{ from: 1001, to: 5003, label: `${BILLING}, ${DECISION_MAKER}` },
			{ from: 1001, to: 5004, label: BILLING },
		],
	});
	expect(items.map(({ json }) => json.toObjectId)).toEqual(['5001', '5002', '5004']);
	expect(errorItems.map(({ json }) => json.error)).toEqual([
		'Record 1001 of contacts is at its limit for companies labeled "Decision Maker": 2 allowed, 2 present, earlier items included [item 2]',
	]);
});

it('lets a row pass that replaces the label of another', async () => {
	simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 1);
	simulator.account.associate('contacts', 'companies', '1001', '5001', ['Decision Maker']);
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: check('={{ $json.label }}'),
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
	associate(1001, 5001);
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: check([BILLING]),
		items: [
			{ from: 1002, to: 5001 },
			{ from: 1003, to: 5001 },
			{ from: 1004, to: 5002 },
		],
	});
	expect(items.map(({ json }) => json.fromObjectId)).toEqual(['1002', '1004']);
	expect(errorItems.map(({ json }) => json.error)).toEqual([
		'Record 5001 of companies is at its limit for contacts labeled "Billing Contact": 1 allowed, 1 present, earlier items included [item 1]',
	]);
	expect(calls(simulator).filter((call) => call.startsWith('read'))).toEqual(['read 0-2>0-1']);
});

it('counts both ends of two records of one object under the limit that they share', async () => {
	simulator.account.setLimit('contacts', 'contacts', 'HUBSPOT_DEFINED', 449, 1);
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: check([], { toObjectType: fromList('0-1') }),
		items: [
			{ from: 1001, to: 1002 },
			{ from: 1002, to: 1001 },
			{ from: 1003, to: 1002 },
			{ from: 1003, to: 1004 },
		],
	});
	expect(errorItems.map(({ json }) => json.error)).toEqual([
		'Record 1002 of contacts is at its limit for contacts: 1 allowed, 1 present, earlier items included [item 2]',
	]);
	expect(items).toHaveLength(3);
	expect(callCounts(simulator)).toEqual({
		'GET limits 0-1>0-1': 1,
		'GET labels 0-1>0-1': 1,
		'read 0-1>0-1': 1,
		'associate/default 0-1>0-1': 1,
	});
});

it('reads records once for both limits and labels to keep', async () => {
	simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 1);
	simulator.account.associate('contacts', 'companies', '1001', '5001', ['Decision Maker']);
	simulator.account.associate('contacts', 'companies', '1001', '5002', ['Primary']);
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: check(['Decision Maker', BILLING], {}, { existingLabels: 'keep' }),
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

it('sends no row whose limits or associations could not be read', async () => {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 3);
	simulator.faults.add({ path: /batch\/read/, fault: { kind: 'wholeBatch400', guilty: ['1002'] } });
	const items = [
		{ from: 1001, to: 5001 },
		{ from: 1002, to: 5001 },
	];
	const unread = await runHubSpotNode({ simulator, parameters: check(), items });
	expect(unread.items).toHaveLength(1);
	expect(unread.errorItems.map(({ json }) => json.from)).toEqual([1002]);
	simulator.reset();
	simulator.faults.add({ path: /configurations\/0-2/, fault: { kind: 'status', status: 403 } });
	const unknown = await runHubSpotNode({ simulator, parameters: check(), items });
	expect(unknown.errorItems).toHaveLength(2);
	expect(calls(simulator).filter((call) => call.startsWith('associate'))).toEqual([]);
});

it('stops before anything is written when a row is beyond a limit and the node is set to stop', async () => {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 1);
	associate(1001, 5001);
	const { error } = await runHubSpotNode({
		simulator,
		parameters: check(),
		items: [
			{ from: 1002, to: 5001 },
			{ from: 1001, to: 5002 },
		],
		onError: 'stopWorkflow',
	});
	expect(error?.message).toBe(
		'Record 1001 of contacts is at its limit for companies: 1 allowed, 1 present [item 1]',
	);
	expect(calls(simulator)).not.toContain('associate/default 0-1>0-2');
});

describe('held against what HubSpot does', () => {
	const items = Array.from({ length: 80 }, (_, index) => ({
		from: 1001 + ((index * 7) % 9),
		to: 5001 + ((index * 5) % 8),
		label: index % 3 === 0 ? DECISION_MAKER : BILLING,
	}));

	/** One row a request, so that HubSpot judges them in their order. */
	async function refusedRows(checkLimits: boolean): Promise<Map<string, unknown>> {
		await simulator.close();
		simulator = await startSimulator();
		const { account } = simulator;
		account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 4);
		account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 2);
		account.setLimit('companies', 'contacts', 'HUBSPOT_DEFINED', 280, 5);
		account.setLimit('companies', 'contacts', 'USER_DEFINED', 39, 3);
		account.associate('contacts', 'companies', '1001', '5001', ['Billing Contact']);
		account.associate('contacts', 'companies', '1002', '5002', ['Decision Maker']);
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: check('={{ $json.label }}', {}, { checkLimits, batchSize: 1, maxConcurrency: 1 }),
			items,
		});
		return new Map(
			errorItems.map(({ json }) => [
				`${String(json.from)}>${String(json.to)}`,
				(json.details as { status?: number }).status,
			]),
		);
	}

	it('refuses the same rows, and lets none through that HubSpot refuses', async () => {
		const byHubSpot = await refusedRows(false);
		const byCheck = await refusedRows(true);
		expect(byHubSpot.size).toBeGreaterThan(20);
		expect([...byCheck.keys()]).toEqual([...byHubSpot.keys()]);
		expect(new Set(byHubSpot.values())).toEqual(new Set([207]));
		expect(new Set(byCheck.values())).toEqual(new Set([undefined]));
	});
});

it('refuses anything but on or off', async () => {
	const { error } = await runHubSpotNode({
		simulator,
		parameters: check([], {}, { checkLimits: '={{ "perhaps" }}' }),
		items: [{ from: 1001, to: 5001 }],
		onError: 'stopWorkflow',
	});
	expect(error?.message).toBe(`'Check Limits' must be true or false, but is "perhaps"`);
});
