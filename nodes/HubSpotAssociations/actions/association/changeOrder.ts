import { NodeOperationError } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../../input/displayNames';
import { keep } from '../../lists';
import { fail, unsent, type Failure } from '../../outcome';
import type { Session } from '../run/session';
import type { Phase } from '../run/writeOperation';
import { recordKey, type ChangeEntry, type ChangeInput, type Changed } from './changes';

type Failed = ReturnType<typeof fail>;

/** The changes that bring the associations of some records to their wanted state. */
export interface Changes {
	readonly writes: readonly ChangeEntry[];
	/** Labels to remove once a write has added others. */
	readonly removals: ReadonlyMap<ChangeEntry, ChangeEntry>;
	readonly deletions: readonly ChangeEntry[];
}

/**
 * Stops a run that would delete more than the user allows.
 * @returns what a dry run says of that
 * @throws NodeOperationError before anything is sent
 */
export function stopAtTooManyDeletions(
	{ context, options }: Session,
	count: number,
	most: number,
): string[] {
	if (count <= most) return [];
	const { maxDeletions, dryRun } = DISPLAY_NAMES;
	if (options.dryRun) return [`more deletions than '${maxDeletions}' allows (${most})`];
	const associations = count === 1 ? '1 association' : `${count} associations`;
	const message = `${associations} would be deleted, but '${maxDeletions}' is ${most}`;
	throw new NodeOperationError(context.getNode(), message, {
		description: `Nothing was changed. Turn on '${dryRun}' to see them. If they are right, raise '${maxDeletions}'.`,
	});
}

/** Returns why changes of a record are not done, by {@link recordKey}. */
export function refusedRecords(entries: readonly ChangeEntry[]): Map<string, Failure> {
	const refused = new Map<string, Failure>();
	for (const { input, outcome } of entries) {
		if (outcome?.ok === false) refused.set(recordKey(input.pair, input.fromId), outcome.failure);
	}
	return refused;
}

/**
 * Orders changes: writes go before deletions, so that no record is left without its associations when a
 * write is refused. Only deletions that make room for a write go before it, and what only takes labels away:
 * a label that one company of a contact can have moves to another in one run.
 */
export function phasesOf(
	{ writes, removals, deletions }: Changes,
	first: ReadonlySet<ChangeEntry>,
): Array<Phase<ChangeInput, Changed>> {
	const later = keep(deletions, (deletion) => !first.has(deletion));
	const takesLabels = keep(writes, isRemovalOfLabels);
	return [
		{ entries: [...first, ...takesLabels] },
		{ entries: keep(writes, (write) => !isRemovalOfLabels(write)) },
		{
			entries: [...removals.values()],
			holdBack() {
				for (const [write, removal] of removals) {
					if (write.outcome?.ok === false) removal.outcome = write.outcome;
				}
			},
		},
		{
			entries: later,
			holdBack() {
				for (const [write, { outcome }] of removals) {
					if (outcome?.ok === false && write.outcome?.ok) write.outcome = halfDone(write, outcome);
				}
				keepOfRefused(later, writes);
			},
		},
	];
}

function isRemovalOfLabels({ input }: ChangeEntry): boolean {
	return 'call' in input && input.call === 'removeLabels';
}

/** The labels were added, but those that they replace are still there. */
function halfDone({ input: { fromId, toId } }: ChangeEntry, { failure }: Failed): Failed {
	const message = `Records ${fromId} and ${toId} have the new labels, but also the old ones: ${failure.message}`;
	return fail({ ...failure, message, state: 'unknown' });
}

/** Settles the deletions of records one of whose writes was not done. */
function keepOfRefused(deletions: readonly ChangeEntry[], writes: readonly ChangeEntry[]): void {
	if (deletions.length === 0) return;
	const refused = refusedRecords(writes);
	for (const entry of deletions) {
		const { pair, fromId, toId } = entry.input;
		const reason = refused.get(recordKey(pair, fromId));
		if (reason === undefined || entry.outcome) continue;
		entry.outcome = fail({
			...unsent(reason),
			message: `Records ${fromId} and ${toId} stay associated because another association of record ${fromId} was not created`,
			advice: `The reason: ${reason.message}. Run it again once that is fixed.`,
		});
	}
}
