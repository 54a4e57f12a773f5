export interface RateLimitOptions {
	/** Requests in a window that count towards HubSpot's ten-second limit. */
	requests: number;
	windowMs: number;
	/** Requests in a window that are exempt from it: they have a burst of their own. Default: as many. */
	exemptRequests?: number;
	/** Requests a day, counted from the start of the simulator. */
	daily?: number;
	/** Searches a second. */
	searches?: number;
	/** Whether answers carry the X-HubSpot-RateLimit-* headers. Default true. */
	headers?: boolean;
	/** Whether a 429 carries Retry-After. Default false. */
	retryAfter?: boolean;
}

/**
 * The bucket that a request counts towards. HubSpot's OpenAPI documents mark searches and every association batch,
 * limits and labels call as exempt from the ten-second limit; all else is not.
 */
export type RateKind = 'tenSecondly' | 'exempt' | 'search';

export type PolicyName = 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY';

export interface Admission {
	refusedBy?: PolicyName;
	headers: Record<string, string>;
}

const SECOND_MS = 1000;

/** HubSpot's rate limits: two rolling windows, a day, and a second for searches; the same for all tokens. */
export class RateLimiter {
	private readonly tenSecondly: RollingWindow;
	private readonly exempt: RollingWindow;
	private readonly searches: RollingWindow;
	private today = 0;

	constructor(
		private readonly options: RateLimitOptions,
		private readonly countRefused: boolean,
	) {
		const { requests, exemptRequests = requests, windowMs, searches = Infinity } = options;
		this.tenSecondly = new RollingWindow(requests, windowMs);
		this.exempt = new RollingWindow(exemptRequests, windowMs);
		this.searches = new RollingWindow(searches, SECOND_MS);
	}

	/** Counts a request that has just arrived, or refuses it. The headers speak of the bucket that it counts towards. */
	admit(kind: RateKind, now = Date.now()): Admission {
		const window = kind === 'tenSecondly' ? this.tenSecondly : this.exempt;
		const refusedBy = this.refusal(kind, window, now);
		if (!refusedBy || this.countRefused) {
			window.add(now);
			this.today++;
			if (kind === 'search') this.searches.add(now);
		}
		return { refusedBy, headers: this.headers(refusedBy, window, now) };
	}

	private refusal(kind: RateKind, window: RollingWindow, now: number): PolicyName | undefined {
		if (this.today >= (this.options.daily ?? Infinity)) return 'DAILY';
		if (window.remaining(now) === 0) return 'TEN_SECONDLY_ROLLING';
		if (kind === 'search' && this.searches.remaining(now) === 0) return 'SECONDLY';
		return undefined;
	}

	private headers(
		refusedBy: PolicyName | undefined,
		window: RollingWindow,
		now: number,
	): Record<string, string> {
		const { windowMs, daily, headers = true, retryAfter = false } = this.options;
		const sent: Record<string, string> = {};
		if (headers && Number.isFinite(window.maximum)) {
			sent['x-hubspot-ratelimit-max'] = String(window.maximum);
			sent['x-hubspot-ratelimit-remaining'] = String(window.remaining(now));
			sent['x-hubspot-ratelimit-interval-milliseconds'] = String(windowMs);
			if (daily !== undefined) {
				sent['x-hubspot-ratelimit-daily'] = String(daily);
				sent['x-hubspot-ratelimit-daily-remaining'] = String(Math.max(0, daily - this.today));
			}
		}
		if (retryAfter && refusedBy && refusedBy !== 'DAILY') {
			const full = refusedBy === 'SECONDLY' ? this.searches : window;
			sent['retry-after'] = String(Math.ceil(full.freeInMs(now) / SECOND_MS));
		}
		return sent;
	}
}

class RollingWindow {
	private readonly arrivals: number[] = [];

	constructor(
		readonly maximum: number,
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
