import type { Answer } from '../hubspot/api/answer';
import { rateKindOf, type HubSpotRequest, type RateKind } from '../hubspot/api/endpoints';
import type { Clock } from './clock';
import { ARRIVAL_MARGIN_MS, createRateShare, WINDOW_MS } from './sharedRateLimit';

/**
 * Searches also have a limit per second. HubSpot's guides have given four and five per second; a
 * run that shares the limit gets a 429.
 */
const SEARCHES_PER_SECOND = 4;
const SECOND_MS = 1_000;

export interface Pacer {
	/** Waits for this request's turn; returns early when the execution is cancelled. */
	turn(request: HubSpotRequest): Promise<void>;
	/**
	 * Holds back requests that have not been sent yet.
	 * @param like only those that count towards the same limit as this one; absent: all of them
	 */
	pause(milliseconds: number, like?: HubSpotRequest): void;
	/** Learns from an answer how much of HubSpot's limit is left for requests of this kind. */
	learn(request: HubSpotRequest, answer: Answer): void;
}

/**
 * Keeps the requests of a run that count towards one of HubSpot's limits under one rate, apart from those
 * that count towards the other, and makes room for other runs that share these limits.
 * @param requestsPerTenSeconds of each kind, at least 1
 */
export function createPacer(requestsPerTenSeconds: number, clock: Clock): Pacer {
	const lanes: Readonly<Record<RateKind, Lane>> = {
		tenSecondly: createLane(requestsPerTenSeconds),
		exempt: createLane(requestsPerTenSeconds),
	};
	const searches = createWindow();

	function waitMs(request: HubSpotRequest): number {
		const now = clock.now();
		const wait = lanes[rateKindOf(request)].waitMs(now);
		return request.isSearch
			? Math.max(wait, searches.waitMs(now, SEARCHES_PER_SECOND, SECOND_MS))
			: wait;
	}

	return {
		async turn(request) {
			for (let wait = waitMs(request); wait > 0; wait = waitMs(request)) {
				if (clock.isCancelled()) return;
				await clock.sleep(wait);
			}
			lanes[rateKindOf(request)].add(clock.now());
			if (request.isSearch) searches.add(clock.now());
		},
		pause(milliseconds, like) {
			const until = clock.now() + milliseconds;
			const paused = like === undefined ? Object.values(lanes) : [lanes[rateKindOf(like)]];
			for (const lane of paused) lane.pauseUntil(until);
		},
		learn(request, answer) {
			lanes[rateKindOf(request)].learn(answer, clock.now());
		},
	};
}

type Lane = ReturnType<typeof createLane>;

/** Paces the requests that count towards one of HubSpot's limits. */
function createLane(requestsPerTenSeconds: number) {
	const share = createRateShare(requestsPerTenSeconds);
	const sent = createWindow();
	let pausedUntil = -Infinity;
	return {
		waitMs(now: number): number {
			const spacingWait = sent.lastAt() + share.spacingMs - now;
			const shareWait = sent.waitMs(now, share.maximum, share.windowMs);
			// The user's own limit holds for ten seconds, whatever window HubSpot's headers name.
			const userWait = sent.waitMs(now, requestsPerTenSeconds, WINDOW_MS + ARRIVAL_MARGIN_MS);
			return Math.max(pausedUntil - now, spacingWait, shareWait, userWait);
		},
		add: (now: number): void => sent.add(now),
		pauseUntil(time: number): void {
			pausedUntil = Math.max(pausedUntil, time);
		},
		learn(answer: Answer, now: number): void {
			share.learn(answer, sent.count(now, share.windowMs), now);
		},
	};
}

/** Counts requests in a rolling window. */
function createWindow() {
	const sentAt: number[] = [];
	return {
		/** Returns how many requests were sent in a window that ends now. */
		count(now: number, lengthMs: number): number {
			return sentAt.length - 1 - sentAt.findLastIndex((time) => time <= now - lengthMs);
		},
		/** Returns how long until fewer than `maximum` requests are in the window. */
		waitMs(now: number, maximum: number, lengthMs: number): number {
			if (sentAt.length < maximum) return 0;
			return Math.max(0, sentAt[sentAt.length - maximum] + lengthMs - now);
		},
		lastAt: (): number => sentAt.at(-1) ?? -Infinity,
		add(now: number): void {
			sentAt.push(now);
		},
	};
}
