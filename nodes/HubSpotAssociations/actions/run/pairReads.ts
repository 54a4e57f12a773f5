import { drain } from '../../batching/pool';
import { readPair, type PairRead } from '../../hubspot/api/pairRead';
import type { Outcome } from '../../outcome';
import { pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import type { Session } from './session';

/** What was read by {@link pairKey}, or why it could not be. */
export type ReadByPair<Value> = ReadonlyMap<string, Outcome<Value>>;

/** @throws TypeError where the pair was not read: that must not pass for nothing */
export function readOf<Value>(values: ReadByPair<Value>, pair: ObjectPair): Outcome<Value> {
	const value = values.get(pairKey(pair));
	if (value === undefined) throw new TypeError(`${pairKey(pair)} was not read`);
	return value;
}

/** Reads each pair once, one request per pair. */
export async function readEachPair<Value>(
	{ sender, options }: Session,
	pairs: Iterable<ObjectPair>,
	read: PairRead<Value>,
): Promise<ReadByPair<Value>> {
	const distinct = new Map([...pairs].map((pair) => [pairKey(pair), pair]));
	const values = new Map<string, Outcome<Value>>();
	await drain([...distinct].reverse(), options.maxConcurrency, async ([key, pair]) => {
		values.set(key, await readPair(sender.send, options.apiVersion, pair, read));
	});
	return values;
}
