import fc from 'fast-check';
import { createPacer } from '../../../nodes/HubSpotAssociations/sending/pacer';
import { drain } from '../../../nodes/HubSpotAssociations/batching/pool';
import { createSender } from '../../../nodes/HubSpotAssociations/sending/sender';
import type { Answer } from '../../../nodes/HubSpotAssociations/hubspot/api/answer';
import { countOf } from '../../counts';
import { VirtualClock } from './support/virtualClock';

/** Runs that share one limit of HubSpot's, on a clock that passes only when all of them wait. */

const LIMIT = 100;
const WINDOW_MS = 10_000;
const CONCURRENCY = 5;

interface Portal {
	answer(): Answer;
	readonly arrivals: { total: number; refused: number };
}

/** @param countsRefused whether a refused request uses up the limit too: HubSpot does not say */
function createPortal(clock: VirtualClock, withHeaders: boolean, countsRefused: boolean): Portal {
	const arrivals = { total: 0, refused: 0 };
	let window: number[] = [];
	return {
		arrivals,
		answer() {
			const now = clock.now();
			window = window.filter((arrivedAt) => arrivedAt > now - WINDOW_MS);
			const isRefused = window.length >= LIMIT;
			if (!isRefused || countsRefused) window.push(now);
			arrivals.total++;
			if (isRefused) arrivals.refused++;
			const headers = withHeaders
				? {
						'x-hubspot-ratelimit-max': String(LIMIT),
						'x-hubspot-ratelimit-remaining': String(Math.max(0, LIMIT - window.length)),
						'x-hubspot-ratelimit-interval-milliseconds': String(WINDOW_MS),
					}
				: {};
			return isRefused
				? { status: 429, headers, body: { policyName: 'TEN_SECONDLY_ROLLING' } }
				: { status: 200, headers, body: { results: [] } };
		},
	};
}

interface RunResult {
	readonly seconds: number;
	readonly failed: number;
}

/** One run that sends so many requests, started at that time. */
async function runRequests(
	portal: Portal,
	clock: VirtualClock,
	requests: number,
	random: () => number,
	startsAt: number,
): Promise<RunResult> {
	await clock.pass(startsAt);
	const answerMs = () => 20 + 60 * random();
	const exchange = async () => {
		await clock.pass(answerMs() / 2);
		const answer = portal.answer();
		await clock.pass(answerMs() / 2);
		return answer;
	};
	const sender = createSender({
		exchange,
		pacer: createPacer(LIMIT, clock),
		clock,
		maxRetries: 5,
	});
	let failed = 0;
	const jobs = Array.from({ length: requests }, (_, job) => job);
	await drain(jobs, CONCURRENCY, async () => {
		const outcome = await sender.send({ method: 'GET', path: '/' });
		if (!outcome.ok) failed++;
	});
	return { seconds: (clock.now() - startsAt) / 1_000, failed };
}

function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

async function share(options: {
	startTimes: number[];
	requests: number;
	seed: number;
	withHeaders?: boolean;
	countsRefused?: boolean;
}) {
	const random = seededRandom(options.seed);
	const clock = new VirtualClock(0, random);
	const portal = createPortal(clock, options.withHeaders ?? true, options.countsRefused ?? false);
	const runs = await clock.run(
		Promise.all(
			options.startTimes.map((at) => runRequests(portal, clock, options.requests, random, at)),
		),
	);
	const seconds = runs.map((run) => run.seconds);
	return {
		failed: runs.reduce((sum, run) => sum + run.failed, 0),
		refusedShare: portal.arrivals.refused / portal.arrivals.total,
		slowestToFastest: Math.max(...seconds) / Math.min(...seconds),
		slowest: Math.max(...seconds),
	};
}

it('alone: no 429 and at least 95 % of the possible rate', async () => {
	const requests = 1_050;
	const result = await share({ startTimes: [0], requests, seed: 1 });
	expect(result).toMatchObject({ failed: 0, refusedShare: 0 });
	const earliestEnd = Math.floor((requests - 1) / LIMIT) * (WINDOW_MS / 1_000);
	expect(earliestEnd / result.slowest).toBeGreaterThanOrEqual(0.95);
});

it('four at once: all finish, at most 5 % refused, the slowest at most 1.5 times the fastest', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer(), fc.boolean(), async (seed, countsRefused) => {
			const result = await share({
				startTimes: [0, 0, 0, 0],
				requests: 1_050,
				seed,
				countsRefused,
			});
			expect(result.failed).toBe(0);
			expect(result.refusedShare).toBeLessThanOrEqual(0.05);
			expect(result.slowestToFastest).toBeLessThanOrEqual(1.5);
			expect(result.slowest).toBeLessThanOrEqual(1.3 * 420);
		}),
		{ numRuns: countOf('rateShareRuns') },
	);
});

it('twelve at once: all finish, at most 5 % refused', async () => {
	const result = await share({ startTimes: Array<number>(12).fill(0), requests: 300, seed: 5 });
	expect(result.failed).toBe(0);
	expect(result.refusedShare).toBeLessThanOrEqual(0.05);
	expect(result.slowestToFastest).toBeLessThanOrEqual(1.5);
});

it('one after the other: the last to come gets its part', async () => {
	const result = await share({ startTimes: [0, 15_000, 40_000, 70_000], requests: 1_050, seed: 7 });
	expect(result.failed).toBe(0);
	expect(result.refusedShare).toBeLessThanOrEqual(0.05);
});

it('four at once without rate headers: all finish', async () => {
	const result = await share({
		startTimes: [0, 0, 0, 0],
		requests: 300,
		seed: 3,
		withHeaders: false,
	});
	expect(result.failed).toBe(0);
});
