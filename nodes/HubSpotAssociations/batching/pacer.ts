import type { Clock } from './clock';

/** HubSpot counts requests in a rolling window of ten seconds. Source: HubSpot's usage guidelines. */
const WINDOW_MS = 10_000;

/** Searches are limited by the second besides, for the whole account. Source: HubSpot's search guide. */
const SEARCHES_PER_SECOND = 5;
const SECOND_MS = 1_000;

export interface Pacer {
	/** Waits for this request's turn; returns early when the execution is cancelled. */
	turn(isSearch?: boolean): Promise<void>;
	/** Holds back every request that has not been sent yet. */
	pause(milliseconds: number): void;
}

/**
 * Keeps all requests of a run under one rate and one pause.
 * @param requestsPerWindow at least 1
 */
export function createPacer(requestsPerWindow: number, clock: Clock): Pacer {
	const all = createWindow(requestsPerWindow, WINDOW_MS);
	const searches = createWindow(SEARCHES_PER_SECOND, SECOND_MS);
	let pausedUntil = -Infinity;

	function waitMs(isSearch: boolean): number {
		const now = clock.now();
		const searchWait = isSearch ? searches.waitMs(now) : 0;
		return Math.max(pausedUntil - now, all.waitMs(now), searchWait);
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
	};
}

/** Counts requests in a rolling window. */
function createWindow(maximum: number, lengthMs: number) {
	const sentAt: number[] = [];
	let oldest = 0;
	return {
		waitMs(now: number): number {
			while (oldest < sentAt.length && sentAt[oldest] <= now - lengthMs) oldest++;
			return sentAt.length - oldest >= maximum ? sentAt[oldest] + lengthMs - now : 0;
		},
		add(now: number): void {
			sentAt.push(now);
		},
	};
}
