/** Ids of the records that every contender associates: row i is record FIRST_ID + i on both sides. */
export const FIRST_ID = 10_000_000;

export interface BenchRow {
	readonly from: string;
	readonly to: string;
	[column: string]: string;
}

/** Rows as a spreadsheet gives them: ids as text. */
export function makeRows(count: number): BenchRow[] {
	return Array.from({ length: count }, (_, index) => ({
		from: String(FIRST_ID + index),
		to: String(FIRST_ID + index),
	}));
}
