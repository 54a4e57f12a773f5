import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { AssociationReading } from '../../reading/associationReader';
import { READ_ASSOCIATIONS_MAXIMUM } from '../../hubspot/api/batchSizes';
import { fail, succeed, type Outcome } from '../../outcome';
import type { AssociatedRecord } from '../../hubspot/associations/associatedRecord';
import { readIdProperties } from '../../input/options/associationOptions';
import { readFromRows, type FromRow } from '../../input/rows/associationRows';
import { readResultLimit } from '../../input/options/runOptions';
import { fromIdProperty, fromRecordId } from '../../parameters/associations';
import { objectTypes } from '../../parameters/objectTypes';
import { readOptions, returnAllOrLimit } from '../../parameters/options';
import { stopAtInvalidRow } from '../run/failures';
import { finishLists } from '../run/lists';
import type { Session } from '../run/session';
import { associationDetails, recordsJson } from './details';
import { findRecords } from './records';
import { openReader } from './readings';

export const option = {
	name: 'Get Many',
	value: 'getAll',
	description: "List the records associated with each item's record, with their labels",
	action: 'Get many associations',
};

export const description = {
	parameters: [...objectTypes, fromRecordId, ...returnAllOrLimit],
	options: [...readOptions, fromIdProperty],
};

/** Returns one item for each association of every item's record; a record without any gives none. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options } = session;
	const limit = readResultLimit(context);
	const properties = { from: readIdProperties(context, options.values).from };
	const rows = readFromRows(context, properties);
	stopAtInvalidRow(session, rows);
	const found = await findRecords(session, rows, properties);
	stopAtInvalidRow(session, found);
	const readings = await readUpTo(session, found, limit);
	return finishLists(
		session,
		readings,
		{
			listOf: ({ failure, associated }) => (failure ? fail(failure) : succeed(associated)),
			item: associationJson,
			about: (row) => associationDetails(valueOf(rows[row]), valueOf(found[row]), properties),
		},
		limit,
	);
}

function valueOf<Value>(outcome: Outcome<Value>): Value | undefined {
	return outcome.ok ? outcome.value : undefined;
}

/**
 * Reads as many pages as the limit needs. Without one all records are read at once; with one a
 * request at a time, and no page beyond it.
 */
async function readUpTo(
	session: Session,
	rows: ReadonlyArray<Outcome<FromRow>>,
	limit: number,
): Promise<Array<Outcome<AssociationReading>>> {
	const reader = openReader(session, session.stopsOnFailure);
	const readings = rows.map((row) =>
		row.ok ? succeed(reader.readingOf(row.value.pair, row.value.fromId)) : row,
	);
	const atOnce = limit === Infinity ? Infinity : READ_ASSOCIATIONS_MAXIMUM;
	for (;;) {
		const wanted = nextWanted(readings, limit, atOnce);
		if (wanted.size === 0) return readings;
		await reader.readOn(wanted);
	}
}

/** Returns the records with more pages, in the order of their rows; none once the limit is reached. */
function nextWanted(
	readings: ReadonlyArray<Outcome<AssociationReading>>,
	limit: number,
	atOnce: number,
): Set<AssociationReading> {
	const wanted = new Set<AssociationReading>();
	let known = 0;
	for (const reading of readings) {
		if (!reading.ok) continue;
		known += reading.value.associated.length;
		if (known >= limit) return new Set();
		if (!reading.value.isComplete && wanted.size < atOnce) wanted.add(reading.value);
	}
	return wanted;
}

/** Uses the same names as the result of create, so that what was read can be created again. */
function associationJson(
	{ pair, fromId }: AssociationReading,
	{ toId, types, unreadable = [] }: AssociatedRecord,
): IDataObject {
	return recordsJson(
		{ pair, fromId, toId },
		{
			labels: [...types.map(({ label }) => label), ...unreadable].filter((label) => label !== null),
			associationTypes: types.map(({ category, typeId, label }) => ({ category, typeId, label })),
		},
	);
}
