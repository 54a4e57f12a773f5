import type { INodeExecutionData } from 'n8n-workflow';
import { mapOutcome, succeed } from '../../outcome';
import { LIMITS, limitsIn, readAllLimitsRequest, type Limit } from '../../hubspot/limits/limits';
import { readResultLimit, readScope } from '../../input/options/runOptions';
import { scopedObjectTypes } from '../../parameters/objectTypes';
import { readOptions, returnAllOrLimit } from '../../parameters/options';
import { scope } from '../../parameters/limits';
import { finishLists, listPairs } from '../run/lists';
import type { Session } from '../run/session';
import { limitJson } from '../typeJson';

export const option = {
	name: 'Get Many',
	value: 'getAll',
	description: 'Get the limits of two objects, or of the whole account',
	action: 'Get many association limits',
};

export const description = {
	parameters: [scope, ...scopedObjectTypes, ...returnAllOrLimit],
	options: readOptions,
};

/** Returns one item per limit: of the two objects of every item, or of the account. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const isAccount = readScope(session.context) === 'all';
	return isAccount ? await getAccountLimits(session) : await listPairs(session, LIMITS, limitJson);
}

/** Reads every limit of the account. HubSpot's response has no object types, and neither do these items. */
async function getAccountLimits(session: Session): Promise<INodeExecutionData[]> {
	const limit = readResultLimit(session.context);
	const answer = await session.sender.send(readAllLimitsRequest(session.options.apiVersion));
	const limits = mapOutcome(answer, limitsIn);
	const item = (_: readonly Limit[], one: Limit) => ({ ...one });
	return finishLists(
		session,
		session.context.getInputData().map(() => limits),
		{ listOf: succeed, item, about: () => ({}) },
		limit,
	);
}
