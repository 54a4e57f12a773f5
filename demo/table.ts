export interface Column<Row> {
	title: string;
	text: (row: Row) => string;
	/** Characters; a longer text is cut. Absent: as wide as its longest text. */
	maximumWidth?: number;
	align?: 'left' | 'right';
}

const GAP = '  ';
const INDENT = '  ';

/**
 * Lays rows out in columns; the last column takes the rest of the width and runs over several lines.
 * @param width characters of the whole table, at least those of all columns but the last
 * @returns the title line, then the lines of the rows
 */
export function tableLines<Row>(
	rows: readonly Row[],
	columns: ReadonlyArray<Column<Row>>,
	width: number,
): string[] {
	const fixed = columns.slice(0, -1);
	const last = columns[columns.length - 1];
	const widths = fixed.map((column) => widthOf(column, rows));
	const taken = widths.reduce((sum, one) => sum + one + GAP.length, INDENT.length);
	const line = (cells: string[], lastCell: string) =>
		`${INDENT}${[...cells, lastCell].join(GAP)}`.trimEnd();
	const padded = (texts: string[]) => texts.map((text, i) => pad(text, widths[i], fixed[i].align));
	const blank = widths.map((one) => ' '.repeat(one));
	const title = line(padded(fixed.map((column) => column.title)), last.title);
	const body = rows.flatMap((row) => {
		const [first, ...others] = wrap(last.text(row), width - taken);
		const cells = padded(fixed.map((column) => column.text(row)));
		return [line(cells, first), ...others.map((text) => line(blank, text))];
	});
	return [title, ...body];
}

function widthOf<Row>({ title, text, maximumWidth }: Column<Row>, rows: readonly Row[]): number {
	const longest = Math.max(title.length, ...rows.map((row) => text(row).length));
	return Math.min(longest, maximumWidth ?? longest);
}

function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
	const fitting = text.length > width ? `${text.slice(0, width - 1)}…` : text;
	return align === 'right' ? fitting.padStart(width) : fitting.padEnd(width);
}

/** Breaks a text between words; a word longer than the width stands alone. */
export function wrap(text: string, width: number): [string, ...string[]] {
	const lines: [string, ...string[]] = [''];
	for (const word of text.split(' ')) {
		const current = lines[lines.length - 1];
		const longer = current === '' ? word : `${current} ${word}`;
		if (longer.length <= width || current === '') lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}
