import { startSimulator } from '../../simulator';
import { createAssociations, runHubSpotNode } from '../../tools/hubSpotNode';

const HOUR_MS = 3_600_000;

/** After the first request, which HubSpot asks to send again after a second. */
const INTO_THE_WAIT_MS = 400;

afterEach(() => jest.restoreAllMocks());

it.each([
	['back', -HOUR_MS],
	['forward', HOUR_MS],
])('waits no longer and no shorter when the time is set %s during a run', async (_, by) => {
	const simulator = await startSimulator();
	simulator.faults.add({ fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } } });
	const date = Date.now.bind(Date);
	let setAt = Infinity;
	jest.spyOn(Date, 'now').mockImplementation(() => {
		if (simulator.requests.length > 0)
			setAt = Math.min(setAt, performance.now() + INTO_THE_WAIT_MS);
		return date() + (performance.now() >= setAt ? by : 0);
	});
	const parameters = createAssociations();
	const start = performance.now();
	const { items } = await runHubSpotNode({
		simulator,
		parameters,
		items: [{ from: 1001, to: 5001 }],
	});
	expect(items).toHaveLength(1);
	expect(simulator.requests).toHaveLength(2);
	expect(performance.now() - start).toBeGreaterThan(1_000);
	expect(performance.now() - start).toBeLessThan(6_000);
	await simulator.close();
});
