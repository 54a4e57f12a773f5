import type { Contender } from './contenders/contender';
import { floor } from './contenders/floor';
import { node, nodeThroughEvaluator, nodeUnlimited } from './contenders/node';
import { passThrough } from './contenders/passThrough';
import { SHORT_DELAY_MS, type Plan } from './plan';
import { startSimulatorProcess } from './processes/simulatorParent';
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
	const { rows, manyRows, manyRowsRuns } = engine;
	const entrant = ({ name }: Contender, count: number, times: number) =>
		scriptEntrant(
			{ name, rows: count, runs: times, associates: name !== passThrough.name },
			nodeJs,
		);
	const usual = await measure(rows, [
		entrant(node, rows, runs),
		entrant(passThrough, rows, runs),
		entrant(floor, rows, runs),
		// It takes most of a minute.
		entrant(nodeThroughEvaluator, rows, 1),
	]);
	// Few and many rows in turn: how they compare must not depend on how fast the machine was at the time.
	const many = await measure(manyRows, [
		entrant(nodeUnlimited, rows, manyRowsRuns),
		entrant(nodeUnlimited, manyRows, manyRowsRuns),
		entrant(passThrough, manyRows, manyRowsRuns),
	]);
	return [...usual, ...many];
}

async function measure(rows: number, entrants: readonly Entrant[]): Promise<Result[]> {
	say(`${rows.toLocaleString('en')} rows in n8n's engine alone, ${SHORT_DELAY_MS} ms an answer`);
	const simulator = await startSimulatorProcess({ rows, delayMs: SHORT_DELAY_MS });
	try {
		return await race(entrants, SHORT_DELAY_MS, simulator);
	} finally {
		await simulator.stop();
	}
}
