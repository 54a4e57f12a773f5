import { drain } from '../../batching/pool';
import type { Answer } from '../../hubspot/api/answer';
import type { HubSpotRequest } from '../../hubspot/api/endpoints';
import { succeed, type Outcome } from '../../outcome';
import { pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import type { ApiVersion } from '../../hubspot/api/versions';
import type { Session } from './session';

/** One of HubSpot's calls that reads something about a pair of objects in a single response. */
export interface PairRead<Value> {
	request(version: ApiVersion, pair: ObjectPair): HubSpotRequest;
	parse(answer: Answer): Value;
}

/** What was read by {@link pairKey}, or why it could not be. */
export type ReadByPair<Value> = ReadonlyMap<string, Outcome<Value>>;

/** Reads each pair once, one request per pair. */
export async function readEachPair<Value>(
	session: Session,
	pairs: Iterable<ObjectPair>,
	read: PairRead<Value>,
): Promise<ReadByPair<Value>> {
	const distinct = new Map([...pairs].map((pair) => [pairKey(pair), pair]));
	const values = new Map<string, Outcome<Value>>();
	await drain([...distinct].reverse(), session.options.maxConcurrency, async ([key, pair]) => {
		values.set(key, await readPair(session, pair, read));
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
	session: Session,
	pairs: readonly ObjectPair[],
	read: PairRead<Value[]>,
	limit: number,
): Promise<ReadByPair<Value[]>> {
	const values = new Map<string, Outcome<Value[]>>();
	let found = 0;
	for (const pair of pairs) {
		if (found >= limit) break;
		const value = values.get(pairKey(pair)) ?? (await readPair(session, pair, read));
		values.set(pairKey(pair), value);
		if (value.ok) found += value.value.length;
	}
	return values;
}

async function readPair<Value>(
	{ sender, options }: Session,
	pair: ObjectPair,
	read: PairRead<Value>,
): Promise<Outcome<Value>> {
	const answer = await sender.send(read.request(options.apiVersion, pair));
	return answer.ok ? succeed(read.parse(answer.value)) : answer;
}
