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
	/** How many items tell of each action, such as created; empty for an operation that does one thing. */
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
	{ merged, results, actions = new Map(), isDryRun = false, notes = [] }: RunSummary,
): void {
	if (!('addExecutionHints' in session.context)) return;
	const { requests, retries } = session.sender.stats;
	const would = isDryRun ? 'would be ' : '';
	const parts = [
		...(isDryRun ? ['Dry run: nothing was changed'] : []),
		counted(rows, 'item'),
		...doneParts(count - failed.length, actions, isDryRun),
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

/** What was done, or would be, by action. */
const ACTION_WORDS: ReadonlyArray<readonly [string, string, string]> = [
	['created', 'created', 'to create'],
	['updated', 'changed', 'to change'],
	['unchanged', 'unchanged', 'unchanged'],
	['deleted', 'deleted', 'to delete'],
];

function doneParts(
	done: number,
	actions: ReadonlyMap<string, number>,
	isDryRun: boolean,
): string[] {
	if (actions.size === 0) return [`${done} ${isDryRun ? 'would be ' : ''}done`];
	return ACTION_WORDS.flatMap(([action, words, planned]) => {
		const count = actions.get(action);
		return count === undefined ? [] : [`${count} ${isDryRun ? planned : words}`];
	});
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
