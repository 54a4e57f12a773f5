import { updateDisplayOptions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';
import { planGroups } from '../../batching/plan';
import { recordPairKey } from '../../hubspot/associations/matchResults';
import { succeed } from '../../outcome';
import { pairKey } from '../../hubspot/model/objectTypes';
import { archiveAssociationsCall } from '../../hubspot/associations/removeAssociations';
import { readIdProperties } from '../../input/options/associationOptions';
import { readRecordRows } from '../../input/rows/associationRows';
import { fromIdProperty, toIdProperty } from '../../parameters/associationOptions';
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

export const option = {
	name: 'Delete',
	value: 'delete',
	description: 'Remove every association of the two records of each item, labels included',
	action: 'Delete associations',
};

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['association'], operation: [option.value] } },
	[...objectTypes, ...recordIds, batchOptions(fromIdProperty, toIdProperty)],
);

/** Parts the two records of every item; HubSpot takes it as done where they had no association. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options } = session;
	const properties = readIdProperties(context, options.values);
	const rows = await checkRows(session, readRecordRows(context, properties));
	const inputs = await findRecords(session, rows, properties);
	stopAtInvalidRow(session, inputs);
	const plan = planGroups(inputs, {
		groupKey: ({ pair }) => pairKey(pair),
		inputKey: ({ fromId, toId }) => recordPairKey(fromId, toId),
		merge: (present) => succeed(present),
	});
	const works = plan.groups.map(({ entries }) => ({
		call: archiveAssociationsCall(options.apiVersion, entries[0].input.pair),
		entries,
	}));
	const outcomes = await sendPlan(session, inputs, plan, works, (removed) => ({
		deleted: true,
		...removedJson(removed),
	}));
	return finish(session, outcomes, associationDetails(rows, inputs, properties), plan);
}
