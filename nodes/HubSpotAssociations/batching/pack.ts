import type { BatchCall } from '../hubspot/api/batchCall';

/** Cuts a list into as few pieces of at most that size as possible, in order. */
export function pack<Item>(items: readonly Item[], size: number): Item[][] {
	const pieces: Item[][] = [];
	for (let start = 0; start < items.length; start += size) {
		pieces.push(items.slice(start, start + size));
	}
	return pieces;
}

/** The most inputs in one request: HubSpot's maximum, or fewer where the user wants it. */
export function sizeOf(
	call: Pick<BatchCall<never, unknown>, 'maximum'>,
	batchSize?: number,
): number {
	return Math.min(call.maximum, batchSize ?? call.maximum);
}
