/** One result of a batch that associated two records. */
export interface DirectedResult<Value> {
	readonly fromId: string;
	readonly toId: string;
	/** What tells the directions apart: the object types or the association type of the result. */
	readonly signature: string;
	readonly value: Value;
}

export interface RecordIds {
	readonly fromId: string;
	readonly toId: string;
}

export function recordPairKey(fromId: string, toId: string): string {
	return `${fromId}>${toId}`;
}

/**
 * The results by from and to id, without those of the other direction. HubSpot may answer both
 * directions of one association; contact 1 → company 2 must not pass for contact 2 → company 1.
 * @param forward the signature of the wanted direction, where it is known beforehand
 */
export function forwardResults<Value>(
	inputs: readonly RecordIds[],
	results: ReadonlyArray<DirectedResult<Value>>,
	forward?: string,
): Map<string, Value> {
	const signatures = new Set(results.map((result) => result.signature));
	if (signatures.size < 2 && forward === undefined) return byKey(results);
	if (forward !== undefined) return byKey(results.filter((r) => r.signature === forward));
	const learned = learnForward(inputs, results);
	if (learned.size > 0) return byKey(results.filter((r) => learned.has(r.signature)));
	return byKey(results.filter((r) => isInEverySignature(r, results, signatures)));
}

function byKey<Value>(results: ReadonlyArray<DirectedResult<Value>>): Map<string, Value> {
	return new Map(results.map((r) => [recordPairKey(r.fromId, r.toId), r.value]));
}

/** A result that fits an input, but no input when it is turned round, shows the wanted direction. */
function learnForward<Value>(
	inputs: readonly RecordIds[],
	results: ReadonlyArray<DirectedResult<Value>>,
): Set<string> {
	const asked = new Set(inputs.map((input) => recordPairKey(input.fromId, input.toId)));
	return new Set(
		results
			.filter(
				(r) =>
					asked.has(recordPairKey(r.fromId, r.toId)) && !asked.has(recordPairKey(r.toId, r.fromId)),
			)
			.map((r) => r.signature),
	);
}

function isInEverySignature<Value>(
	result: DirectedResult<Value>,
	results: ReadonlyArray<DirectedResult<Value>>,
	signatures: ReadonlySet<string>,
): boolean {
	const own = results.filter((r) => r.fromId === result.fromId && r.toId === result.toId);
	return new Set(own.map((r) => r.signature)).size === signatures.size;
}
