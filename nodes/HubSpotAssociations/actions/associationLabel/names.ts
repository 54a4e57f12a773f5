import { invalid, succeed, type Outcome } from '../../outcome';
import { deriveInternalName, PairNames } from '../../hubspot/labels/internalNames';
import type { NewLabel } from '../../hubspot/labels/newLabels';
import { describePair, pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { reverseOf } from '../../hubspot/model/recordPair';
import { getOrMake } from '../../lists';
import { shorten } from '../../text';
import { DISPLAY_NAMES } from '../../input/displayNames';
import type { NewLabelRow } from '../../input/rows/labelRows';

type Rows = ReadonlyArray<Outcome<NewLabelRow>>;

/**
 * Gives every row an internal name that no other label of its two objects has among the rows: its
 * own, or one derived from the label. Rows with the same label get the same name. A label that a row
 * creates from one side and another row from the other side is refused: HubSpot would create two.
 */
export function nameLabels(rows: Rows): Array<Outcome<NewLabel>> {
	const names = ownNames(rows);
	const first = new Map<string, { direction: string; index: number }>();
	return rows.map((row, index) => {
		if (!row.ok) return row;
		const { pair, label, inverseLabel, internalName } = row.value;
		const direction = pairKey(pair);
		const key = bothSides(row.value);
		const earlier = getOrMake(first, key, () => ({ direction, index }));
		if (earlier.direction !== direction || isTurned(row.value, rows[earlier.index])) {
			return refuseOtherSide(pair, label, earlier.index);
		}
		const present = namesOf(names, pair);
		const labelKey = keyOf(row.value);
		const name =
			internalName ?? present.nameOf(labelKey) ?? present.firstFree(deriveInternalName(label));
		if (present.isTaken(name, labelKey)) return refuseName(pair, name);
		present.set(labelKey, name);
		return succeed({ pair, name, label, inverseLabel });
	});
}

/** Reads the names that rows choose themselves; they take precedence over derived ones. */
function ownNames(rows: Rows): Map<string, PairNames> {
	const names = new Map<string, PairNames>();
	for (const row of rows) {
		if (!row.ok || row.value.internalName === undefined) continue;
		namesOf(names, row.value.pair).set(keyOf(row.value), row.value.internalName);
	}
	return names;
}

/** Returns the names of two objects, in whichever direction they stand. */
function namesOf(names: Map<string, PairNames>, pair: ObjectPair): PairNames {
	const key = [pair.from.key, pair.to.key].sort().join('|');
	return getOrMake(names, key, () => new PairNames());
}

function keyOf({ pair, label }: NewLabelRow): string {
	return `${pairKey(pair)} ${label}`;
}

/** Returns a key that a label shares with its inverse. */
function bothSides({ pair, label, inverseLabel = label }: NewLabelRow): string {
	const sides = [
		[pairKey(pair), label, inverseLabel],
		[pairKey(reverseOf(pair)), inverseLabel, label],
	];
	return sides.map((side) => JSON.stringify(side)).sort()[0];
}

/** Whether a row reverses an earlier one: between records of one object, only the texts show the direction. */
function isTurned({ pair, label }: NewLabelRow, earlier: Outcome<NewLabelRow>): boolean {
	return pair.from.key === pair.to.key && earlier.ok && earlier.value.label !== label;
}

function refuseName(pair: ObjectPair, name: string): Outcome<NewLabel> {
	return invalid(
		`'${DISPLAY_NAMES.internalName}' ${shorten(name)} is used for more than one label of ${describePair(pair)}`,
		'Give each label its own name, or leave the names empty to have them derived.',
	);
}

function refuseOtherSide(pair: ObjectPair, label: string, earlier: number): Outcome<NewLabel> {
	return invalid(
		`"${shorten(label)}" of ${describePair(pair)} is the label of item ${earlier}, seen from the other side`,
		`Keep only one of the two items: HubSpot creates both sides at once, with '${DISPLAY_NAMES.inverseLabel}' for the other.`,
	);
}
