/**
 * How far a failure reaches: one input; the batch that was sent (some input of it is guilty); all
 * inputs of the same pair and call; the whole run.
 */
export type Reach = 'input' | 'batch' | 'group' | 'run';

/** What kept an input from being done, in words that a person can act on. */
export interface Failure {
	/** What happened, one sentence. */
	readonly message: string;
	/** How to put it right. */
	readonly advice?: string;
	readonly reach: Reach;
	/** False when the input was never part of a request. */
	readonly sent: boolean;
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
	/** What an answer says of more than these inputs, where it leaves open what became of them. */
	readonly beyond?: Failure;
	/** The largest batch that HubSpot takes, where it refused one for its size. */
	readonly batchMaximum?: number;
}

/** Refused by this node before anything was sent. */
export function invalidInput(message: string, advice?: string): Failure {
	return { message, advice, reach: 'input', sent: false };
}

/** One outcome per input, in order, as a value or a failure: never neither. */
export type Outcome<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly failure: Failure };

export function succeed<Value>(value: Value): Outcome<Value> {
	return { ok: true, value };
}

export function fail(failure: Failure): { readonly ok: false; readonly failure: Failure } {
	return { ok: false, failure };
}
