import { header, type Answer } from '../hubspot/api/answer';
import { ratePolicyOf } from '../hubspot/api/reach';

/** HubSpot counts requests in a rolling window of ten seconds. Source: HubSpot's usage guidelines. */
export const WINDOW_MS = 10_000;

/** The longest window to believe; HubSpot's limits are per second or per ten seconds. */
const LONGEST_WINDOW_MS = 60_000;

/** Requests take different times to arrive, so a window counts as this much longer here. */
export const ARRIVAL_MARGIN_MS = 100;

/** A run on its own leaves this share of the limit free, so that another can join without a 429. */
const JOINING_SHARE = 0.03;

/** Runs that share a limit slow down when less than this share of it is left … */
const SCARCE = 0.03;
/** … and speed up when more than this is left. */
const PLENTY = 0.06;

/**
 * The steps are small because their effect shows only a window later: larger ones make the runs swing
 * between too many requests and too few. A run takes more the more is left, so that the rest soon fill
 * the place of one that has ended; the one request that all add leads them to equal parts. Chosen by
 * trying them in test/unit/batching/rateShare.test.ts.
 */
const GIVE_WAY_FACTOR = 0.98;
const REFUSED_FACTOR = 0.9;
const INCREASE_FACTOR = 0.12;

/**
 * However little of the limit is left, a run sends a request in this time: a late run must still get a turn, and headers
 * that make no sense must not stop a run. It is a twentieth of HubSpot's smallest limit.
 */
const LONGEST_SPACING_MS = 2_000;

/** How often the rate changes, as a share of the window: an answer reflects requests already sent. */
const CHANGE_INTERVAL = 0.1;

/** How much of HubSpot's limit this run may use, learned from HubSpot's answers. */
export interface RateShare {
	/** The most requests in one window, a whole number of at least 1. */
	readonly maximum: number;
	/** How long a request counts, in milliseconds. */
	readonly windowMs: number;
	/**
	 * The least time between two requests: none for a run alone, but runs that share a limit must not
	 * fill it in bursts, or one of them would find it full every time.
	 */
	readonly spacingMs: number;
	/**
	 * Learns from the rate headers where there are any, and from a 429.
	 * @param own how many requests this run has sent in the window that ends now
	 */
	learn(answer: Answer, own: number, now: number): void;
}

/** @param requestsPerTenSeconds the user's own limit, at least 1 */
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
			// Not the limit for searches: this window is the one that all requests share.
			const isRefused = ratePolicyOf(answer) === 'ROLLING';
			const isAlone = limits !== undefined && limits.max - limits.remaining <= own;
			if (isAlone && !isRefused) maximum = most;
			isShared = isRefused || (limits === undefined ? isShared : !isAlone);
			if (isAlone || now < nextChange) return;
			// Without headers it is unknown how much others take: one 429 must not cost most of the rate.
			const held = limits ? Math.min(maximum, own) : maximum;
			const left = limits ? limits.remaining / limits.max : 1;
			if (isRefused) change(held * REFUSED_FACTOR, least, most, now);
			else if (left < SCARCE) change(held * GIVE_WAY_FACTOR, least, most, now);
			else if (left > PLENTY)
				change(maximum + (maximum + 1) * INCREASE_FACTOR * left, least, most, now);
		},
	};
}

function mostOf(allowed: number, limits: NamedLimits | undefined): number {
	return limits ? Math.min(allowed, limits.max * (1 - JOINING_SHARE)) : allowed;
}

interface NamedLimits {
	readonly max: number;
	readonly remaining: number;
	readonly windowMs?: number;
}

/** Reads HubSpot's rate headers; undefined where they are absent, which is allowed. */
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
