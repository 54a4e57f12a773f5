/** Ids of the records that every contender associates: row i is record FIRST_ID + i on both sides. */
export const FIRST_ID = 10_000_000;

export interface BenchRow {
	readonly from: string;
	readonly to: string;
	[column: string]: string;
}

/**
 * Rows as a spreadsheet gives them: ids as text.
 * @param first the number of the first row
 */
export function makeRows(count: number, first = 0): BenchRow[] {
	return Array.from({ length: count }, (_, index) => {
		const id = idOf(first + index);
		return { from: id, to: id };
	});
}

/** The same rows for someone who knows the contacts by email only. */
export function makeEmailRows(count: number, first = 0): BenchRow[] {
	return makeRows(count, first).map((row, index) => ({ ...row, from: emailOf(first + index) }));
}

export function emailOf(row: number): string {
	return `row-${row}@example.com`;
}

function idOf(row: number): string {
	return String(FIRST_ID + row);
}
