import type { Group, Plan } from '../../batching/plan';
import { invalidInput, type Failure, type Outcome } from '../../hubspot/failure';
import { deletionsFor } from '../../hubspot/limitChanges';
import type { LimitInput } from '../../hubspot/limits';
import { mayBeOneObject, pairKey, type ObjectPair } from '../../hubspot/objectTypes';
import { DISPLAY_NAMES } from '../../input/displayNames';
import type { LimitRow } from '../../input/limitRows';
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

/**
 * Refuses the rows of pairs that may be one pair, spelled in two ways: each would delete what the
 * other lists.
 */
export function refuseSpellings({ groups }: Plan<LimitInput>): Map<number, Failure> {
	const filled = groups.filter(({ entries }) => entries.length > 0);
	const refused = new Map<number, Failure>();
	filled.forEach((one, index) => {
		for (const other of filled.slice(index + 1)) {
			if (!mayBeOnePair(pairOf(one), pairOf(other))) continue;
			const rows = [one, other].flatMap(({ entries }) => entries.flatMap((entry) => entry.rows));
			const failure = spelledTwice(one.entries[0].rows[0], other.entries[0].rows[0]);
			rows.forEach((row) => refused.set(row, failure));
		}
	});
	return refused;
}

function mayBeOnePair(one: ObjectPair, other: ObjectPair): boolean {
	return mayBeOneObject(one.from, other.from) && mayBeOneObject(one.to, other.to);
}

function spelledTwice(item: number, otherItem: number): Failure {
	return invalidInput(
		`Items ${item} and ${otherItem} may name one custom object in two ways, so that each would delete the limits of the other`,
		`Write a custom object the same way in every item, best by its ID such as 2-123, or turn '${DISPLAY_NAMES.deleteUnlisted}' off.`,
	);
}
