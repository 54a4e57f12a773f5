import { associationTypeKey } from '../model/associationTypes';
import type { Limit, LimitInput, LimitTarget } from './limits';
import type { ObjectPair } from '../model/objectTypes';

/** What sets a limit to its new maximum. */
export interface LimitWrite extends LimitInput {
	readonly action: 'created' | 'updated' | 'unchanged';
	/** The maximum in HubSpot; null where there is no limit. */
	readonly previousMaxToObjectIds: number | null;
}

/** The removal of an unlisted limit. */
export interface LimitDeletion extends LimitTarget {
	readonly action: 'deleted';
	readonly previousMaxToObjectIds: number;
}

export type LimitChange = LimitWrite | LimitDeletion;

/** @param held the limits of the pair in HubSpot, by type */
export function writeFor(wanted: LimitInput, held: ReadonlyMap<string, Limit>): LimitWrite {
	const present = held.get(associationTypeKey(wanted));
	const previousMaxToObjectIds = present?.maxToObjectIds ?? null;
	const isSame = previousMaxToObjectIds === wanted.maxToObjectIds;
	const changed = previousMaxToObjectIds === null ? 'created' : 'updated';
	return {
		...wanted,
		label: wanted.label ?? present?.label ?? null,
		action: isSame ? 'unchanged' : changed,
		previousMaxToObjectIds,
	};
}

/** Returns the limits of a pair that no row lists. */
export function deletionsFor(
	pair: ObjectPair,
	wanted: readonly LimitInput[],
	held: readonly Limit[],
): LimitDeletion[] {
	const named = new Set(wanted.map(associationTypeKey));
	return held
		.filter((limit) => !named.has(associationTypeKey(limit)))
		.map(({ maxToObjectIds: previousMaxToObjectIds, ...type }) => ({
			...type,
			pair,
			action: 'deleted',
			previousMaxToObjectIds,
		}));
}
