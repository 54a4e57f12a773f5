import { updateDisplayOptions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';
import { planGroups } from '../../batching/plan';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { recordPairKey } from '../../hubspot/associations/matchResults';
import { pairKey } from '../../hubspot/model/objectTypes';
import { archiveLabelsCall } from '../../hubspot/associations/removeAssociations';
import { readIdProperties } from '../../input/options/associationOptions';
import { readAssociationRows } from '../../input/rows/associationRows';
import { fromIdProperty, toIdProperty } from '../../parameters/associationOptions';
import { labels } from '../../parameters/labels';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import { recordIds } from '../../parameters/recordIds';
import { checkRows } from '../run/checkRows';
import { finish, stopAtInvalidRow } from '../run/output';
import { sendPlan } from '../run/sendPlan';
import type { Session } from '../run/session';
import { associationDetails } from './details';
import { findRecords } from './records';
import { removedJson } from './removed';
import { resolveTypes, withTypesOfBoth } from './resolveLabels';
import { refuseUnlabeled } from './unlabeled';

export const option = {
	name: 'Remove Labels',
	value: 'removeLabels',
	description: 'Take labels off associations, which stay',
	action: 'Remove labels from associations',
};

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['association'], operation: [option.value] } },
	[
		...objectTypes,
		...recordIds,
		{ ...labels, required: true },
		batchOptions(fromIdProperty, toIdProperty),
	],
);

/** Takes the labels of every item off the association of its two records. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options } = session;
	const properties = readIdProperties(context, options.values);
	const rows = await checkRows(session, readAssociationRows(context, properties, 'required'));
	const labeled = await refuseUnlabeled(session, await resolveTypes(session, rows));
	stopAtInvalidRow(session, labeled);
	const inputs = await findRecords(session, labeled, properties);
	stopAtInvalidRow(session, inputs);
	const plan = planGroups(inputs, {
		groupKey: ({ pair }) => pairKey(pair),
		inputKey: ({ fromId, toId }) => recordPairKey(fromId, toId),
		merge: withTypesOfBoth,
	});
	const works = plan.groups.map(({ entries }) => ({
		call: archiveLabelsCall(options.apiVersion, entries[0].input.pair),
		entries,
	}));
	const outcomes = await sendPlan(session, inputs, plan, works, (removed) => ({
		...removedJson(removed),
		removedLabels: removed.types.map(associationTypeKey),
	}));
	return finish(session, outcomes, associationDetails(rows, inputs, properties), plan);
}
