import { unreached } from '../hubspot/api/advice';
import type { Answer } from '../hubspot/api/answer';
import type { Failure, FailureState } from '../outcome';
import { refuse, type Refusal } from '../hubspot/api/refusal';
import { messageIn, sentence } from '../hubspot/api/errorBody';
import { rejectionOf } from '../hubspot/api/rejection';

/** Failures that come from the run, not from an input. */

export const cancelled: Failure = {
	message: 'Not sent: the execution was cancelled',
	state: 'notSent',
	retryable: true,
};

export const notSent: Failure = {
	message: 'Not sent: the node stopped after HubSpot refused an earlier row',
	advice:
		"To send every row even if some are refused, set 'On Error' in the node's settings to 'Continue'.",
	state: 'notSent',
	retryable: true,
};

/** Makes the failure of a run that this node could not continue. */
export function brokenOff(error: unknown): Failure {
	const reason = error instanceof Error ? error.message : String(error);
	return {
		message: `The run ended early: ${reason}`,
		advice: 'Run the row again, and report this message to the authors of the node.',
		state: 'notSent',
		retryable: true,
	};
}

const MAY_BE_DONE =
	'HubSpot may still have made the change. Run the row again: nothing is duplicated.';

/**
 * Makes the failure of a request whose answer was lost and that could not be retried or read back.
 * @param reason why not
 */
export function outcomeUnknown(reason: Failure): Failure {
	return {
		...reason,
		message:
			reason.state === 'notSent'
				? "HubSpot's response was lost, and the run ended before the row could be retried"
				: `HubSpot's response was lost, and the result of the row could not be read: ${reason.message}`,
		advice: MAY_BE_DONE,
		state: 'unknown',
		retryable: true,
	};
}

export function dailyLimit(answer: Answer): Refusal {
	return refuse('run', {
		...rejectionOf(answer, 1).failure,
		message: "HubSpot's daily API limit is used up",
		advice:
			"It resets at midnight in the HubSpot account's time zone. Run the remaining rows after that.",
		retryable: true,
	});
}

export function waitTooLong(answer: Answer, waitMs: number): Refusal {
	return refuse('run', {
		...rejectionOf(answer, 1).failure,
		message: `HubSpot asked to wait ${Math.ceil(waitMs / 60_000)} minutes before the next request${wordsOf(answer)}`,
		advice: 'Run the remaining rows after that.',
		retryable: true,
	});
}

/** What the tries of a request achieved. */
interface Tries {
	/** Whether any of them was sent. */
	readonly wasSent: boolean;
	/** Whether HubSpot may have carried one out although no answer confirmed it. */
	readonly mayBeDone: boolean;
}

/** @param answer of the last try */
export function gaveUp(answer: Answer, count: number, tries: Tries): Refusal {
	const { lostCode, unsentCode } = answer;
	return refuse('request', {
		...(lostCode || unsentCode ? {} : rejectionOf(answer, 1).failure),
		message: `Gave up after ${count === 1 ? '1 try' : `${count} tries`}: ${reasonOf(answer)}`,
		advice: tries.mayBeDone
			? MAY_BE_DONE
			: `Nothing was ${tries.wasSent ? 'changed' : 'sent'}. Run the row again later, or raise 'Max Retries' in the options.`,
		state: stateOf(answer, tries),
		retryable: true,
	});
}

function reasonOf(answer: Answer): string {
	const { status, lostCode, unsentCode } = answer;
	if (unsentCode) return unreached(unsentCode);
	if (lostCode) return `no response arrived (${lostCode})`;
	const isDamaged = status >= 200 && status < 300;
	if (isDamaged) return 'the response could not be read';
	return `HubSpot responded with status ${status}${wordsOf(answer)}`;
}

/** Returns what HubSpot says itself, to be added to a message. */
function wordsOf({ body }: Answer): string {
	const words = messageIn(body);
	return words ? `: ${sentence(words)}` : '';
}

function stateOf(answer: Answer, { wasSent, mayBeDone }: Tries): FailureState {
	if (!wasSent) return 'notSent';
	return !mayBeDone && (answer.unsentCode || isDecided(answer)) ? 'refused' : 'unknown';
}

/** Whether HubSpot refused: a 4xx such as 429, not a lost, damaged or failed answer. */
function isDecided({ status }: Answer): boolean {
	return status >= 400 && status < 500;
}
