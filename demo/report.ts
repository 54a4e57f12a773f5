import type { DemoRun } from './run';
import type { MadeRow, RowOutcome } from './outcomes';
import { tableLines, type Column } from './table';
import { styled } from './terminal';

const who = (width: number): Column<RowOutcome>[] => [
	{ title: 'Line', text: ({ line }) => String(line), align: 'right' },
	{
		title: 'Contact',
		text: ({ row }) => named(row.contact_name, row.contact_id),
		maximumWidth: width,
	},
	{
		title: 'Company',
		text: ({ row }) => named(row.company_name, row.company_id),
		maximumWidth: width,
	},
];

/** Characters of a name and an id; the address of a record is cut. */
const NAME_WIDTH = 26;

/**
 * What a person wants to know of the run.
 * @param requests how many HubSpot was sent
 * @param width characters of a line
 */
export function reportLines(
	{ outcomes, seconds }: DemoRun,
	requests: number,
	width: number,
): string[] {
	const made = outcomes.filter(({ result }) => result.kind === 'made');
	const merged = made.filter(({ result }) => mergedWith(result) !== undefined);
	const refused = outcomes.filter(({ result }) => result.kind === 'refused');
	return [
		...heading('Result'),
		...totals([
			['Rows in the spreadsheet', String(outcomes.length)],
			['Associations made', String(made.length - merged.length)],
			['Rows merged with an earlier row', String(merged.length)],
			['Rows refused', String(refused.length)],
			['Requests to HubSpot', String(requests)],
			['Seconds', seconds.toFixed(1)],
		]),
		...heading('Merged: the same contact and company again, sent once'),
		...withDimTitle(tableLines(merged, [...who(NAME_WIDTH), MERGED_INTO], width)),
		...heading('Refused: these rows left by the error output, each with what it held'),
		...withDimTitle(tableLines(refused, [...who(NAME_WIDTH), REASON], width)),
	];
}

const MERGED_INTO: Column<RowOutcome> = {
	title: 'Merged with',
	text: ({ result }) => {
		const labels = 'labels' in result ? result.labels : [];
		const has = labels.length === 0 ? 'no label' : labels.join(', ');
		return `line ${mergedWith(result)}; the association has: ${has}`;
	},
};

const REASON: Column<RowOutcome> = {
	title: 'Reason',
	text: ({ result }) => (result.kind === 'refused' ? result.reason : ''),
};

function mergedWith(result: RowOutcome['result']): MadeRow['mergedWithLine'] {
	return result.kind === 'made' ? result.mergedWithLine : undefined;
}

function named(name: string, id = ''): string {
	return `${name} ${id.trim() || '(no ID)'}`;
}

function heading(text: string): string[] {
	return ['', styled('bold', text)];
}

function totals(rows: ReadonlyArray<readonly [string, string]>): string[] {
	const nameWidth = Math.max(...rows.map(([name]) => name.length));
	const numberWidth = Math.max(...rows.map(([, number]) => number.length));
	return rows.map(
		([name, number]) => `  ${name.padEnd(nameWidth)}  ${number.padStart(numberWidth)}`,
	);
}

function withDimTitle([title, ...lines]: string[]): string[] {
	return [styled('dim', title), ...lines];
}
