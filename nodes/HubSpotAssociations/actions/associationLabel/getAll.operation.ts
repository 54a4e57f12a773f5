import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { succeed, type Outcome } from '../../outcome';
import { readPairRows } from '../../input/rows/rows';
import { readResultLimit } from '../../input/options/runOptions';
import { objectTypes } from '../../parameters/objectTypes';
import { readOptions, returnAllOrLimit } from '../../parameters/options';
import { LABELS } from '../../hubspot/labels/labels';
import { stopAtInvalidRow } from '../run/failures';
import { finishLists } from '../run/output';
import { pairDetails } from '../pairDetails';
import { readLists } from '../run/pairReads';
import type { Session } from '../run/session';
import { typeJson } from '../typeJson';

export const option = {
	name: 'Get Many',
	value: 'getAll',
	description: 'Get the labels from one object to another, and the type without a label',
	action: 'Get many association labels',
};

export const description = {
	parameters: [...objectTypes, ...returnAllOrLimit],
	options: readOptions,
};

/** Returns one item per association type of the two objects of every item. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const limit = readResultLimit(session.context);
	const rows = readPairRows(session.context);
	stopAtInvalidRow(session, rows);
	const lists = await readLists(session, rows, LABELS, limit);
	const outcomes = rows.map((row, index): Outcome<IDataObject[]> => {
		if (!row.ok) return row;
		const list = lists[index];
		return list.ok ? succeed(list.value.map((label) => typeJson(row.value, label))) : list;
	});
	return finishLists(session, outcomes, pairDetails(rows), limit);
}
