import type { Clock } from './clock';

/** HubSpot counts requests in a rolling window of ten seconds. Source: HubSpot's usage guidelines. */
const WINDOW_MS = 10_000;

export interface Pacer {
	/** Waits for this request's turn; returns early when the execution is cancelled. */
	turn(): Promise<void>;
	/** Holds back every request that has not been sent yet. */
	pause(milliseconds: number): void;
}

/**
 * Keeps all requests of a run under one rate and one pause.
 * @param requestsPerWindow at least 1
 */
export function createPacer(requestsPerWindow: number, clock: Clock): Pacer {
	const sentAt: number[] = [];
	let oldest = 0;
	let pausedUntil = -Infinity;

	function waitMs(): number {
		const now = clock.now();
		while (oldest < sentAt.length && sentAt[oldest] <= now - WINDOW_MS) oldest++;
		const full = sentAt.length - oldest >= requestsPerWindow;
		const windowWait = full ? sentAt[oldest] + WINDOW_MS - now : 0;
		return Math.max(pausedUntil - now, windowWait);
	}

	return {
		async turn() {
			for (let wait = waitMs(); wait > 0; wait = waitMs()) {
				if (clock.isCancelled()) return;
				await clock.sleep(wait);
			}
			sentAt.push(clock.now());
		},
		pause(milliseconds) {
			pausedUntil = Math.max(pausedUntil, clock.now() + milliseconds);
		},
	};
}
