import { countsByState, type FailedRow } from './failures';
import type { Session } from './session';

/** What the summary over the output shows. */
export interface RunSummary {
	/** How many rows were merged with an earlier one. */
	readonly merged: number;
	/** Whether the run only shows what it would do. */
	readonly isDryRun?: boolean;
	/** How many things were read, for an operation that reads lists. */
	readonly results?: number;
	/** How many items have each action, such as created; empty for an operation that does one thing. */
	readonly actions?: ReadonlyMap<string, number>;
	/** Further notes, shown at the end. */
	readonly notes?: readonly string[];
}

/**
 * Shows the results of the run over the output. In n8n 1.99, an agent's tool has no place for them.
 * @param rows how many items came in
 * @param count how many things the run should have done
 * @param failed the ones that failed
 */
export function addSummaryHint(
	session: Session,
	rows: number,
	count: number,
	failed: readonly FailedRow[],
	{ merged, results, isDryRun = false, actions = new Map(), notes = [] }: RunSummary,
): void {
	if (!('addExecutionHints' in session.context)) return;
	const { requests, retries } = session.sender.stats;
	const would = isDryRun ? 'would be ' : '';
	const parts = [
		...(isDryRun ? ['Dry run: nothing was changed'] : []),
		counted(rows, 'item'),
		...doneParts(count - failed.length, actions, would),
		...(isDryRun ? refusedOf(failed) : countsByState(failed)),
		...(results === undefined ? [] : [counted(results, 'result')]),
		...(merged > 0 ? [`${merged} ${would}merged with an earlier one`] : []),
		counted(requests, 'request'),
		...(retries > 0 ? [`${retries} retried`] : []),
		...notes,
	];
	session.context.addExecutionHints({
		message: parts.join(' · '),
		type: failed.length > 0 ? 'warning' : 'info',
		location: 'outputPane',
	});
}

/** In a dry run nothing is sent, so how far a row got says nothing. */
function refusedOf({ length }: readonly FailedRow[]): string[] {
	return length > 0 ? [`${length} would be refused`] : [];
}

/** What the items of each action are counted as. */
const ACTION_WORDS: ReadonlyArray<readonly [string, string]> = [
	['created', 'created'],
	['updated', 'changed'],
	['unchanged', 'unchanged'],
	['deleted', 'deleted'],
];

/** Counts what was done, or would be, by action, and what has none. */
function doneParts(done: number, actions: ReadonlyMap<string, number>, would: string): string[] {
	const parts = ACTION_WORDS.flatMap(([action, words]) => {
		const count = actions.get(action);
		if (count === undefined) return [];
		return [`${count} ${action === 'unchanged' ? '' : would}${words}`];
	});
	const others = [...actions.values()].reduce((left, count) => left - count, done);
	return others > 0 || parts.length === 0 ? [`${others} ${would}done`, ...parts] : parts;
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
