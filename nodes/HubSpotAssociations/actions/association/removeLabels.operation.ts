import type { INodeExecutionData } from 'n8n-workflow';
import type { AssociationInput } from '../../hubspot/associations/associations';
import { pairKey } from '../../hubspot/model/objectTypes';
import { readIdProperties } from '../../input/options/associationOptions';
import { readAssociationRows, type AssociationRow } from '../../input/rows/associationRows';
import { fromIdProperty, recordIds, toIdProperty } from '../../parameters/associations';
import { requiredLabels } from '../../parameters/labels';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import { stopAtInvalidRow } from '../run/failures';
import { labelNames, withTexts } from '../run/labelLookup';
import type { Session } from '../run/session';
import { writeRows } from '../run/writeRows';
import { removeLabelsCall } from './calls';
import { associationsOf, recordsJson } from './details';
import { findRecords } from './records';
import { resolveTypes, withTypesOfBoth } from './resolveLabels';
import { refuseUnlabeled } from './unlabeled';

export const option = {
	name: 'Remove Labels',
	value: 'removeLabels',
	description: 'Remove labels from associations and keep the associations',
	action: 'Remove labels from associations',
};

export const description = {
	parameters: [...objectTypes, ...recordIds, requiredLabels],
	options: [...batchOptions, fromIdProperty, toIdProperty],
};

/** Removes the labels of every item from the association of its two records. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options } = session;
	const properties = readIdProperties(context, options.values);
	return await writeRows<AssociationRow, AssociationInput, AssociationInput>(session, {
		...associationsOf(properties),
		read: () => readAssociationRows(context, properties, 'required'),
		resolve: async (rows) => {
			const labeled = await refuseUnlabeled(session, await resolveTypes(session, rows));
			stopAtInvalidRow(session, labeled);
			return await findRecords(session, labeled, properties);
		},
		merge: withTypesOfBoth,
		calls: {
			keyOf: ({ pair }) => pairKey(pair),
			callFor: ({ pair }) => removeLabelsCall(session, pair),
		},
		item: (removed) => {
			const removedTypes = withTexts(session, removed.pair, removed.types);
			return recordsJson(removed, { removedLabels: labelNames(session, removed), removedTypes });
		},
		preview: (input) => ({
			action: 'updated',
			...recordsJson(input, { removedLabels: labelNames(session, input) }),
		}),
		previewsLabels: () => true,
	});
}
