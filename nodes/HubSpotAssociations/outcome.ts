/**
 * How far an input that failed got: never part of a request that writes; refused by HubSpot, which
 * changed nothing for it; or sent without a word on what HubSpot made of it.
 */
export type FailureState = 'notSent' | 'refused' | 'unknown';

/** What kept an input from being done, in words that a person can act on. */
export interface Failure {
	/** What happened, one sentence. */
	readonly message: string;
	/** How to put it right. */
	readonly advice?: string;
	readonly state: FailureState;
	/** Whether the same row, unchanged, may succeed when it is run again. */
	readonly retryable: boolean;
	readonly status?: number;
	readonly category?: string;
	readonly subCategory?: string;
	readonly correlationId?: string;
	readonly missingScopes?: readonly string[];
	/**
	 * What HubSpot named in the context of its answer: ids, object types, types. For a limit that this
	 * node holds rows against: the limit, what is present, the record.
	 */
	readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** Refused by this node before anything was sent. */
export function invalidInput(message: string, advice?: string): Failure {
	return { message, advice, state: 'notSent', retryable: false };
}

/** The same reason for an input that was never part of a request that writes. */
export function unsent(failure: Failure): Failure {
	return { ...failure, state: 'notSent' };
}

/** One outcome per input, in order, as a value or a failure: never neither. */
export type Outcome<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly failure: Failure };

export function succeed<Value>(value: Value): Outcome<Value> {
	return { ok: true, value };
}

/** Does something with a value, and passes a failure on. */
export function mapOutcome<Value, Result>(
	outcome: Outcome<Value>,
	map: (value: Value) => Result,
): Outcome<Result> {
	return outcome.ok ? succeed(map(outcome.value)) : outcome;
}

export function fail(failure: Failure): { readonly ok: false; readonly failure: Failure } {
	return { ok: false, failure };
}

/** A row that this node does not send, with the sentence that says why. */
export function invalid(message: string, advice?: string): ReturnType<typeof fail> {
	return fail(invalidInput(message, advice));
}
