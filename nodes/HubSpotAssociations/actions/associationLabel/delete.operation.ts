import { updateDisplayOptions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';
import { planGroups } from '../../batching/plan';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { succeed } from '../../outcome';
import { deleteLabelCall } from '../../hubspot/labels/labelChanges';
import { pairKey } from '../../hubspot/model/objectTypes';
import { readTypeRows } from '../../input/rows/typeRows';
import { ownLabel } from '../../parameters/associationType';
import { objectTypes } from '../../parameters/objectTypes';
import { writeOptions } from '../../parameters/options';
import { checkRows } from '../run/checkRows';
import { finish, stopAtInvalidRow } from '../run/output';
import { sendPlan } from '../run/sendPlan';
import type { Session } from '../run/session';
import { deletedJson } from '../typeJson';
import { ownLabelDetails, readOwnLabels, resolveOwnLabel } from './ownLabels';
import { oneWorkEach } from './works';

export const option = {
	name: 'Delete',
	value: 'delete',
	description: 'Delete a label that your account made, from all records that have it',
	action: 'Delete association labels',
};

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['associationLabel'], operation: [option.value] } },
	[...objectTypes, ownLabel, writeOptions()],
);

/** Deletes the label of every item, one request a label. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { options, sender } = session;
	const rows = await checkRows(session, readTypeRows(session.context));
	const labels = await readOwnLabels(session, rows, () => false);
	const inputs = rows.map((row) => (row.ok ? resolveOwnLabel(row.value, labels) : row));
	stopAtInvalidRow(session, inputs);
	const plan = planGroups(inputs, {
		groupKey: ({ pair }) => pairKey(pair),
		inputKey: (input) => associationTypeKey(input),
		merge: (present) => succeed(present),
	});
	const works = oneWorkEach(plan, ({ pair }) =>
		deleteLabelCall(options.apiVersion, pair, sender.send),
	);
	const outcomes = await sendPlan(session, inputs, plan, works, deletedJson);
	return finish(session, outcomes, ownLabelDetails(rows, inputs), plan);
}
