import type { INodeExecutionData } from 'n8n-workflow';
import { planGroups, type Plan } from '../../batching/plan';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import type { BatchCall } from '../../hubspot/api/batchCall';
import { fail, invalidInput, succeed, type Outcome } from '../../outcome';
import type { Limit, LimitInput } from '../../hubspot/limits/limits';
import { describePair, pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { DISPLAY_NAMES } from '../../input/displayNames';
import { readLimitRows } from '../../input/rows/limitRows';
import { checkRows } from '../run/checkRows';
import { finish, stopAtInvalidRow } from '../run/output';
import { sendPlan } from '../run/sendPlan';
import type { Session } from '../run/session';
import { limitJson } from './json';
import { limitDetails, readNamedLabels, resolveLimits } from './resolveTypes';

/** Sets the limit of every item with one of HubSpot's batch calls, one request a pair of objects. */
export async function writeLimits(
	session: Session,
	callFor: (pair: ObjectPair) => BatchCall<LimitInput, Limit>,
): Promise<INodeExecutionData[]> {
	const rows = await checkRows(session, readLimitRows(session.context));
	const inputs = resolveLimits(rows, await readNamedLabels(session, rows));
	stopAtInvalidRow(session, inputs);
	const plan = planLimits(inputs);
	const works = plan.groups
		.filter(({ entries }) => entries.length > 0)
		.map(({ entries }) => ({ call: callFor(entries[0].input.pair), entries }));
	const outcomes = await sendPlan(session, inputs, plan, works, (limit, { pair }) =>
		limitJson(pair, limit),
	);
	return finish(session, outcomes, limitDetails(rows, inputs), plan);
}

/** One group a pair; items that set the same limit are one, unless their maximums differ. */
export function planLimits(rows: ReadonlyArray<Outcome<LimitInput>>): Plan<LimitInput> {
	return planGroups(rows, {
		groupKey: ({ pair }) => pairKey(pair),
		inputKey: (input) => associationTypeKey(input),
		merge: mergeLimits,
	});
}

function mergeLimits(present: LimitInput, added: LimitInput): Outcome<LimitInput> {
	if (present.maxToObjectIds === added.maxToObjectIds) return succeed(present);
	return fail(
		invalidInput(
			`Different maximums for the same limit of ${describePair(present.pair)}, ${associationTypeKey(present)}`,
			`Leave one item for each limit, or give them the same '${DISPLAY_NAMES.maxToObjectIds}'.`,
		),
	);
}
