import { header, type Answer } from '../hubspot/api/answer';
import { isObject } from '../json';

/** HubSpot counts requests in a rolling window of ten seconds. Source: HubSpot's usage guidelines. */
export const WINDOW_MS = 10_000;

/** A window that HubSpot names is believed up to this length; its limits are by the second or ten. */
const LONGEST_WINDOW_MS = 60_000;

/** Requests do not take equally long to arrive, so a window counts as this much longer here. */
export const ARRIVAL_MARGIN_MS = 100;

/** Alone, a run leaves this share of the limit free, so that another can join without a 429. */
const JOINING_SHARE = 0.03;

/** Runs that share a limit give way when less than this share of it is left … */
const SCARCE = 0.1;
/** … and take more when more than this is left. */
const PLENTY = 0.2;

/**
 * Each gives up a part of what it has and takes a fixed amount, which leads runs to equal parts
 * (additive increase, multiplicative decrease, as in TCP). Chosen by trying them in
 * test/unit/batching/rateShare.test.ts.
 */
const GIVE_WAY_FACTOR = 0.9;
const REFUSED_FACTOR = 0.8;
const INCREASE_SHARE = 0.01;

/**
 * However little of the limit is left, a run sends a request in this time: one that comes late must still ask, and headers
 * that make no sense must not bring a run to a halt. It is a twentieth of HubSpot's smallest limit.
 */
const LONGEST_SPACING_MS = 2_000;

/** How often the part changes, as a share of the window: an answer tells of requests already sent. */
const CHANGE_INTERVAL = 0.1;

/** How much of HubSpot's limit this run may use, learned from HubSpot's answers. */
export interface RateShare {
	/** The most requests in one window, a whole number of at least 1. */
	readonly maximum: number;
	/** How long a request counts, in milliseconds. */
	readonly windowMs: number;
	/**
	 * The least time between two requests: none for a run alone, but runs that share a limit must not
	 * fill it in bursts, or one of them finds it full each time it asks.
	 */
	readonly spacingMs: number;
	/**
	 * Learns from the rate headers where there are any, and from a 429.
	 * @param own how many requests this run has sent in the window that ends now
	 */
	learn(answer: Answer, own: number, now: number): void;
}

/** @param requestsPerTenSeconds what the user allows, at least 1 */
export function createRateShare(requestsPerTenSeconds: number): RateShare {
	let windowMs = WINDOW_MS;
	let maximum = requestsPerTenSeconds;
	let nextChange = -Infinity;
	let isShared = false;

	function change(wanted: number, least: number, most: number, now: number): void {
		maximum = Math.min(most, Math.max(wanted, least));
		nextChange = now + windowMs * CHANGE_INTERVAL;
	}

	return {
		get maximum() {
			return Math.max(1, Math.floor(maximum));
		},
		get windowMs() {
			return windowMs + ARRIVAL_MARGIN_MS;
		},
		get spacingMs() {
			return isShared ? windowMs / maximum : 0;
		},
		learn(answer, own, now) {
			const limits = limitsIn(answer);
			windowMs = limits?.windowMs ?? windowMs;
			const allowed = requestsPerTenSeconds * (windowMs / WINDOW_MS);
			const least = Math.min(allowed, Math.ceil(windowMs / LONGEST_SPACING_MS));
			const most = Math.max(least, mostOf(allowed, limits));
			maximum = Math.min(most, Math.max(maximum, least));
			const isRefused = isRollingLimit(answer);
			const isAlone = limits !== undefined && limits.max - limits.remaining <= own;
			if (isAlone && !isRefused) maximum = most;
			isShared = isRefused || (limits === undefined ? isShared : !isAlone);
			if (isAlone || now < nextChange) return;
			// Without headers nobody knows whether the others take more: one 429 must not cost the most of it.
			const held = limits ? Math.min(maximum, own) : maximum;
			const left = limits ? limits.remaining / limits.max : 1;
			if (isRefused) change(held * REFUSED_FACTOR, least, most, now);
			else if (left < SCARCE) change(held * GIVE_WAY_FACTOR, least, most, now);
			else if (left > PLENTY) change(maximum + most * INCREASE_SHARE, least, most, now);
		},
	};
}

function mostOf(allowed: number, limits: NamedLimits | undefined): number {
	return limits ? Math.min(allowed, limits.max * (1 - JOINING_SHARE)) : allowed;
}

/** A 429 of the window that all requests share; the limit of searches by the second is another. */
function isRollingLimit({ status, body }: Answer): boolean {
	return status === 429 && !(isObject(body) && body.policyName === 'SECONDLY');
}

interface NamedLimits {
	readonly max: number;
	readonly remaining: number;
	readonly windowMs?: number;
}

/** HubSpot's rate headers; undefined where they are absent, as they may be. */
function limitsIn(answer: Answer): NamedLimits | undefined {
	const max = numberIn(answer, 'x-hubspot-ratelimit-max');
	const remaining = numberIn(answer, 'x-hubspot-ratelimit-remaining');
	if (max === undefined || max < 1 || remaining === undefined) return undefined;
	const windowMs = numberIn(answer, 'x-hubspot-ratelimit-interval-milliseconds');
	const isBelievable = windowMs !== undefined && windowMs >= 1 && windowMs <= LONGEST_WINDOW_MS;
	return { max, remaining, windowMs: isBelievable ? windowMs : undefined };
}

function numberIn(answer: Answer, name: string): number | undefined {
	const number = Number(header(answer, name) ?? Number.NaN);
	return Number.isFinite(number) && number >= 0 ? number : undefined;
}
