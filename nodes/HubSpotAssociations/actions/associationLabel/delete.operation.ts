import type { INodeExecutionData } from 'n8n-workflow';
import { deleteLabelCall, type LabelTarget } from '../../hubspot/labels/labelChanges';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { OWN_LABEL_NAMES } from '../../input/displayNames';
import { readTypeRows, type TypeRow } from '../../input/rows/typeRows';
import { succeed } from '../../outcome';
import { deletionNotice } from '../../parameters/labels';
import { ownLabel } from '../../parameters/associationType';
import { objectTypes } from '../../parameters/objectTypes';
import { writeOptions } from '../../parameters/options';
import type { Session } from '../run/session';
import { writeRows } from '../run/writeRows';
import { deletedJson, typeDetails, typeKeyOf, typePreview } from '../typeJson';
import { readOwnLabels, resolveOwnLabel } from './ownLabels';

export const option = {
	name: 'Delete',
	value: 'delete',
	description: 'Delete a label that your account created from all records that have it',
	action: 'Delete association labels',
};

export const description = {
	parameters: [...objectTypes, ownLabel, deletionNotice],
	options: writeOptions,
};

/** Deletes the label of every item, one request per label. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options, sender } = session;
	return await writeRows<TypeRow, LabelTarget, LabelTarget>(session, {
		read: () => readTypeRows(context, OWN_LABEL_NAMES.associationType),
		resolve: async (rows) => {
			const labels = await readOwnLabels(session, rows, () => false);
			return rows.map((row) => (row.ok ? resolveOwnLabel(row.value, labels) : row));
		},
		key: associationTypeKey,
		merge: succeed,
		calls: {
			keyOf: typeKeyOf,
			callFor: ({ pair }) => deleteLabelCall(options.apiVersion, pair, sender.send),
		},
		item: deletedJson,
		preview: (input) => typePreview(session, 'deleted', input),
		previewsLabels: () => true,
		about: typeDetails,
	});
}
