/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { Contender, Measured } from '../contenders/contender';
import { floor } from '../contenders/floor';
import { hubspotClient } from '../contenders/hubspotClient';
import { node, nodeByEmail, nodeThroughEvaluator, nodeUnlimited } from '../contenders/node';
import { passThrough } from '../contenders/passThrough';
import { MODE_CONTENDERS } from '../modes/contenders';
import { modeCalled } from '../modes/modes';
import { makeEmailRows, makeRows } from '../rows';
import type { ContenderAnswer, ContenderOrder } from './contenderParent';
import { readOrder } from './fork';

const CONTENDERS: readonly Contender[] = [
	node,
	nodeThroughEvaluator,
	nodeUnlimited,
	nodeByEmail,
	passThrough,
	floor,
	hubspotClient,
];

const KILOBYTES_IN_MB = 1_024;

/** One run of one contender in a process of its own: a fresh heap, and CPU time that is only its own. */
async function main(): Promise<void> {
	const order = readOrder<ContenderOrder>();
	const { name, rows } = order;
	const { ms, cpuMs, confirmed } = await measure(order);
	if (confirmed !== rows) throw new Error(`${name} confirmed ${confirmed} of ${rows} rows`);
	const peakRssMb = process.resourceUsage().maxRSS / KILOBYTES_IN_MB;
	process.send?.({ ms, cpuMs, peakRssMb } satisfies ContenderAnswer);
	process.disconnect?.();
}

async function measure({ name, mode, rows, firstRow, target }: ContenderOrder): Promise<Measured> {
	if (mode !== undefined) {
		const used = modeCalled(mode);
		return await MODE_CONTENDERS[name](used, used.rowsOf(rows), target);
	}
	const contender = CONTENDERS.find((one) => one.name === name);
	if (!contender) throw new RangeError(`No contender is called ${name}`);
	const make = contender === nodeByEmail ? makeEmailRows : makeRows;
	return await contender.run(make(rows, firstRow), target);
}

void main();
