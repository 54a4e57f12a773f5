import { header, isReadable, isSuccess, type Answer } from '../hubspot/api/answer';
import { textOf } from '../json';
import type { HubSpotRequest } from '../hubspot/api/endpoints';
import { ratePolicyOf } from '../hubspot/api/reach';

/**
 * Which requests are retried, and after how long. Pure: the decision, separate from the mechanism.
 */

interface RetriedStatus {
	/** The least wait in milliseconds, where HubSpot names one. */
	readonly minimumMs?: number;
	/** Whether HubSpot may have carried out the request despite this status. */
	readonly mayBeDone: boolean;
}

const MAY_BE_DONE: RetriedStatus = { mayBeDone: true };

/** Source: HubSpot's error documentation; 521, 523 and 524 come from the network in front of it. */
const RETRIED_STATUSES: Readonly<Record<number, RetriedStatus>> = {
	0: MAY_BE_DONE,
	423: { mayBeDone: false, minimumMs: 2_000 },
	429: { mayBeDone: false },
	477: { mayBeDone: false, minimumMs: 2_000 },
	500: MAY_BE_DONE,
	502: MAY_BE_DONE,
	503: MAY_BE_DONE,
	504: MAY_BE_DONE,
	521: MAY_BE_DONE,
	523: MAY_BE_DONE,
	524: MAY_BE_DONE,
};

/** The first back-off; each further one is twice as long. Five add up to 31 s: three windows of 10 s. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_BACK_OFF_MS = 20_000;

/** The longest Retry-After to wait for: an execution should not hang for hours. */
export const LONGEST_WAIT_MS = 120_000;

/** The random share of a wait, so that runs that share a limit do not return all at once. */
const JITTER = 0.25;

export type RetryDecision =
	| { readonly kind: 'settled' }
	| { readonly kind: 'retry'; readonly mayBeDone: boolean; readonly minimumMs: number }
	| { readonly kind: 'tooLong'; readonly mayBeDone: boolean; readonly waitMs: number };

const SETTLED: RetryDecision = { kind: 'settled' };

/**
 * Decides whether an answer is final, worth a retry, or asks for too long a wait.
 * @param date the time now in milliseconds since 1970, for a Retry-After that is a date
 */
export function retryDecision(
	request: HubSpotRequest,
	answer: Answer,
	date: number,
): RetryDecision {
	if (isSuccess(answer)) {
		return isReadable(answer, request) ? SETTLED : { kind: 'retry', mayBeDone: true, minimumMs: 0 };
	}
	const retried = RETRIED_STATUSES[answer.status];
	if (retried === undefined || answer.blocked || isDailyLimit(answer)) return SETTLED;
	const asked = retryAfterMs(answer, date) ?? 0;
	const mayBeDone = retried.mayBeDone && !answer.unsentCode;
	if (asked > LONGEST_WAIT_MS) return { kind: 'tooLong', mayBeDone, waitMs: asked };
	return { kind: 'retry', mayBeDone, minimumMs: Math.max(asked, retried.minimumMs ?? 0) };
}

/** No retry helps before midnight in the account's time zone. */
export function isDailyLimit(answer: Answer): boolean {
	return ratePolicyOf(answer) === 'DAILY';
}

/**
 * Returns how long to wait before the next try, in milliseconds.
 * @param attempt 1 for the first retry
 * @param random between 0 and 1
 */
export function waitBeforeRetry(attempt: number, minimumMs: number, random: number): number {
	const backOff = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_BACK_OFF_MS);
	const base = minimumMs > 0 ? minimumMs : backOff;
	return Math.round(base * (1 + JITTER * random));
}

/** Reads Retry-After, in seconds or as a date, as milliseconds from now; undefined when it is neither. */
function retryAfterMs(answer: Answer, date: number): number | undefined {
	const value = textOf(header(answer, 'retry-after'));
	if (value === undefined) return undefined;
	const seconds = Number(value);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
	const asked = Date.parse(value);
	return Number.isNaN(asked) ? undefined : Math.max(0, asked - date);
}
