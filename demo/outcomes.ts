import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { NodeRun } from '../tools/engine';

/** One row of examples/contacts-to-companies.csv. */
/** n8n leaves a field out where the cell is empty. */
export interface SpreadsheetRow {
	contact_id?: string;
	contact_name: string;
	company_id?: string;
	company_name: string;
	role?: string;
}

/** What became of one row of the spreadsheet. */
export interface RowOutcome {
	/** As a spreadsheet program numbers it: the header is line 1. */
	line: number;
	row: SpreadsheetRow;
	result: MadeRow | RefusedRow;
}

export interface MadeRow {
	kind: 'made';
	fromObjectId: string;
	toObjectId: string;
	labels: string[];
	/** The earlier line with the same two records, where there is one. */
	mergedWithLine?: number;
}

export interface RefusedRow {
	kind: 'refused';
	reason: string;
}

/** The header's line and the count from 1. */
const LINE_OF_FIRST_ROW = 2;

/**
 * The outcome of every row, in the order of the spreadsheet.
 * @param rows what the node was given
 * @param outputs the node's two outputs: done, refused
 * @throws Error when an item names no row, or a row has none or more than one outcome
 */
export function outcomesOf(
	rows: readonly INodeExecutionData[],
	[done = [], refused = []]: NodeRun['outputs'],
): RowOutcome[] {
	const results = new Map<number, MadeRow | RefusedRow>();
	const add = (item: INodeExecutionData, result: MadeRow | RefusedRow) => {
		const index = rowIndexOf(item);
		if (results.has(index)) throw new Error(`Row ${index} has more than one outcome`);
		results.set(index, result);
	};
	for (const item of done) add(item, madeRow(item.json));
	for (const item of refused) add(item, { kind: 'refused', reason: String(item.json.message) });
	const outcomes = rows.map(({ json }, index): RowOutcome => {
		const result = results.get(index);
		if (!result) throw new Error(`Row ${index} has no outcome`);
		return {
			line: index + LINE_OF_FIRST_ROW,
			row: json as unknown as SpreadsheetRow,
			result,
		};
	});
	nameMergedLines(outcomes);
	return outcomes;
}

function rowIndexOf({ pairedItem }: INodeExecutionData): number {
	if (typeof pairedItem === 'object' && !Array.isArray(pairedItem)) return pairedItem.item;
	throw new Error('An item does not name its row');
}

function madeRow({ fromObjectId, toObjectId, labels }: IDataObject): MadeRow {
	return {
		kind: 'made',
		fromObjectId: String(fromObjectId),
		toObjectId: String(toObjectId),
		labels: labels as string[],
	};
}

function nameMergedLines(outcomes: readonly RowOutcome[]): void {
	const firstLines = new Map<string, number>();
	for (const { line, result } of outcomes) {
		if (result.kind === 'refused') continue;
		const pair = `${result.fromObjectId}>${result.toObjectId}`;
		const firstLine = firstLines.get(pair);
		if (firstLine === undefined) firstLines.set(pair, line);
		else result.mergedWithLine = firstLine;
	}
}
