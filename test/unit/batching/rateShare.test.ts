import fc from 'fast-check';
import { createPacer } from '../../../nodes/HubSpotAssociations/sending/pacer';
import { drain } from '../../../nodes/HubSpotAssociations/batching/pool';
import { createSender } from '../../../nodes/HubSpotAssociations/sending/sender';
import type { Answer } from '../../../nodes/HubSpotAssociations/hubspot/api/answer';
import {
	pathOfCreateAssociations,
	pathOfReadRecords,
	rateKindOf,
	type HubSpotRequest,
	type RateKind,
} from '../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import { countOf } from '../../counts';
import { objectPair } from './support/scenario';
import { VirtualClock } from './support/virtualClock';

/** Runs that share one limit of HubSpot's, on a clock that passes only when all of them wait. */

const LIMIT = 100;
const WINDOW_MS = 10_000;
const CONCURRENCY = 5;

interface Portal {
	answer(request: HubSpotRequest): Answer;
	readonly arrivals: { total: number; refused: number; firstAt: number; lastAt: number };
}

/** @param countsRefused whether a refused request uses up the limit too: HubSpot does not say */
function createPortal(clock: VirtualClock, withHeaders: boolean, countsRefused: boolean): Portal {
	const arrivals = { total: 0, refused: 0, firstAt: Infinity, lastAt: 0 };
	const windows: Record<RateKind, number[]> = { tenSecondly: [], exempt: [] };
	return {
		arrivals,
		answer(request) {
			const now = clock.now();
			const kind = rateKindOf(request);
			const window = windows[kind].filter((arrivedAt) => arrivedAt > now - WINDOW_MS);
			windows[kind] = window;
			arrivals.firstAt = Math.min(arrivals.firstAt, now);
			arrivals.lastAt = now;
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

/** What a run sends: reads of records, then creations, which count towards another limit. */
interface Requests {
	readonly reads: number;
	readonly creations: number;
}

/** A run by email of 105,000 rows: 100 emails and 2,000 associations a request. */
const BY_EMAIL: Requests = { reads: 1_050, creations: 53 };
const SHORT: Requests = { reads: 300, creations: 15 };

const PAIR = objectPair('contacts', 'companies');
const READ = { method: 'POST', path: pathOfReadRecords('2026-03', PAIR.from) } as const;
const CREATE = { method: 'POST', path: pathOfCreateAssociations('2026-03', PAIR) } as const;

/** One run, started at that time. */
async function runRequests(
	portal: Portal,
	clock: VirtualClock,
	{ reads, creations }: Requests,
	random: () => number,
	startsAt: number,
): Promise<RunResult> {
	await clock.pass(startsAt);
	const answerMs = () => 20 + 60 * random();
	const exchange = async (request: HubSpotRequest) => {
		await clock.pass(answerMs() / 2);
		const answer = portal.answer(request);
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
	for (const jobs of [
		Array<HubSpotRequest>(reads).fill(READ),
		Array<HubSpotRequest>(creations).fill(CREATE),
	]) {
		await drain(jobs, CONCURRENCY, async (request) => {
			const outcome = await sender.send(request);
			if (!outcome.ok) failed++;
		});
	}
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
	requests: Requests;
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
	const reads = options.requests.reads * options.startTimes.length;
	const earliestMs = Math.floor((reads - 1) / LIMIT) * WINDOW_MS;
	const { total, refused, firstAt, lastAt } = portal.arrivals;
	return {
		failed: runs.reduce((sum, run) => sum + run.failed, 0),
		refusedShare: refused / total,
		/** 1: as fast as the limit for the reads allows. */
		shareOfRate: earliestMs / (lastAt - firstAt),
		slowestToFastest: Math.max(...seconds) / Math.min(...seconds),
		slowest: Math.max(...seconds),
	};
}

it('alone: no 429 and at least 97 % of the possible rate', async () => {
	const result = await share({ startTimes: [0], requests: BY_EMAIL, seed: 1 });
	expect(result).toMatchObject({ failed: 0, refusedShare: 0 });
	expect(result.shareOfRate).toBeGreaterThanOrEqual(0.97);
});

it('four at once: nine tenths of the rate, at most 5 % refused, the slowest at most 1.5 times the fastest', async () => {
	const shares: number[] = [];
	await fc.assert(
		fc.asyncProperty(fc.integer(), fc.boolean(), async (seed, countsRefused) => {
			const startTimes = [0, 0, 0, 0];
			const result = await share({ startTimes, requests: BY_EMAIL, seed, countsRefused });
			expect(result.failed).toBe(0);
			expect(result.refusedShare).toBeLessThanOrEqual(0.05);
			expect(result.slowestToFastest).toBeLessThanOrEqual(1.5);
			expect(result.shareOfRate).toBeGreaterThanOrEqual(0.87);
			shares.push(result.shareOfRate);
		}),
		{ numRuns: countOf('rateShareRuns') },
	);
	const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length;
	expect(mean).toBeGreaterThanOrEqual(0.9);
});

it('twelve at once: all finish, at most 5 % refused', async () => {
	const result = await share({ startTimes: Array<number>(12).fill(0), requests: SHORT, seed: 5 });
	expect(result.failed).toBe(0);
	expect(result.refusedShare).toBeLessThanOrEqual(0.05);
	expect(result.slowestToFastest).toBeLessThanOrEqual(1.5);
});

it('one after the other: the last to come gets its part', async () => {
	const startTimes = [0, 15_000, 40_000, 70_000];
	const result = await share({ startTimes, requests: BY_EMAIL, seed: 7 });
	expect(result.failed).toBe(0);
	expect(result.refusedShare).toBeLessThanOrEqual(0.05);
});

it('four at once without rate headers: all finish', async () => {
	const startTimes = [0, 0, 0, 0];
	const result = await share({ startTimes, requests: SHORT, seed: 3, withHeaders: false });
	expect(result.failed).toBe(0);
});
