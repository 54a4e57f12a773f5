import type { RecordIds } from './directions';
import type { ObjectPair } from './objectTypes';

/** Two records and the direction in which they stand. */
export interface RecordPair extends RecordIds {
	readonly pair: ObjectPair;
}

/** The same two objects seen from the other end. */
export function reverseOf({ from, to }: ObjectPair): ObjectPair {
	return { from: to, to: from };
}
