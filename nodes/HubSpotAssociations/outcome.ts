/**
 * How far a failed input got: never part of a request that writes; refused by HubSpot, which
 * changed nothing for it; or sent, with its result unknown.
 */
export type FailureState = 'notSent' | 'refused' | 'unknown';

/** Why an input was not done, in words that a person can act on. */
export interface Failure {
	/** What happened, one sentence. */
	readonly message: string;
	/** How to fix it. */
	readonly advice?: string;
	readonly state: FailureState;
	/** Whether the same row may succeed if it is run again unchanged. */
	readonly retryable: boolean;
	readonly status?: number;
	readonly category?: string;
	readonly subCategory?: string;
	readonly correlationId?: string;
	readonly missingScopes?: readonly string[];
	/**
	 * What HubSpot's context names: ids, object types, types. For a limit that this
	 * node checks rows against: the limit, what is present, the record.
	 */
	readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** Makes the failure of a row that this node refused before anything was sent. */
export function invalidInput(message: string, advice?: string): Failure {
	return { message, advice, state: 'notSent', retryable: false };
}

/** Makes the same failure for an input that was never part of a request that writes. */
export function unsent(failure: Failure): Failure {
	return { ...failure, state: 'notSent' };
}

/** A value or a failure, never neither. */
export type Outcome<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly failure: Failure };

export function succeed<Value>(value: Value): Outcome<Value> {
	return { ok: true, value };
}

/** Continues with a value, and passes a failure on. */
export function mapOutcome<Value, Result>(
	outcome: Outcome<Value>,
	map: (value: Value) => Result,
): Outcome<Result> {
	return outcome.ok ? succeed(map(outcome.value)) : outcome;
}

export function fail(failure: Failure): { readonly ok: false; readonly failure: Failure } {
	return { ok: false, failure };
}

/** Makes the outcome of a row that this node does not send. */
export function invalid(message: string, advice?: string): ReturnType<typeof fail> {
	return fail(invalidInput(message, advice));
}
