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
 * Finds the result of each input, and never one of the other direction: HubSpot may answer both
 * directions of one association, and contact 1 → company 2 must not pass for contact 2 → company 1.
 * @param forward the signature of the wanted direction, where it is known beforehand
 */
export function resultFinder<Value>(
	inputs: readonly RecordIds[],
	results: ReadonlyArray<DirectedResult<Value>>,
	forward?: string,
): (input: RecordIds, index: number) => Value | undefined {
	const wanted = forwardResults(inputs, results, forward);
	let byIds: Map<string, Value> | undefined;
	return ({ fromId, toId }, index) => {
		// HubSpot mostly keeps the order, which spares a hundred thousand keys; it does not promise to.
		const atSamePlace = wanted[index];
		if (atSamePlace?.fromId === fromId && atSamePlace.toId === toId) return atSamePlace.value;
		byIds ??= new Map(wanted.map((r) => [recordPairKey(r.fromId, r.toId), r.value]));
		return byIds.get(recordPairKey(fromId, toId));
	};
}

function forwardResults<Value>(
	inputs: readonly RecordIds[],
	results: ReadonlyArray<DirectedResult<Value>>,
	forward: string | undefined,
): ReadonlyArray<DirectedResult<Value>> {
	if (forward !== undefined) return results.filter((r) => r.signature === forward);
	const signatures = new Set(results.map((result) => result.signature));
	if (signatures.size < 2) return results;
	const learned = learnForward(inputs, results);
	if (learned.size > 0) return results.filter((r) => learned.has(r.signature));
	return results.filter((r) => isInEverySignature(r, results, signatures));
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
