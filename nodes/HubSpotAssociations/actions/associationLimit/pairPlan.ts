import type { Entry, Group } from '../../batching/plan';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import type { Failure } from '../../outcome';
import {
	deletionsFor,
	writeFor,
	type LimitDeletion,
	type LimitWrite,
} from '../../hubspot/limits/limitChanges';
import { orderWrites } from '../../hubspot/limits/limitOrder';
import { brokenRules } from '../../hubspot/limits/limitRules';
import type { Limit, LimitInput } from '../../hubspot/limits/limits';
import { labelOf, objectKeyOf, pairOf, type PairState } from './pairState';

type WriteEntry = Entry<LimitInput> & { readonly input: LimitWrite };

/** What is to be done for one pair of objects, and in which order. */
export interface PairPlan {
	readonly deletions: readonly LimitDeletion[];
	/** Every wanted limit that is not refused, the unchanged ones too. */
	readonly writes: readonly WriteEntry[];
	readonly first: readonly WriteEntry[];
	readonly second: readonly WriteEntry[];
	/** Rows that break a rule of HubSpot's, with the reason. */
	readonly refused: ReadonlyMap<number, Failure>;
}

/**
 * Compares what the rows want with what HubSpot holds. Pure.
 * @param deletes whether limits that no row names go
 */
export function planPair(group: Group<LimitInput>, state: PairState, deletes: boolean): PairPlan {
	const pair = pairOf(group);
	const wanted = group.entries.map(({ index, rows, input: asked }) => {
		const input = { ...asked, label: labelOf(state, asked) };
		return { index, rows, input: writeFor(input, state.limits) };
	});
	const inputs = wanted.map(({ input }) => input);
	const deletions = deletes ? deletionsFor(pair, inputs, state.limits) : [];
	const goes = new Set(deletions.map(associationTypeKey));
	const kept = state.limits.filter((limit) => !goes.has(associationTypeKey(limit)));
	const { allowed, refused } = withoutBroken(wanted, kept, state);
	const order = orderWrites(
		allowed.map(({ input }) => input),
		kept,
		objectKeyOf(state),
	);
	const entriesOf = (writes: readonly LimitWrite[]) => {
		const chosen = new Set(writes);
		return allowed.filter(({ input }) => chosen.has(input));
	};
	return {
		deletions,
		writes: allowed,
		first: entriesOf(order.first),
		second: entriesOf(order.second),
		refused,
	};
}

/** A refused row changes what the others are held against, so that they are looked at again. */
function withoutBroken(wanted: readonly WriteEntry[], kept: readonly Limit[], state: PairState) {
	const refused = new Map<number, Failure>();
	let allowed = wanted;
	for (;;) {
		const limits = allowed.map(({ input, rows }) => ({ write: input, item: rows[0] }));
		const broken =
			allowed.length === 0
				? new Map<number, Failure>()
				: brokenRules(allowed[0].input.pair, limits, kept, objectKeyOf(state));
		if (broken.size === 0) return { allowed, refused };
		for (const { rows } of allowed) {
			const failure = broken.get(rows[0]);
			if (failure) rows.forEach((row) => refused.set(row, failure));
		}
		allowed = allowed.filter(({ rows }) => !broken.has(rows[0]));
	}
}
