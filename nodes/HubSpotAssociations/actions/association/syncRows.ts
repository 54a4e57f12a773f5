import { keep } from '../../lists';
import { unsettled } from '../../batching/plan';
import { readLabels } from '../run/labelLookup';
import type { Session } from '../run/session';
import { compared, type SendingOrder } from '../run/writeOperation';
import { recordKey, type ChangeEntry, type ChangeInput, type Changed } from './changes';
import { phasesOf, refusedRecords, stopAtTooManyDeletions } from './changeOrder';
import { compareEntries, readNamedRecords } from './compare';
import { makeRoom } from './makeRoom';
import { openReader } from './readings';
import { findUnlisted, type Doubts } from './unlisted';

export interface SyncSettings {
	/** Labels that the rows do not list stay. */
	readonly keepsLabels: boolean;
	/** Rows that would exceed a limit are refused before anything is sent. */
	readonly checksLimits: boolean;
	readonly deletesUnlisted: boolean;
	/** How many associations the run may delete. */
	readonly maxDeletions: number;
}

/**
 * Compares the entries with HubSpot: settles those that need no request, and returns the order of the
 * rest.
 * @throws NodeOperationError where more would be deleted than the user allows
 */
export async function planSync(
	session: Session,
	entries: readonly ChangeEntry[],
	settings: SyncSettings,
	doubts: Doubts,
): Promise<SendingOrder<ChangeInput, Changed>> {
	const { keepsLabels, checksLimits, deletesUnlisted, maxDeletions } = settings;
	const reader = openReader(session);
	const records = await readNamedRecords(reader, entries, deletesUnlisted);
	const removals = compareEntries(entries, reader, records, session.labels, keepsLabels);
	const writes = unsettled(entries);
	const unlisted = deletesUnlisted
		? findUnlisted(reader, records, doubts, refusedRecords(entries))
		: { deletions: [], kept: 0 };
	const room = await makeRoom(session, reader, writes, unlisted.deletions, checksLimits);
	// A limit may have refused rows, whose records then keep what they have.
	const refused = refusedRecords(writes);
	const isTrusted = ({ input: { pair, fromId } }: ChangeEntry) =>
		!refused.has(recordKey(pair, fromId));
	const deletions = keep(unlisted.deletions, isTrusted);
	const tooMany = stopAtTooManyDeletions(session, deletions.length, maxDeletions);
	if (session.options.dryRun) await readTexts(session, writes);
	const first = new Set([...room].filter(isTrusted));
	return {
		phases: phasesOf({ writes, removals, deletions }, first),
		further: deletions,
		notes: [...tooMany, ...keptNotes(unlisted.kept + unlisted.deletions.length - deletions.length)],
	};
}

/** Reads the labels of pairs whose plan would show a label by its type alone. */
async function readTexts(session: Session, writes: readonly ChangeEntry[]): Promise<void> {
	const isUnknown = ({ input }: ChangeEntry) =>
		compared(input).after?.some(({ label }) => label === null);
	await readLabels(session, new Set(writes.filter(isUnknown).map(({ input }) => input.pair)));
}

function keptNotes(kept: number): string[] {
	if (kept === 0) return [];
	return [`${kept} unlisted kept because an item that may list them was refused`];
}
