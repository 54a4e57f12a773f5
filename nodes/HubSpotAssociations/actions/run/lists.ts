import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { sendRead, type Read } from '../../hubspot/api/read';
import { objectNames, pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { readResultLimit } from '../../input/options/runOptions';
import { readPairRows } from '../../input/rows/rows';
import { mapOutcome, succeed, type Outcome } from '../../outcome';
import { stopAtInvalidRow, type RowDetails } from './failures';
import { finish } from './output';
import { readEachPair, type ReadByPair } from './pairReads';
import type { Session } from './session';

/** How a list becomes the items of its row. */
interface Listing<Subject, Value> {
	/** Returns what was read about what a row asked for. */
	listOf(subject: Subject): Outcome<readonly Value[]>;
	item(subject: Subject, value: Value): IDataObject;
	/** Describes a row that failed. */
	about(row: number): RowDetails;
	/** For the summary. */
	readonly notes?: readonly string[];
}

/**
 * Returns one item per thing that was read, in the order of the rows, and shows the summary over the output.
 * @param subjects what each row asked for
 * @param limit the most items over all rows; a row that failed keeps its item beyond it
 * @throws NodeApiError when the node is set to stop and a row failed
 */
export function finishLists<Subject, Value>(
	session: Session,
	subjects: ReadonlyArray<Outcome<Subject>>,
	{ listOf, item, about, notes }: Listing<Subject, Value>,
	limit: number,
): INodeExecutionData[] {
	let results = 0;
	const outcomes = subjects.map((subject) => {
		if (!subject.ok) return subject;
		return mapOutcome(listOf(subject.value), (values) => {
			const shown = values.slice(0, limit - results);
			results += shown.length;
			return shown.map((value) => item(subject.value, value));
		});
	});
	return finish(session, outcomes, about, { merged: 0, results, notes });
}

/** Returns what a call lists of the two objects of every item, each pair read once. */
export async function listPairs<Value>(
	session: Session,
	read: Read<Value[]>,
	item: (pair: ObjectPair, value: Value) => IDataObject,
): Promise<INodeExecutionData[]> {
	const limit = readResultLimit(session.context);
	const rows = readPairRows(session.context);
	stopAtInvalidRow(session, rows);
	const pairs = rows.flatMap((row) => (row.ok ? [row.value] : []));
	const lists =
		limit === Infinity
			? await readEachPair(session, pairs, read)
			: await readUpTo(session, pairs, read, limit);
	const listOf = (pair: ObjectPair) => lists.get(pairKey(pair)) ?? succeed([]);
	const about = (index: number) => {
		const row = rows[index];
		return row.ok ? { ...objectNames(row.value) } : {};
	};
	return finishLists(session, rows, { listOf, item, about }, limit);
}

/** Reads one pair after the other, and none beyond the limit. */
async function readUpTo<Value>(
	{ sender, options }: Session,
	pairs: readonly ObjectPair[],
	read: Read<Value[]>,
	limit: number,
): Promise<ReadByPair<Value[]>> {
	const values = new Map<string, Outcome<Value[]>>();
	let found = 0;
	for (const pair of pairs) {
		if (found >= limit) break;
		const value =
			values.get(pairKey(pair)) ?? (await sendRead(sender.send, options.apiVersion, pair, read));
		values.set(pairKey(pair), value);
		if (value.ok) found += value.value.length;
	}
	return values;
}
