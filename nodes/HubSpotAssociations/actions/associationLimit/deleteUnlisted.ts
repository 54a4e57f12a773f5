import { deletionsFor } from '../../hubspot/limits/limitChanges';
import { pairKey } from '../../hubspot/model/objectTypes';
import type { LimitRow } from '../../input/rows/typeRows';
import type { Outcome } from '../../outcome';
import { readOf, type ReadByPair } from '../run/pairReads';
import { pairOf, type PairState, type WantedLimits } from './pairState';

/** What keeps 'Delete Unlisted' from removing a limit that an item may list. */

/**
 * Returns the keys of the pairs with a refused row; undefined where a row was refused whose
 * objects could not be read, so that it may be of any pair.
 * @param outcomes of the same rows
 */
export function pairsWithRefusedRows(
	rows: ReadonlyArray<Outcome<LimitRow>>,
	outcomes: ReadonlyArray<Outcome<unknown>>,
): ReadonlySet<string> | undefined {
	if (rows.some((row) => !row.ok)) return undefined;
	return new Set(
		rows.flatMap((row, index) => (row.ok && !outcomes[index].ok ? [pairKey(row.value.pair)] : [])),
	);
}

/** Reports how many limits stay although no row lists them. */
export function keptLimits(
	wanted: readonly WantedLimits[],
	states: ReadByPair<PairState>,
	trusted: ReadonlySet<string>,
): string[] {
	let kept = 0;
	for (const inputs of wanted) {
		const pair = pairOf(inputs);
		const state = readOf(states, pair);
		if (!state.ok || trusted.has(pairKey(pair))) continue;
		kept += deletionsFor(pair, inputs, state.value.limits).length;
	}
	if (kept === 0) return [];
	return [`${kept} unlisted kept because an item that may list them was refused`];
}
