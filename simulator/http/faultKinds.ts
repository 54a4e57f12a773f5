/** What can be made to go wrong with one call. "After" kinds do what was asked first and then spoil the answer. */
export type FaultKind = InsteadFault | BodyFault | AnswerFault | AfterFault;

/** Answers in place of HubSpot: nothing is changed. */
export type InsteadFault =
	/** A status with HubSpot's usual body for it, or with another one: a text is sent as HTML. */
	| { kind: 'status'; status: number; body?: object | string; headers?: Record<string, string> }
	| { kind: 'lostBefore' }
	/** 400 for the whole batch while it holds one of these record ids (limits: type ids). */
	| { kind: 'wholeBatch400'; guilty: readonly string[] }
	/** A gateway's page. Default status 502. */
	| { kind: 'html'; status?: number }
	/** A status and nothing else. Default status 200. */
	| { kind: 'empty'; status?: number };

/** Changes what HubSpot sees. */
export type BodyFault =
	| { kind: 'delay'; ms: number }
	/** Inputs with these record ids (limits: type ids) get neither a result nor an error, and nothing is done. */
	| { kind: 'silentNoOp'; ids: readonly string[] }
	/**
	 * 207 with an error, or with two, for each input with one of these record ids (limits: type ids),
	 * for which nothing is done. A 204 has no body and tells nothing.
	 */
	| { kind: 'refusedInputs'; ids: readonly string[]; errorsEach?: 1 | 2 };

/** Changes the form of a batch's answer, which stays true. More such forms are switches of `Behaviour`. */
export type AnswerFault =
	| { kind: 'shuffled' }
	/** 200 in place of 207, errors inside. */
	| { kind: 'errorsIn200' }
	/** Every error of the batch is told twice. */
	| { kind: 'errorsTwice' };

/** Spoils the answer on its way: the change is made. */
export type AfterFault =
	| { kind: 'lostAfter' }
	/** The first half of the body, as if it were all. */
	| { kind: 'truncated' }
	| { kind: 'htmlAfter' }
	| { kind: 'emptyAfter' }
	/** Another status and body in place of the right one. */
	| { kind: 'bodyAfter'; status: number; body: object }
	/** Called gzip, but cannot be unpacked. */
	| { kind: 'corruptGzip' }
	/** Headers that are no HTTP, then the end of the connection. */
	| { kind: 'malformed' }
	/** The right status and a body that comes by the byte and never ends. */
	| { kind: 'drip' }
	/** The right body called text/plain. */
	| { kind: 'wrongContentType' };

const INSTEAD = new Set(['status', 'lostBefore', 'wholeBatch400', 'html', 'empty']);
const AFTER = new Set([
	'lostAfter',
	'truncated',
	'htmlAfter',
	'emptyAfter',
	'bodyAfter',
	'corruptGzip',
	'malformed',
	'drip',
	'wrongContentType',
]);

/** Faults that take the connection over from the HTTP server. */
const ON_THE_WIRE = new Set(['lostAfter', 'malformed', 'drip']);
const ANSWER = new Set(['shuffled', 'errorsIn200', 'errorsTwice']);

export function isInstead(fault: FaultKind): fault is InsteadFault {
	return INSTEAD.has(fault.kind);
}

export function isAfter(fault: FaultKind): fault is AfterFault {
	return AFTER.has(fault.kind);
}

export function isAnswerFault(fault: FaultKind): fault is AnswerFault {
	return ANSWER.has(fault.kind);
}

export type WireFault = Extract<AfterFault, { kind: 'lostAfter' | 'malformed' | 'drip' }>;

export function isOnTheWire(fault: AfterFault): fault is WireFault {
	return ON_THE_WIRE.has(fault.kind);
}
