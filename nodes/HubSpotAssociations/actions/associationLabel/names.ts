import { invalid, succeed, type Outcome } from '../../outcome';
import { deriveInternalName, LabelNames } from '../../hubspot/labels/internalNames';
import type { NewLabel } from '../../hubspot/labels/newLabels';
import { describePair, pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { reverseOf } from '../../hubspot/model/recordPair';
import { getOrMake } from '../../lists';
import { shorten } from '../../text';
import { DISPLAY_NAMES } from '../../input/displayNames';
import type { NewLabelRow } from '../../input/rows/labelRows';

type Rows = ReadonlyArray<Outcome<NewLabelRow>>;

/**
 * Gives every row an internal name that no other label has among the rows, since HubSpot keeps them unique in
 * the account: its own, or one derived from the label. Rows with the same label get the same name. A label that a row
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
		const labelKey = keyOf(row.value);
		const name =
			internalName ?? names.nameOf(labelKey) ?? names.firstFree(deriveInternalName(label));
		if (names.isTaken(name, labelKey)) return refuseName(name);
		names.set(labelKey, name);
		const isNameDerived = internalName === undefined;
		return succeed({ pair, name, isNameDerived, label, inverseLabel });
	});
}

/** Reads the names that rows choose themselves; they take precedence over derived ones. */
function ownNames(rows: Rows): LabelNames {
	const names = new LabelNames();
	for (const row of rows) {
		if (row.ok && row.value.internalName !== undefined) {
			names.set(keyOf(row.value), row.value.internalName);
		}
	}
	return names;
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

function refuseName(name: string): Outcome<NewLabel> {
	return invalid(
		`'${DISPLAY_NAMES.internalName}' ${shorten(name)} is used for more than one label`,
		'Give each label of the account its own name, or leave the names empty to have them derived.',
	);
}

function refuseOtherSide(pair: ObjectPair, label: string, earlier: number): Outcome<NewLabel> {
	return invalid(
		`"${shorten(label)}" of ${describePair(pair)} is the label of item ${earlier}, seen from the other side`,
		`Keep only one of the two items: HubSpot creates both sides at once, with '${DISPLAY_NAMES.inverseLabel}' for the other.`,
	);
}
