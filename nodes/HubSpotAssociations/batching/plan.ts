import { pairKey, type ObjectPair } from '../hubspot/model/objectTypes';
import { getOrMake, keep } from '../lists';
import { fail, unsent, type Failure, type Outcome } from '../outcome';

/** One input of a batch, the rows that asked for it, and what happened to it. */
export interface Entry<Input, Value = unknown> {
	input: Input;
	readonly rows: readonly number[];
	/** Absent until it is settled; an entry that is settled before sending is not sent. */
	outcome?: Outcome<Value>;
}

export interface Planning<Input> {
	/** Within one pair of objects, inputs with the same key are the same thing to HubSpot. */
	key(input: Input): string;
	/** Joins two inputs into one, or says why they contradict each other. */
	merge(present: Input, added: Input): Outcome<Input>;
}

export interface Plan<Input, Value> {
	/** In the order of the first row of each. */
	readonly entries: ReadonlyArray<Entry<Input, Value>>;
	/** How many rows were merged with an earlier one. */
	readonly merged: number;
}

/** Most entries have one row, and rows can number in the millions: no list is made for one. */
class PlannedEntry<Input, Value> implements Entry<Input, Value> {
	outcome?: Outcome<Value> = undefined;
	private furtherRows?: number[] = undefined;

	constructor(
		public input: Input,
		private readonly firstRow: number,
	) {}

	get rows(): readonly number[] {
		return this.furtherRows ? [this.firstRow, ...this.furtherRows] : [this.firstRow];
	}

	addRow(row: number): void {
		this.furtherRows ??= [];
		this.furtherRows.push(row);
	}
}

/** Makes an entry for every valid row and joins equal ones, so that nothing is sent twice. */
export function planEntries<Input extends { readonly pair?: ObjectPair }, Value>(
	rows: ReadonlyArray<Outcome<Input>>,
	{ key, merge }: Planning<Input>,
): Plan<Input, Value> {
	const byPair = new Map<string, Map<string, PlannedEntry<Input, Value>>>();
	const entries: Array<PlannedEntry<Input, Value>> = [];
	const contradictions = new Map<PlannedEntry<Input, Value>, Failure>();
	let merged = 0;
	rows.forEach((row, rowIndex) => {
		if (!row.ok) return;
		const { pair } = row.value;
		const ofPair = getOrMake(byPair, pair ? pairKey(pair) : '', () => new Map());
		const present = ofPair.get(key(row.value));
		if (present === undefined) {
			const entry = new PlannedEntry<Input, Value>(row.value, rowIndex);
			ofPair.set(key(row.value), entry);
			entries.push(entry);
			return;
		}
		merged++;
		present.addRow(rowIndex);
		const union = merge(present.input, row.value);
		if (union.ok) present.input = union.value;
		else contradictions.set(present, union.failure);
	});
	for (const [entry, failure] of contradictions) {
		entry.outcome = fail({
			...failure,
			message: `${failure.message}: items ${listOf(entry.rows)}`,
		});
	}
	return { entries, merged };
}

/** Returns the entries still to send; the list itself if that is all of them. */
export function unsettled<Input, Value>(
	entries: ReadonlyArray<Entry<Input, Value>>,
): ReadonlyArray<Entry<Input, Value>> {
	return keep(entries, ({ outcome }) => outcome === undefined);
}

/**
 * Gives each row its own failure or the outcome of the entry that it became part of.
 * @param outcomeOf the outcome that a settled entry gives its rows
 * @throws TypeError when an entry has no outcome: a row must never be lost silently
 */
export function spreadOutcomes<Input, Value, Given>(
	rows: ReadonlyArray<Outcome<Input>>,
	{ entries }: Pick<Plan<Input, Value>, 'entries'>,
	outcomeOf: (entry: Entry<Input, Value>) => Outcome<Given> | undefined,
): Array<Outcome<Given>> {
	const outcomes: Array<Outcome<Given> | undefined> = rows.map((row) =>
		row.ok ? undefined : beforeSending(row.failure),
	);
	for (const entry of entries) {
		const outcome = outcomeOf(entry);
		for (const row of entry.rows) outcomes[row] = outcome;
	}
	assertComplete(outcomes);
	return outcomes;
}

/** Marks a failure as not sent: for a row that no writing request held, only a read was lost. */
export function beforeSending(failure: Failure) {
	if (failure.state !== 'unknown') return fail(failure);
	return fail({ ...unsent(failure), advice: 'Nothing was sent for this row. Run it again.' });
}

function assertComplete<Value>(
	outcomes: Array<Outcome<Value> | undefined>,
): asserts outcomes is Array<Outcome<Value>> {
	const lost = outcomes.indexOf(undefined);
	if (lost !== -1) throw new TypeError(`Row ${lost} was planned but has no outcome`);
}

/** Nobody reads more than this, and every one of the rows carries the message. */
const SHOWN_ROWS = 10;

function listOf(rows: readonly number[]): string {
	const shown = rows.slice(0, SHOWN_ROWS).join(', ');
	return rows.length > SHOWN_ROWS ? `${shown} and ${rows.length - SHOWN_ROWS} more` : shown;
}
