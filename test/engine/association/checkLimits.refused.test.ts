import { simulatorForEachTest } from '../../support/simulator';
import { associated, calls, checkingLimits } from '../support/associations';
import { runHubSpotNode } from '../../../tools/hubSpotNode';

const simulator = simulatorForEachTest({ behaviour: { readPageSize: 2 } });

const DECISION_MAKER = 'USER_DEFINED:36';
const BILLING = 'USER_DEFINED:38';

it('sends no row whose limits or associations could not be read', async () => {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 3);
	simulator.faults.add({ path: /batch\/read/, fault: { kind: 'wholeBatch400', guilty: ['1002'] } });
	const items = [
		{ from: 1001, to: 5001 },
		{ from: 1002, to: 5001 },
	];
	const unread = await runHubSpotNode({ simulator, parameters: checkingLimits(), items });
	expect(unread.items).toHaveLength(1);
	expect(unread.errorItems.map(({ json }) => json.from)).toEqual([1002]);
	simulator.reset();
	simulator.faults.add({ path: /configurations\/0-2/, fault: { kind: 'status', status: 403 } });
	const unknown = await runHubSpotNode({ simulator, parameters: checkingLimits(), items });
	expect(unknown.errorItems).toHaveLength(2);
	expect(calls(simulator).filter((call) => call.startsWith('associate'))).toEqual([]);
});

it('stops before anything is written when a row is beyond a limit and the node is set to stop', async () => {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 1);
	associated(simulator, 1001, [5001]);
	const { error } = await runHubSpotNode({
		simulator,
		parameters: checkingLimits(),
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
		simulator.refill({});
		const { account } = simulator;
		account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 4);
		account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 2);
		account.setLimit('companies', 'contacts', 'HUBSPOT_DEFINED', 280, 5);
		account.setLimit('companies', 'contacts', 'USER_DEFINED', 39, 3);
		account.associate('contacts', 'companies', '1001', '5001', ['Billing Contact']);
		account.associate('contacts', 'companies', '1002', '5002', ['Decision Maker']);
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: checkingLimits(
				'={{ $json.label }}',
				{},
				{ checkLimits, batchSize: 1, maxConcurrency: 1 },
			),
			items,
		});
		return new Map(
			errorItems.map(({ json }) => [
				`${String(json.from)}>${String(json.to)}`,
				(json.error as { status?: number }).status,
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
		parameters: checkingLimits([], {}, { checkLimits: '={{ "perhaps" }}' }),
		items: [{ from: 1001, to: 5001 }],
		onError: 'stopWorkflow',
	});
	expect(error?.message).toBe(`'Check Limits' must be true or false, but is "perhaps"`);
});
