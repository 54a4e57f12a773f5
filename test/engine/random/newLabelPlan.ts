import { nameOf } from './labelAccount';
import { isKnownBefore, keyOf, sideOf } from './newLabelRules';
import type { NewLabelRow } from './newLabelWorlds';

/** Names that two labels have among the rows are refused; these are given to every label that has one. */
const SHARING = ['Owner', 'Friend', 'boss', 'Colleague', 'Decision Maker'];

/** The internal name that a row gives itself. */
export function ownName({ pair, label, isNamed }: NewLabelRow): string | undefined {
	if (!isNamed) return undefined;
	if (SHARING.includes(label)) return 'shared';
	return `name_of_${nameOf(pair)}_${label}`.replace(/\W/g, '_');
}

/** One label for each side of it, in the order in which they are sent: those of two objects together. */
export interface NewLabelPlan {
	readonly entries: readonly NewLabelRow[];
	/** Rows that are refused before anything is sent. */
	readonly refused: ReadonlySet<NewLabelRow>;
}

export function planOf(rows: readonly NewLabelRow[]): NewLabelPlan {
	const readable = rows.filter(({ mistake }) => mistake === undefined);
	const alone = readable.filter((row) => !isTurned(row, readable) && !isNameTaken(row, readable));
	const kept = alone.filter((row) => !alone.some((other) => isContradicted(row, other)));
	const sent = kept.filter((row) => !isKnownBefore(row));
	const directions = [...new Set([...sent, ...kept].map(({ pair }) => nameOf(pair)))];
	const distinct = kept.filter((row) => row === kept.find((other) => isSameLabel(row, other)));
	return {
		entries: directions.flatMap((direction) =>
			distinct.filter(({ pair }) => nameOf(pair) === direction),
		),
		refused: new Set(rows.filter((row) => !kept.includes(row))),
	};
}

export function isSameLabel(one: NewLabelRow, other: NewLabelRow): boolean {
	return JSON.stringify(sideOf(one)) === JSON.stringify(sideOf(other));
}

/** The label of an earlier row, seen from the other side. */
function isTurned(row: NewLabelRow, rows: readonly NewLabelRow[]): boolean {
	const first = rows.find((other) => keyOf(other) === keyOf(row));
	return first !== undefined && !isSameLabel(first, row);
}

/** A name counts for all rows of the label that one of them gives it to. */
function isNameTaken(row: NewLabelRow, rows: readonly NewLabelRow[]): boolean {
	const own = rows.filter((other) => isSameLabel(other, row)).map(ownName);
	return rows.some(
		(other) =>
			!isSameLabel(other, row) && ownName(other) !== undefined && own.includes(ownName(other)),
	);
}

function isContradicted(row: NewLabelRow, other: NewLabelRow): boolean {
	return isSameLabel(row, other) && row.inverseLabel !== other.inverseLabel;
}
