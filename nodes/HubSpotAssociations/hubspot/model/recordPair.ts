import { pairKey, type ObjectPair } from './objectTypes';

declare const RECORD_ID: unique symbol;

/**
 * The id of a record. It has its own type so that no call accepts what a row holds, which may be the
 * value of a property until its record has been looked up.
 */
export type RecordId = string & { readonly [RECORD_ID]: true };

export interface RecordIds {
	readonly fromId: RecordId;
	readonly toId: RecordId;
}

/** Two records and the direction of their association. */
export interface RecordPair extends RecordIds {
	readonly pair: ObjectPair;
}

export function recordPairKey(fromId: string, toId: string): string {
	return `${fromId}>${toId}`;
}

const REVERSES = new WeakMap<ObjectPair, ObjectPair>();

/** Returns the same two objects as seen from the other end, which is made once because every row asks for it. */
export function reverseOf(pair: ObjectPair): ObjectPair {
	const known = REVERSES.get(pair);
	if (known) return known;
	const reverse = { from: pair.to, to: pair.from };
	REVERSES.set(pair, reverse);
	return reverse;
}

/**
 * Keys the batches that an input can be part of: its pair of objects, and another one for an
 * input that reverses an earlier one. HubSpot may return both directions of an association, so a
 * result for contact 1 → contact 2 must not meet an input for contact 2 → contact 1 in one batch.
 * @returns a function that remembers the inputs it was given
 */
export function createBatchKeys(): (input: RecordPair) => string {
	const turned = new Map<string, boolean>();
	return ({ pair, fromId, toId }) => {
		const key = pairKey(pair);
		if (pair.from.key !== pair.to.key) return key;
		const own = `${key} ${recordPairKey(fromId, toId)}`;
		const other = turned.get(`${key} ${recordPairKey(toId, fromId)}`);
		const isTurned = turned.get(own) ?? (other === undefined ? false : !other);
		turned.set(own, isTurned);
		return isTurned ? `${key} turned` : key;
	};
}
