import { getOrMake, keep } from '../../lists';
import { recordPairKey, type RecordIds } from '../model/recordPair';

/** What HubSpot returns for two records that it associated. */
interface AssociatedRecords {
	readonly fromObjectId: string;
	readonly toObjectId: string;
}

/** The results of a batch and their directions, in parallel lists: results can number in the millions. */
export interface DirectedResults<Value extends AssociatedRecords> {
	readonly values: readonly Value[];
	/** The object types or the association type of each value. */
	readonly signatures: readonly string[];
}

/**
 * Finds the result of each input, and never one of the other direction: HubSpot may answer both
 * directions of one association, and contact 1 → company 2 must not pass for contact 2 → company 1.
 * @param forward the signature of the direction that was sent, where it is known beforehand
 */
export function resultFinder<Value extends AssociatedRecords>(
	inputs: readonly RecordIds[],
	results: DirectedResults<Value>,
	forward?: string,
): (input: RecordIds, index: number) => Value | undefined {
	const wanted = forwardResults(inputs, results, forward);
	let byIds: Map<string, Value> | undefined;
	return ({ fromId, toId }, index) => {
		// HubSpot usually keeps the order, which saves a hundred thousand keys; it does not promise to.
		const atSamePlace = wanted[index];
		if (atSamePlace?.fromObjectId === fromId && atSamePlace.toObjectId === toId) return atSamePlace;
		byIds ??= new Map(wanted.map((value) => [keyOf(value), value]));
		return byIds.get(recordPairKey(fromId, toId));
	};
}

function keyOf({ fromObjectId, toObjectId }: AssociatedRecords): string {
	return recordPairKey(fromObjectId, toObjectId);
}

function forwardResults<Value extends AssociatedRecords>(
	inputs: readonly RecordIds[],
	results: DirectedResults<Value>,
	forward: string | undefined,
): readonly Value[] {
	const { values, signatures } = results;
	if (forward !== undefined) {
		return keep<Value>(values, (_, index) => signatures[index] === forward);
	}
	if (new Set(signatures).size < 2) return values;
	const learned = learnForward(inputs, results);
	if (learned.size > 0) return values.filter((_, index) => learned.has(signatures[index]));
	return inEverySignature(results);
}

/** Learns the direction that was sent from results that fit an input, and fit none when reversed. */
function learnForward(
	inputs: readonly RecordIds[],
	{ values, signatures }: DirectedResults<AssociatedRecords>,
): Set<string> {
	const asked = new Set(inputs.map((input) => recordPairKey(input.fromId, input.toId)));
	return new Set(
		signatures.filter((_, index) => {
			const { fromObjectId, toObjectId } = values[index];
			return asked.has(keyOf(values[index])) && !asked.has(recordPairKey(toObjectId, fromObjectId));
		}),
	);
}

/** Returns the values that came in all directions, so that the one sent is among them. */
function inEverySignature<Value extends AssociatedRecords>({
	values,
	signatures,
}: DirectedResults<Value>): Value[] {
	const signaturesOf = new Map<string, Set<string>>();
	values.forEach((value, index) => {
		getOrMake(signaturesOf, keyOf(value), () => new Set()).add(signatures[index]);
	});
	const all = new Set(signatures).size;
	return values.filter((value) => signaturesOf.get(keyOf(value))?.size === all);
}
