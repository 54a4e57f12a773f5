import { LABELS, nameOf, NO_OBJECT, turned, type Label } from './labelAccount';
import type { NewLabelRow } from './newLabelWorlds';

/** How a label reads in one direction. */
export interface Side {
	readonly direction: string;
	readonly label: string;
}

export function sideOf({ pair, label }: NewLabelRow): Side {
	return { direction: nameOf(pair), label };
}

/** How the row's label reads from the second object. */
export function otherSideOf({ pair, label, inverseLabel = label }: NewLabelRow): Side {
	return { direction: nameOf(turned(pair)), label: inverseLabel };
}

/** The account's labels as they read in every direction, before any is made. */
export const PRESENT: readonly Side[] = LABELS.flatMap(sidesOfLabel);

function sidesOfLabel({ pair, typeId, label, inverseTypeId, inverseLabel }: Label): Side[] {
	const side = { direction: nameOf(pair), label };
	const other = { direction: nameOf(turned(pair)), label: inverseLabel };
	return typeId === inverseTypeId ? [side] : [side, other];
}

/** What HubSpot makes of a row: one type alone where a label reads alike between records of one object. */
export function sidesOf(row: NewLabelRow): Side[] {
	const isOneType = row.pair.from === row.pair.to && row.inverseLabel === undefined;
	return isOneType ? [sideOf(row)] : [sideOf(row), otherSideOf(row)];
}

export function timesIn(sides: readonly Side[], { direction, label }: Side): number {
	return sides.filter((one) => one.direction === direction && one.label === label).length;
}

/** Whether the labels that are read before any is made decide the row: by its text, or by its objects. */
export function isKnownBefore(row: NewLabelRow): boolean {
	return row.pair === NO_OBJECT || timesIn(PRESENT, sideOf(row)) > 0;
}

/** HubSpot refuses a text that is there in that direction, and one label too many. */
export function isTaken(row: NewLabelRow, sides: readonly Side[], labelsPerPair: number): boolean {
	const side = sideOf(row);
	const used = sides.filter(({ direction }) => direction === side.direction).length;
	return row.pair === NO_OBJECT || used >= labelsPerPair || timesIn(sides, side) > 0;
}

/** The same for a label from either side; the two texts of it, in the order of the objects. */
export function keyOf(row: NewLabelRow): string {
	const sides = [sideOf(row), otherSideOf(row)];
	return textOfSides(sides);
}

export function keyOfLabel({ pair, label, inverseLabel }: Label): string {
	return textOfSides([
		{ direction: nameOf(pair), label },
		{ direction: nameOf(turned(pair)), label: inverseLabel },
	]);
}

function textOfSides(sides: readonly Side[]): string {
	return sides
		.map(({ direction, label }) => `${direction} ${label}`)
		.sort()
		.join(' | ');
}
