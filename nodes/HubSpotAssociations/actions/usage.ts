import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { UsageSubject } from '../hubspot/limits/limitsTracking';
import { describeObjectType } from '../hubspot/model/objectTypes';
import { mapOutcome, type Outcome } from '../outcome';
import { stopAtInvalidRow } from './run/failures';
import { finishLists } from './run/lists';
import { readEach } from './run/pairReads';
import type { Read } from '../hubspot/api/read';
import type { Session } from './run/session';

/**
 * Gives each row the usage of what it asks about, each read once.
 * @param itemsOf builds the items of what was read
 */
export async function getUsage<Subject extends UsageSubject, Value>(
	session: Session,
	rows: ReadonlyArray<Outcome<Subject>>,
	read: Read<Value, Subject>,
	itemsOf: (value: Value, subject: Subject) => IDataObject[],
): Promise<INodeExecutionData[]> {
	stopAtInvalidRow(session, rows);
	const subjects = new Map<string, Subject>();
	for (const row of rows) if (row.ok) subjects.set(keyOf(row.value), row.value);
	const usages = await readEach(session, subjects, read);
	const listOf = (subject: Subject) => {
		const usage = usages.get(keyOf(subject));
		if (usage === undefined) throw new TypeError(`The usage of ${keyOf(subject)} was not read`);
		return mapOutcome(usage, (value) => itemsOf(value, subject));
	};
	const about = (index: number) => {
		const row = rows[index];
		return row.ok ? subjectNames(row.value) : {};
	};
	return finishLists(session, rows, { listOf, item: (_, item) => item, about }, Infinity);
}

function keyOf({ from, to }: UsageSubject): string {
	return `${from?.key ?? ''}>${to?.key ?? ''}`;
}

/** Names the objects that a row asks about, as far as it does. */
export function subjectNames({ from, to }: UsageSubject): Record<string, string> {
	return {
		...(from && { fromObjectType: describeObjectType(from) }),
		...(to && { toObjectType: describeObjectType(to) }),
		...(from && { fromObjectTypeId: from.id ?? from.spelling }),
		...(to && { toObjectTypeId: to.id ?? to.spelling }),
	};
}
