import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { mapOutcome, succeed } from '../../outcome';
import { LIMITS, limitsIn, readAllLimitsRequest, type Limit } from '../../hubspot/limits/limits';
import { readResultLimit, readScope, readSwitch } from '../../input/options/runOptions';
import { scopedObjectTypes } from '../../parameters/objectTypes';
import { readOptions, returnAllOrLimit } from '../../parameters/options';
import { nameObjects, scope } from '../../parameters/limits';
import { finishLists, listPairs } from '../run/lists';
import type { Session } from '../run/session';
import { limitJson } from '../typeJson';
import { nameLimits } from './limitObjects';

export const option = {
	name: 'Get Many',
	value: 'getAll',
	description: 'Get the limits of two objects, or of the whole account',
	action: 'Get many association limits',
};

export const description = {
	parameters: [scope, ...scopedObjectTypes, ...returnAllOrLimit],
	options: [...readOptions, nameObjects],
};

/** Returns one item per limit: of the two objects of every item, or of the account. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const isAccount = readScope(session.context) === 'all';
	return isAccount ? await getAccountLimits(session) : await listPairs(session, LIMITS, limitJson);
}

/** Reads every limit of the account. HubSpot's response has no object types; 'Name Objects' finds them. */
async function getAccountLimits(session: Session): Promise<INodeExecutionData[]> {
	const { context, options, sender } = session;
	const limit = readResultLimit(context);
	const namesObjects = readSwitch(context, options.values, 'nameObjects');
	const answer = mapOutcome(await sender.send(readAllLimitsRequest(options.apiVersion)), limitsIn);
	const limits = mapOutcome(answer, (all) => all.slice(0, limit));
	const named = namesObjects && limits.ok ? await nameLimits(session, limits.value) : undefined;
	const items = named ? succeed(named.items) : mapOutcome(limits, asJson);
	return finishLists(
		session,
		context.getInputData().map(() => items),
		{
			listOf: succeed,
			item: (_: readonly IDataObject[], one: IDataObject) => one,
			about: () => ({}),
			notes: named?.notes,
		},
		limit,
	);
}

function asJson(limits: readonly Limit[]): IDataObject[] {
	return limits.map((limit) => ({ ...limit }));
}
