import { fail, unsent, type Failure, type Outcome } from '../outcome';

/** One input of a batch and the rows that asked for it. */
export interface Entry<Input> {
	input: Input;
	/** The entry's place among all entries of the plan; outcomes are kept by it. */
	readonly index: number;
	readonly rows: readonly number[];
}

/** Entries that may travel in one batch: the same pair of objects. */
export interface Group<Input> {
	readonly key: string;
	readonly entries: Array<Entry<Input>>;
}

export interface Planning<Input> {
	/** Inputs with the same group may share a batch. */
	groupKey(input: Input): string;
	/** Within a group, inputs with the same key are one and the same thing to HubSpot. */
	inputKey(input: Input): string;
	/** One input that stands for both, or why they contradict each other. */
	merge(present: Input, added: Input): Outcome<Input>;
}

export interface Plan<Input> {
	readonly groups: Array<Group<Input>>;
	/** How many rows were joined to an earlier one. */
	readonly merged: number;
	/** Rows that contradict each other, with the reason; all rows of the entry are refused. */
	readonly refused: ReadonlyMap<number, Failure>;
}

/** Most entries have one row, and there may be a million of them: no list is made for one. */
class PlannedEntry<Input> implements Entry<Input> {
	private furtherRows?: number[];

	constructor(
		public input: Input,
		readonly index: number,
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

/** Groups valid inputs and joins those that are the same, so that nothing is sent twice. */
export function planGroups<Input>(
	rows: ReadonlyArray<Outcome<Input>>,
	planning: Planning<Input>,
): Plan<Input> {
	const groups = new Map<string, Map<string, PlannedEntry<Input>>>();
	const contradictions = new Map<Entry<Input>, Failure>();
	let count = 0;
	let merged = 0;
	rows.forEach((row, rowIndex) => {
		if (!row.ok) return;
		const entries = entriesOf(groups, planning.groupKey(row.value));
		const inputKey = planning.inputKey(row.value);
		const present = entries.get(inputKey);
		if (present === undefined) {
			entries.set(inputKey, new PlannedEntry(row.value, count++, rowIndex));
			return;
		}
		merged++;
		present.addRow(rowIndex);
		const union = planning.merge(present.input, row.value);
		if (union.ok) present.input = union.value;
		else contradictions.set(present, union.failure);
	});
	return {
		merged,
		refused: new Map(
			[...contradictions].flatMap(([entry, failure]) => {
				const message = `${failure.message}: items ${listOf(entry.rows)}`;
				return entry.rows.map((row) => [row, { ...failure, message }] as const);
			}),
		),
		groups: [...groups].map(([key, entries]) => ({
			key,
			entries: without(Array.from(entries.values()), contradictions),
		})),
	};
}

/** The plan without entries that must not be sent; their rows are refused. */
export function withoutEntries<Input>(
	plan: Plan<Input>,
	refused: ReadonlyMap<Entry<Input>, Failure>,
): Plan<Input> {
	if (refused.size === 0) return plan;
	const rows = [...refused].flatMap(([entry, failure]) =>
		entry.rows.map((row) => [row, failure] as const),
	);
	return {
		merged: plan.merged,
		refused: new Map([...plan.refused, ...rows]),
		groups: plan.groups.map(({ key, entries }) => ({
			key,
			entries: without(entries, refused),
		})),
	};
}

function without<Input>(
	entries: Array<Entry<Input>>,
	refused: ReadonlyMap<Entry<Input>, Failure>,
): Array<Entry<Input>> {
	return refused.size === 0 ? entries : entries.filter((entry) => !refused.has(entry));
}

/** The outcome of every entry that was settled, by the entry's index. */
export type EntryOutcomes<Value> = ReadonlyArray<Outcome<Value> | undefined>;

/**
 * Gives each row its own failure or the outcome of the entry that it became part of.
 * @throws TypeError when an entry has no outcome: a row must never be lost in silence
 */
export function spreadOutcomes<Input, Value>(
	rows: ReadonlyArray<Outcome<Input>>,
	plan: Plan<Input>,
	settled: EntryOutcomes<Value>,
): Array<Outcome<Value>> {
	const outcomes: Array<Outcome<Value> | undefined> = rows.map((row) =>
		row.ok ? undefined : beforeSending(row.failure),
	);
	for (const { entries } of plan.groups) {
		entries.forEach(({ index, rows: those }) => {
			for (const row of those) outcomes[row] = settled[index];
		});
	}
	assertComplete(outcomes);
	return outcomes;
}

/** What was lost for a row that never became part of an entry was only read: nothing was written. */
function beforeSending(failure: Failure) {
	return fail(failure.state === 'unknown' ? unsent(failure) : failure);
}

function assertComplete<Value>(
	outcomes: Array<Outcome<Value> | undefined>,
): asserts outcomes is Array<Outcome<Value>> {
	const lost = outcomes.indexOf(undefined);
	if (lost !== -1) throw new TypeError(`Row ${lost} was planned but has no outcome`);
}

/** More than this no person reads, and every one of the rows carries the message. */
const SHOWN_ROWS = 10;

function listOf(rows: readonly number[]): string {
	const shown = rows.slice(0, SHOWN_ROWS).join(', ');
	return rows.length > SHOWN_ROWS ? `${shown} and ${rows.length - SHOWN_ROWS} more` : shown;
}

function entriesOf<Entries extends Map<string, unknown>>(
	groups: Map<string, Entries>,
	key: string,
): Entries {
	const present = groups.get(key);
	if (present !== undefined) return present;
	const made = new Map() as Entries;
	groups.set(key, made);
	return made;
}
