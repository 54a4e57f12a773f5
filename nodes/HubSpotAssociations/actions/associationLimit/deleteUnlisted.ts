import type { Group } from '../../batching/plan';
import type { Outcome } from '../../outcome';
import { deletionsFor } from '../../hubspot/limits/limitChanges';
import type { LimitInput } from '../../hubspot/limits/limits';
import { pairKey } from '../../hubspot/model/objectTypes';
import type { LimitRow } from '../../input/rows/limitRows';
import { pairOf, type PairState } from './pairState';

/** What keeps 'Delete Unlisted' from removing a limit that somebody wants. */

/**
 * The pairs whose limits may be deleted: all of their rows are valid. One row whose objects cannot be
 * read may be of any pair, and so keeps the limits of all.
 */
export function trustedGroups(
	groups: ReadonlyArray<Group<LimitInput>>,
	rows: ReadonlyArray<Outcome<LimitRow>>,
	agreed: ReadonlyArray<Outcome<LimitInput>>,
): Set<string> {
	if (rows.some((row) => !row.ok)) return new Set();
	const refused = new Set(
		rows.flatMap((row, index) => (row.ok && !agreed[index].ok ? [pairKey(row.value.pair)] : [])),
	);
	return new Set(groups.map(({ key }) => key).filter((key) => !refused.has(key)));
}

/** Tells how many limits stay although no row names them. */
export function keptLimits(
	groups: ReadonlyArray<Group<LimitInput>>,
	states: ReadonlyMap<string, Outcome<PairState>>,
	trusted: ReadonlySet<string>,
): string[] {
	let kept = 0;
	for (const group of groups) {
		const state = states.get(group.key);
		if (!state?.ok || trusted.has(group.key)) continue;
		const inputs = group.entries.map(({ input }) => input);
		kept += deletionsFor(pairOf(group), inputs, state.value.limits).length;
	}
	if (kept === 0) return [];
	return [`${kept} unlisted kept, since an item that may name them was refused`];
}
