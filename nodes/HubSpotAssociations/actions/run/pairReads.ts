import { drain } from '../../batching/pool';
import { sendRead, type Read } from '../../hubspot/api/read';
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
	session: Session,
	pairs: Iterable<ObjectPair>,
	read: Read<Value>,
): Promise<ReadByPair<Value>> {
	return await readEach(session, new Map([...pairs].map((pair) => [pairKey(pair), pair])), read);
}

/** Reads each subject, one request per subject, and returns what was read by the same keys. */
export async function readEach<Value, Subject>(
	{ sender, options }: Session,
	subjects: ReadonlyMap<string, Subject>,
	read: Read<Value, Subject>,
): Promise<ReadonlyMap<string, Outcome<Value>>> {
	const values = new Map<string, Outcome<Value>>();
	await drain([...subjects].reverse(), options.maxConcurrency, async ([key, subject]) => {
		values.set(key, await sendRead(sender.send, options.apiVersion, subject, read));
	});
	return values;
}
