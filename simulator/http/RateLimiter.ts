export interface RateLimitOptions {
	requests: number;
	windowMs: number;
	/** Requests a day, counted from the start of the simulator. */
	daily?: number;
	/** Searches a second. */
	searches?: number;
	/** Whether answers carry the X-HubSpot-RateLimit-* headers. Default true. */
	headers?: boolean;
	/** Whether a 429 carries Retry-After. Default false. */
	retryAfter?: boolean;
}

export type PolicyName = 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY';

export interface Admission {
	refusedBy?: PolicyName;
	headers: Record<string, string>;
}

const SECOND_MS = 1000;

/** HubSpot's rate limits: a rolling window, a day, and a second for searches; one bucket for all tokens. */
export class RateLimiter {
	private readonly window: RollingWindow;
	private readonly searches: RollingWindow;
	private today = 0;

	constructor(
		private readonly options: RateLimitOptions,
		private readonly countRefused: boolean,
	) {
		this.window = new RollingWindow(options.requests, options.windowMs);
		this.searches = new RollingWindow(options.searches ?? Infinity, SECOND_MS);
	}

	/** Counts a request that has just arrived, or refuses it. */
	admit(isSearch: boolean, now = Date.now()): Admission {
		const refusedBy = this.refusal(isSearch, now);
		if (!refusedBy || this.countRefused) {
			this.window.add(now);
			this.today++;
			if (isSearch) this.searches.add(now);
		}
		return { refusedBy, headers: this.headers(refusedBy, now) };
	}

	private refusal(isSearch: boolean, now: number): PolicyName | undefined {
		if (this.today >= (this.options.daily ?? Infinity)) return 'DAILY';
		if (this.window.remaining(now) === 0) return 'TEN_SECONDLY_ROLLING';
		if (isSearch && this.searches.remaining(now) === 0) return 'SECONDLY';
		return undefined;
	}

	private headers(refusedBy: PolicyName | undefined, now: number): Record<string, string> {
		const { requests, windowMs, daily, headers = true, retryAfter = false } = this.options;
		const sent: Record<string, string> = {};
		if (headers) {
			sent['x-hubspot-ratelimit-max'] = String(requests);
			sent['x-hubspot-ratelimit-remaining'] = String(this.window.remaining(now));
			sent['x-hubspot-ratelimit-interval-milliseconds'] = String(windowMs);
			if (daily !== undefined) {
				sent['x-hubspot-ratelimit-daily'] = String(daily);
				sent['x-hubspot-ratelimit-daily-remaining'] = String(Math.max(0, daily - this.today));
			}
		}
		if (retryAfter && refusedBy && refusedBy !== 'DAILY') {
			const window = refusedBy === 'SECONDLY' ? this.searches : this.window;
			sent['retry-after'] = String(Math.ceil(window.freeInMs(now) / SECOND_MS));
		}
		return sent;
	}
}

class RollingWindow {
	private readonly arrivals: number[] = [];

	constructor(
		private readonly maximum: number,
		private readonly lengthMs: number,
	) {}

	add(now: number): void {
		if (Number.isFinite(this.maximum)) this.arrivals.push(now);
	}

	remaining(now: number): number {
		while (this.arrivals.length > 0 && this.arrivals[0] <= now - this.lengthMs) {
			this.arrivals.shift();
		}
		return Math.max(0, this.maximum - this.arrivals.length);
	}

	/** Milliseconds until one more request is let in. */
	freeInMs(now: number): number {
		const next = this.arrivals[this.arrivals.length - this.maximum];
		return next === undefined ? 0 : Math.max(0, next + this.lengthMs - now);
	}
}
