import type { BatchCall } from '../hubspot/api/batchCall';
import { groupBy } from '../lists';
import type { Entry } from './plan';

/** Which call sends an input: inputs with the same key share a call and can share a batch. */
export interface Calls<Input, Value> {
	keyOf(input: Input): string;
	callFor(input: Input): BatchCall<Input, Value>;
}

/** Entries of one call. */
export interface CallEntries<Input, Value> {
	readonly key: string;
	readonly call: BatchCall<Input, Value>;
	readonly entries: ReadonlyArray<Entry<Input, Value>>;
}

/** Groups entries by their call, in the order of the first entry of each. */
export function groupByCall<Input, Value>(
	entries: ReadonlyArray<Entry<Input, Value>>,
	{ keyOf, callFor }: Calls<Input, Value>,
): Array<CallEntries<Input, Value>> {
	return [...groupBy(entries, ({ input }) => keyOf(input))].map(([key, ofCall]) => ({
		key,
		call: callFor(ofCall[0].input),
		entries: ofCall,
	}));
}

/** Returns how many inputs one request may hold: HubSpot's maximum, or fewer if the user chose so. */
export function sizeOf({ maximum }: { readonly maximum: number }, batchSize = maximum): number {
	return Math.min(maximum, batchSize);
}
