import { floor } from './contenders/floor';
import { node, nodeThroughEvaluator, nodeUnlimited } from './contenders/node';
import { passThrough } from './contenders/passThrough';
import { SHORT_DELAY_MS, type Plan } from './plan';
import { startSimulatorProcess } from './processes/simulator';
import { race, type Entrant } from './race';
import type { Result } from './report/results';
import { scriptEntrant } from './sideBySide';
import { say } from './terminal';

/**
 * The node in n8n's engine alone, without a server around it: what the work itself takes, what a
 * row costs in memory, and how both grow.
 * @param nodeJs the Node.js to run it with
 */
export async function measureEngine({ runs, engine }: Plan, nodeJs: string): Promise<Result[]> {
	const entrant = ({ name }: { name: string }, times: number) =>
		scriptEntrant(name, times, nodeJs, name !== passThrough.name);
	const usual = await measure(engine.rows, [
		entrant(node, runs),
		entrant(nodeUnlimited, runs),
		entrant(passThrough, runs),
		entrant(floor, runs),
		// It takes most of a minute.
		entrant(nodeThroughEvaluator, 1),
	]);
	const many = await measure(engine.manyRows, [
		entrant(nodeUnlimited, engine.manyRowsRuns),
		entrant(passThrough, engine.manyRowsRuns),
	]);
	return [...usual, ...many];
}

async function measure(rows: number, entrants: readonly Entrant[]): Promise<Result[]> {
	say(`${rows.toLocaleString('en')} rows in n8n's engine alone, ${SHORT_DELAY_MS} ms an answer`);
	const simulator = await startSimulatorProcess({ rows, delayMs: SHORT_DELAY_MS });
	try {
		return await race(entrants, rows, SHORT_DELAY_MS, simulator);
	} finally {
		await simulator.stop();
	}
}
