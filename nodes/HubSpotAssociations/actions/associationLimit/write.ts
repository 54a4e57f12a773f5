import type { INodeExecutionData } from 'n8n-workflow';
import type { BatchCall } from '../../hubspot/api/batchCall';
import type { Limit, LimitInput, LimitTarget } from '../../hubspot/limits/limits';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { describePair, pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { DISPLAY_NAMES } from '../../input/displayNames';
import { readLimitRows, type LimitRow } from '../../input/rows/typeRows';
import { invalid, succeed, type Outcome } from '../../outcome';
import type { Session } from '../run/session';
import { writeRows } from '../run/writeRows';
import { typeDetails } from '../typeJson';
import { limitJson } from './json';
import { resolveTypes } from './resolveTypes';

/** Sets the limit of every item with one of HubSpot's batch calls, one request per pair of objects. */
export async function writeLimits(
	session: Session,
	callFor: (pair: ObjectPair) => BatchCall<LimitInput, Limit>,
): Promise<INodeExecutionData[]> {
	return await writeRows<LimitRow, LimitInput, Limit>(session, {
		read: () => readLimitRows(session.context),
		resolve: async (rows) => await resolveTypes(session, rows),
		key: associationTypeKey,
		merge: mergeLimits,
		calls: { keyOf: ({ pair }) => pairKey(pair), callFor: ({ pair }) => callFor(pair) },
		item: (limit, { pair }) => limitJson(pair, limit),
		about: typeDetails,
	});
}

/** Joins items that set the same limit, unless their maximums differ. */
export function mergeLimits<Input extends LimitTarget & { readonly maxToObjectIds?: number }>(
	present: Input,
	added: Input,
): Outcome<Input> {
	if (present.maxToObjectIds === added.maxToObjectIds) return succeed(present);
	return invalid(
		`Items set different maximums for the same limit of ${describePair(present.pair)}, ${associationTypeKey(present)}`,
		`Keep only one item per limit, or give them the same '${DISPLAY_NAMES.maxToObjectIds}'.`,
	);
}
