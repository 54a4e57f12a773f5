import { SHORT_DELAY_MS, type Plan } from '../plan';
import { startSimulatorProcess } from '../processes/simulatorParent';
import { runContender } from '../processes/contenderParent';
import { race } from '../race';
import type { Result } from '../report/results';
import { say } from '../terminal';
import { MODE_CONTENDERS } from './contenders';
import type { Mode } from './mode';

/**
 * Runs the node and the bare script of each mode in turn.
 * @param nodeJs the Node.js to run them with; default: this one
 * @throws Error when the two have not sent equally many requests: then they do not do the same
 */
export async function measureModes(
	{ runs, share }: Plan['modes'],
	modes: readonly Mode[],
	nodeJs?: string,
): Promise<Result[]> {
	const measured: Result[] = [];
	for (const mode of modes) {
		const rows = mode.rows * share;
		say(`${mode.title}: ${rows.toLocaleString('en')} rows, ${SHORT_DELAY_MS} ms an answer`);
		const results = await raceIn(mode, rows, runs, nodeJs);
		const [first, ...others] = results;
		if (others.some(({ requests }) => requests !== first.requests)) {
			throw new Error(
				`${mode.name}: ${results.map(({ contender, requests }) => `${contender} sent ${requests} requests`).join(', ')}`,
			);
		}
		measured.push(...results);
	}
	return measured;
}

async function raceIn(mode: Mode, rows: number, runs: number, nodeJs?: string): Promise<Result[]> {
	const delayMs = SHORT_DELAY_MS;
	const simulator = await startSimulatorProcess({ rows, delayMs, mode: mode.name });
	const entrants = Object.keys(MODE_CONTENDERS).map((name) => ({
		name,
		mode: mode.name,
		rows,
		runs,
		associates: true,
		run: async () => await runContender({ name, mode: mode.name, rows, target: simulator }, nodeJs),
	}));
	try {
		return await race(entrants, delayMs, simulator);
	} finally {
		await simulator.stop();
	}
}
