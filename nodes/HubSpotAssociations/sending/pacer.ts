import type { Answer } from '../hubspot/api/answer';
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
	turn(isSearch?: boolean): Promise<void>;
	/** Holds back every request that has not been sent yet. */
	pause(milliseconds: number): void;
	/** Learns from an answer how much of HubSpot's limit is left for this run. */
	learn(answer: Answer): void;
}

/**
 * Keeps all requests of a run under one rate and one pause, and makes room for other runs that share
 * HubSpot's limit.
 * @param requestsPerTenSeconds at least 1
 */
export function createPacer(requestsPerTenSeconds: number, clock: Clock): Pacer {
	const share = createRateShare(requestsPerTenSeconds);
	const all = createWindow();
	const searches = createWindow();
	let pausedUntil = -Infinity;

	function waitMs(isSearch: boolean): number {
		const now = clock.now();
		const searchWait = isSearch ? searches.waitMs(now, SEARCHES_PER_SECOND, SECOND_MS) : 0;
		const spacingWait = all.lastAt() + share.spacingMs - now;
		const shareWait = all.waitMs(now, share.maximum, share.windowMs);
		// The user's own limit holds for ten seconds, whatever window HubSpot's headers name.
		const userWait = all.waitMs(now, requestsPerTenSeconds, WINDOW_MS + ARRIVAL_MARGIN_MS);
		return Math.max(pausedUntil - now, spacingWait, shareWait, userWait, searchWait);
	}

	return {
		async turn(isSearch = false) {
			for (let wait = waitMs(isSearch); wait > 0; wait = waitMs(isSearch)) {
				if (clock.isCancelled()) return;
				await clock.sleep(wait);
			}
			all.add(clock.now());
			if (isSearch) searches.add(clock.now());
		},
		pause(milliseconds) {
			pausedUntil = Math.max(pausedUntil, clock.now() + milliseconds);
		},
		learn(answer) {
			const now = clock.now();
			share.learn(answer, all.count(now, share.windowMs), now);
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
