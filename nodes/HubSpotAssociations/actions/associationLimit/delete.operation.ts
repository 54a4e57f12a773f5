import { updateDisplayOptions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';
import { planGroups } from '../../batching/plan';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { succeed } from '../../outcome';
import { purgeLimitsCall } from '../../hubspot/limits/limitCalls';
import { pairKey } from '../../hubspot/model/objectTypes';
import { readTypeRows } from '../../input/rows/typeRows';
import { associationType } from '../../parameters/associationType';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import { checkRows } from '../run/checkRows';
import { finish, stopAtInvalidRow } from '../run/output';
import { sendPlan } from '../run/sendPlan';
import type { Session } from '../run/session';
import { deletedJson } from '../typeJson';
import { limitDetails, readNamedLabels, resolveLimits } from './resolveTypes';

export const option = {
	name: 'Delete',
	value: 'delete',
	description: 'Remove a limit, so that only the limit of your HubSpot subscription holds',
	action: 'Delete association limits',
};

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['associationLimit'], operation: [option.value] } },
	[...objectTypes, associationType, batchOptions()],
);

/** Removes the limit of every item, also where there is none; one request a pair of objects. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { options, sender } = session;
	const rows = await checkRows(session, readTypeRows(session.context));
	const inputs = resolveLimits(rows, await readNamedLabels(session, rows));
	stopAtInvalidRow(session, inputs);
	const plan = planGroups(inputs, {
		groupKey: ({ pair }) => pairKey(pair),
		inputKey: (input) => associationTypeKey(input),
		merge: (present) => succeed(present),
	});
	const works = plan.groups.map(({ entries }) => ({
		call: purgeLimitsCall(options.apiVersion, entries[0].input.pair, sender.send),
		entries,
	}));
	const outcomes = await sendPlan(session, inputs, plan, works, (_, input) => deletedJson(input));
	return finish(session, outcomes, limitDetails(rows, inputs), plan);
}
