/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { parseArgs } from 'node:util';
import { runContender } from '../processes/contenderParent';
import { startSimulatorProcess, type SimulatorProcess } from '../processes/simulatorParent';
import { thisMachine } from '../report/machine';
import type { RateLimitResult } from '../report/results';
import { saveRateLimits } from '../report/save';
import { fail, say } from '../terminal';

const HELP = `Runs under HubSpot's rate limit: npm run bench:rate -- [options]

  --rows <number>   rows of one run (default 105000: about ten minutes in all)
  --help            this text

Only a run with the default rows is written down.`;

/** HubSpot's limit for free and starter accounts, which is also the node's default. */
const REQUESTS = 100;
const WINDOW_MS = 10_000;

/** Emails for 1,050 requests, which count towards the ten-second limit; the 53 that create do not. */
const ROWS = 105_000;
const EMAILS_PER_REQUEST = 100;
const DELAY_MS = 20;
const RUNS_AT_ONCE = 4;
const CONTENDER = 'engine-node-by-email';
const PROGRESS_MS = 30_000;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { rows: { type: 'string', default: String(ROWS) }, help: { type: 'boolean' } },
	});
	if (values.help) return say(HELP);
	const rows = Number(values.rows);
	const results: RateLimitResult[] = [];
	for (const runs of [1, RUNS_AT_ONCE]) {
		const result = await measure(runs, rows);
		say(describe(result));
		results.push(result);
	}
	if (rows === ROWS) await saveRateLimits({ machine: thisMachine(), runs: results });
}

/** So many runs at once, each in a process of its own and with rows of its own. */
async function measure(runs: number, rows: number): Promise<RateLimitResult> {
	say(`${runs} at once, ${rows.toLocaleString('en')} rows by email each`);
	const simulator = await startSimulatorProcess({
		rows: runs * rows,
		delayMs: DELAY_MS,
		requestsPerTenSeconds: REQUESTS,
	});
	const startedAt = Date.now();
	const progress = setInterval(() => say(`  … ${secondsSince(startedAt)} s`), PROGRESS_MS);
	try {
		const times = await Promise.all(
			Array.from({ length: runs }, async (_, run) => await timeOf(simulator, rows, run)),
		);
		const { requests, refused, done, spanMs } = await simulator.takeState();
		if (done !== runs * rows) throw new Error(`Only ${done} rows are associated`);
		return {
			runs,
			rows,
			requests,
			refused,
			slowestMs: Math.max(...times),
			fastestMs: Math.min(...times),
			shareOfRate: earliestEndMs((runs * rows) / EMAILS_PER_REQUEST) / spanMs,
		};
	} finally {
		clearInterval(progress);
		await simulator.stop();
	}
}

async function timeOf(simulator: SimulatorProcess, rows: number, run: number): Promise<number> {
	const { ms } = await runContender({
		name: CONTENDER,
		rows,
		firstRow: run * rows,
		target: simulator,
	});
	say(`  run ${run + 1}: ${(ms / 1_000).toFixed(1)} s`);
	return ms;
}

/** When the last of so many requests can leave that count towards one limit, if every window is filled at its start. */
function earliestEndMs(requests: number): number {
	return Math.floor((requests - 1) / REQUESTS) * WINDOW_MS;
}

function secondsSince(startedAt: number): string {
	return ((Date.now() - startedAt) / 1_000).toFixed(0);
}

function describe({ requests, refused, slowestMs, fastestMs, shareOfRate }: RateLimitResult) {
	return [
		`  ${requests} requests, ${refused} answered 429 (${((100 * refused) / requests).toFixed(1)} %)`,
		`${(100 * shareOfRate).toFixed(1)} % of the possible rate`,
		`slowest to fastest ${(slowestMs / fastestMs).toFixed(2)}`,
	].join(', ');
}

main().catch(fail);
