import { drain } from '../../batching/pool';
import { readPair, type PairRead } from '../../hubspot/api/pairRead';
import { succeed, type Outcome } from '../../outcome';
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

/**
 * Reads the list of every row's pair, each pair once.
 * @param limit the most entries over all rows: pairs beyond it are not read, and their rows have none
 */
export async function readLists<Value>(
	session: Session,
	rows: ReadonlyArray<Outcome<ObjectPair>>,
	read: PairRead<Value[]>,
	limit: number,
): Promise<Array<Outcome<Value[]>>> {
	const pairs = rows.flatMap((row) => (row.ok ? [row.value] : []));
	const values =
		limit === Infinity
			? await readEachPair(session, pairs, read)
			: await readUpTo(session, pairs, read, limit);
	return rows.map((row) => (row.ok ? (values.get(pairKey(row.value)) ?? succeed([])) : row));
}

async function readUpTo<Value>(
	{ sender, options }: Session,
	pairs: readonly ObjectPair[],
	read: PairRead<Value[]>,
	limit: number,
): Promise<ReadByPair<Value[]>> {
	const values = new Map<string, Outcome<Value[]>>();
	let found = 0;
	for (const pair of pairs) {
		if (found >= limit) break;
		const value =
			values.get(pairKey(pair)) ?? (await readPair(sender.send, options.apiVersion, pair, read));
		values.set(pairKey(pair), value);
		if (value.ok) found += value.value.length;
	}
	return values;
}
