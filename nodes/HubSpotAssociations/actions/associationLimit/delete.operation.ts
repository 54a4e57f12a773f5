import type { INodeExecutionData } from 'n8n-workflow';
import type { AssociationLabel } from '../../hubspot/labels/labels';
import { purgeLimitsCall } from '../../hubspot/limits/limitCalls';
import type { LimitTarget } from '../../hubspot/limits/limits';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { pairKey } from '../../hubspot/model/objectTypes';
import { readTypeRows, type TypeRow } from '../../input/rows/typeRows';
import { succeed } from '../../outcome';
import { associationType } from '../../parameters/associationType';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import type { Session } from '../run/session';
import { writeRows } from '../run/writeRows';
import { deletedJson, typeDetails, typePreview } from '../typeJson';
import { resolveTypes } from './write';

export const option = {
	name: 'Delete',
	value: 'delete',
	description: 'Remove a limit, so that only the limit of your HubSpot subscription applies',
	action: 'Delete association limits',
};

export const description = {
	parameters: [...objectTypes, associationType],
	options: batchOptions,
};

/** Removes the limit of every item, even where there is none; one request per pair of objects. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options, sender } = session;
	return await writeRows<TypeRow, TypeRow & AssociationLabel, LimitTarget>(session, {
		read: () => readTypeRows(context),
		resolve: async (rows) => await resolveTypes(session, rows),
		key: associationTypeKey,
		merge: succeed,
		calls: {
			keyOf: ({ pair }) => pairKey(pair),
			callFor: ({ pair }) => purgeLimitsCall(options.apiVersion, pair, sender.send),
		},
		item: (_, input) => deletedJson(input),
		preview: (input) => typePreview(session, 'deleted', input),
		previewsLabels: () => true,
		about: typeDetails,
	});
}
