import type { INodeExecutionData } from 'n8n-workflow';
import { pairKey } from '../../hubspot/model/objectTypes';
import type { RecordPair } from '../../hubspot/model/recordPair';
import { readIdProperties } from '../../input/options/associationOptions';
import { readRecordRows, type RecordRow } from '../../input/rows/associationRows';
import { succeed } from '../../outcome';
import { fromIdProperty, recordIds, toIdProperty } from '../../parameters/associations';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import type { Session } from '../run/session';
import { writeRows } from '../run/writeRows';
import { deleteCall } from './calls';
import { associationsOf, recordsJson } from './details';
import { findRecords } from './records';

export const option = {
	name: 'Delete',
	value: 'delete',
	description: 'Remove every association between the two records of each item, including labels',
	action: 'Delete associations',
};

export const description = {
	parameters: [...objectTypes, ...recordIds],
	options: [...batchOptions, fromIdProperty, toIdProperty],
};

/** Removes the associations of the two records of every item. Where there is none, HubSpot reports success. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options } = session;
	const properties = readIdProperties(context, options.values);
	return await writeRows<RecordRow, RecordPair, RecordPair>(session, {
		...associationsOf(properties),
		read: () => readRecordRows(context, properties),
		resolve: async (rows) => await findRecords(session, rows, properties),
		merge: succeed,
		calls: {
			keyOf: ({ pair }) => pairKey(pair),
			callFor: ({ pair }) => deleteCall(session, pair),
		},
		item: (removed) => ({ deleted: true, ...recordsJson(removed) }),
		preview: (input) => ({ action: 'deleted', ...recordsJson(input) }),
	});
}
