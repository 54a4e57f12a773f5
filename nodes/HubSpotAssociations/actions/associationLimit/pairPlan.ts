import type { Entry } from '../../batching/plan';
import {
	deletionsFor,
	writeFor,
	type LimitDeletion,
	type LimitWrite,
} from '../../hubspot/limits/limitChanges';
import { orderWrites } from '../../hubspot/limits/limitOrder';
import { brokenRules } from '../../hubspot/limits/limitRules';
import { limitsByType, type Limit, type LimitInput } from '../../hubspot/limits/limits';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import type { ObjectPair } from '../../hubspot/model/objectTypes';
import type { Failure } from '../../outcome';
import { labelOf, objectKeyOf, type PairState } from './pairState';

/** A limit that a row asks for, and the write that sets it. */
interface Wanted<Of> {
	readonly entry: Of;
	readonly write: LimitWrite;
}

/** What to do for one pair of objects, and in which order. */
export interface PairPlan<Of> {
	readonly deletions: readonly LimitDeletion[];
	/** Every limit that is not refused, including unchanged ones. */
	readonly writes: ReadonlyArray<Wanted<Of>>;
	readonly first: readonly Of[];
	readonly second: readonly Of[];
	/** Entries that break a rule of HubSpot's, with the reason. */
	readonly refused: ReadonlyMap<Of, Failure>;
}

/**
 * Compares the limits in the rows with those in HubSpot. Pure.
 * @param deletes whether to delete limits that no row lists
 */
export function planPair<Of extends Pick<Entry<unknown>, 'rows'> & { readonly input: LimitInput }>(
	pair: ObjectPair,
	entries: readonly Of[],
	state: PairState,
	deletes: boolean,
): PairPlan<Of> {
	const held = limitsByType(state.limits);
	const wanted = entries.map((entry) => {
		const input = { ...entry.input, label: labelOf(state, entry.input) };
		return { entry, write: writeFor(input, held) };
	});
	const inputs = wanted.map(({ write }) => write);
	const deletions = deletes ? deletionsFor(pair, inputs, state.limits) : [];
	const goes = new Set(deletions.map(associationTypeKey));
	const kept = state.limits.filter((limit) => !goes.has(associationTypeKey(limit)));
	const { allowed, refused } = withoutBroken(pair, wanted, kept, state);
	const order = orderWrites(
		allowed.map(({ write }) => write),
		kept,
		objectKeyOf(state),
	);
	const entriesOf = (writes: readonly LimitWrite[]) => {
		const chosen = new Set(writes);
		return allowed.flatMap(({ entry, write }) => (chosen.has(write) ? [entry] : []));
	};
	return {
		deletions,
		writes: allowed,
		first: entriesOf(order.first),
		second: entriesOf(order.second),
		refused,
	};
}

/** Repeats the check until nothing more is refused: a refused row changes what the others are checked against. */
function withoutBroken<Of extends Pick<Entry<unknown>, 'rows'>>(
	pair: ObjectPair,
	wanted: ReadonlyArray<Wanted<Of>>,
	kept: readonly Limit[],
	state: PairState,
) {
	const refused = new Map<Of, Failure>();
	let allowed = wanted;
	for (;;) {
		const limits = allowed.map(({ entry, write }) => ({ write, item: entry.rows[0] }));
		const broken = brokenRules(pair, limits, kept, objectKeyOf(state));
		if (broken.size === 0) return { allowed, refused };
		for (const { entry } of allowed) {
			const failure = broken.get(entry.rows[0]);
			if (failure) refused.set(entry, failure);
		}
		allowed = allowed.filter(({ entry }) => !refused.has(entry));
	}
}
