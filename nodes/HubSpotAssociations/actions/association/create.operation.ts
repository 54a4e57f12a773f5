import type { INodeExecutionData } from 'n8n-workflow';
import type { Association, AssociationInput } from '../../hubspot/associations/associations';
import { readIdProperties } from '../../input/options/associationOptions';
import { readAssociationRows, type AssociationRow } from '../../input/rows/associationRows';
import {
	checkLimits,
	existingLabels,
	fromIdProperty,
	recordIds,
	toIdProperty,
} from '../../parameters/associations';
import { labels } from '../../parameters/labels';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import { stopAtInvalidRow } from '../run/failures';
import { labelNames } from '../run/labelLookup';
import type { Session } from '../run/session';
import { writeRows } from '../run/writeRows';
import { createCalls } from './calls';
import { associationsOf, recordsJson } from './details';
import { readExistingUse, settleByExisting } from './readBeforeCreate';
import { findRecords } from './records';
import { resolveTypes, withTypesOfBoth } from './resolveLabels';

export const option = {
	name: 'Create',
	value: 'create',
	description: 'Associate the two records of every item, with or without labels',
	action: 'Create associations',
};

export const description = {
	parameters: [...objectTypes, ...recordIds, labels],
	options: [...batchOptions, checkLimits, existingLabels, fromIdProperty, toIdProperty],
};

/** Associates the two records of every item: as few requests as possible, an outcome for each item. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options } = session;
	const use = readExistingUse(session);
	const properties = readIdProperties(context, options.values);
	return await writeRows<AssociationRow, AssociationInput, Association>(session, {
		...associationsOf(properties),
		read: () => readAssociationRows(context, properties, 'optional'),
		resolve: async (rows) => {
			const labeled = await resolveTypes(session, rows);
			stopAtInvalidRow(session, labeled);
			return await findRecords(session, labeled, properties);
		},
		merge: withTypesOfBoth,
		settleEarly: async (entries) => await settleByExisting(session, entries, use),
		calls: createCalls(options.apiVersion),
		item: (association) => association,
		preview: (input) => ({
			action: 'created',
			...recordsJson(input, { labels: labelNames(session, input) }),
		}),
		previewsLabels: ({ types }) => types.length > 0,
	});
}
