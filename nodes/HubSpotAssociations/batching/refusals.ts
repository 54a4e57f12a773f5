import type { Answer } from '../hubspot/answer';
import type { Failure } from '../hubspot/failure';
import { rejectionOf } from '../hubspot/rejection';

/** Failures that come from how a run went, not from what an input holds. */

export const cancelled: Failure = {
	message: 'Not sent: the execution was cancelled',
	reach: 'run',
	state: 'notSent',
	retryable: true,
};

export const notSent: Failure = {
	message: 'Not sent: the node stopped at an earlier row that HubSpot refused',
	advice:
		"Set 'On Error' in the node's settings to 'Continue' to have every row sent whatever becomes of the others.",
	reach: 'run',
	state: 'notSent',
	retryable: true,
};

/** A run that this node itself could not carry on. */
export function brokenOff(error: unknown): Failure {
	const reason = error instanceof Error ? error.message : String(error);
	return {
		message: `The run ended early: ${reason}`,
		advice: 'Run the row again, and report this message to the makers of the node.',
		reach: 'run',
		state: 'notSent',
		retryable: true,
	};
}

const MAY_BE_DONE =
	'HubSpot may have made the change all the same. Run the row again; what exists already is not doubled.';

/**
 * A request whose answer was lost, and that could not be tried again or read back.
 * @param reason what kept it from that; others may share it, though not that they are left open
 */
export function leftOpen(reason: Failure): Failure {
	return {
		...reason,
		message:
			reason.state === 'notSent'
				? "HubSpot's answer was lost, and the run ended before the row could be tried again"
				: `HubSpot's answer was lost, and what became of the row could not be read: ${reason.message}`,
		advice: MAY_BE_DONE,
		reach: 'input',
		state: 'unknown',
		retryable: true,
		beyond: reason.reach === 'input' ? undefined : reason,
	};
}

export function dailyLimit(answer: Answer): Failure {
	return {
		...rejectionOf(answer, 1),
		message: "The daily limit of HubSpot's API is used up",
		advice:
			"It is renewed at midnight in the HubSpot account's time zone. Run the rest after that.",
		reach: 'run',
		retryable: true,
	};
}

export function waitTooLong(answer: Answer, waitMs: number): Failure {
	return {
		...rejectionOf(answer, 1),
		message: `HubSpot asks to wait ${Math.ceil(waitMs / 60_000)} minutes before the next request`,
		advice: 'Run the rest after that time.',
		reach: 'run',
		retryable: true,
	};
}

/** @param mayBeDone whether HubSpot may have carried the request out although no answer told so */
export function gaveUp(answer: Answer, tries: number, mayBeDone: boolean): Failure {
	const reason = answer.lostCode
		? `no answer came (${answer.lostCode})`
		: answer.status >= 200 && answer.status < 300
			? 'the answer could not be read'
			: `HubSpot answered with status ${answer.status}`;
	return {
		...(answer.lostCode ? {} : rejectionOf(answer, 1)),
		message: `Given up after ${tries === 1 ? '1 try' : `${tries} tries`}: ${reason}`,
		advice: mayBeDone
			? MAY_BE_DONE
			: "Nothing was changed. Run the row again later, or raise 'Max Retries' in the options.",
		reach: 'input',
		state: isDecided(answer) && !mayBeDone ? 'refused' : 'unknown',
		retryable: true,
	};
}

/** Whether HubSpot has said no: a 4xx such as 429, not a lost, damaged or failed answer. */
function isDecided({ status }: Answer): boolean {
	return status >= 400 && status < 500;
}
