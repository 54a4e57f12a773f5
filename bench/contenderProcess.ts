/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { floor } from './contenders/floor';
import { node, nodeThroughEvaluator } from './contenders/node';
import { passThrough } from './contenders/passThrough';
import { makeRows } from './rows';

export const CONTENDERS = [node, nodeThroughEvaluator, passThrough, floor];

/** One run of one contender in a process of its own: a fresh heap, and CPU time that is only its own. */
async function main(): Promise<void> {
	const [name, rowCount, url, token] = process.argv.slice(2);
	const contender = CONTENDERS.find((one) => one.name === name);
	if (!contender) throw new RangeError(`No contender is called ${name}`);
	const measured = await contender.run(makeRows(Number(rowCount)), { url, token });
	process.send?.({ ...measured, peakRssMb: process.resourceUsage().maxRSS / 1_024 });
	process.disconnect?.();
}

void main();
