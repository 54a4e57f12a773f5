import { keep, getOrMake } from '../../lists';
import { fail } from '../../outcome';
import { reverseOf } from '../../hubspot/model/recordPair';
import type { AssociationReader, AssociationReading } from '../../reading/associationReader';
import type { Session } from '../run/session';
import { compared } from '../run/writeOperation';
import { recordKey, type ChangeEntry } from './changes';
import { openLimitCheck, type LimitCheck } from './limitCheck';

type Entries = readonly ChangeEntry[];

/**
 * Returns the deletions that must be sent first, since a limit would refuse a new association while they
 * stand. Limits are read only where a deletion and a write concern the same record; where they
 * cannot be read, the deletions wait.
 * @param refusesAtLimit whether to settle the writes that exceed a limit even then
 */
export async function makeRoom(
	session: Session,
	reader: AssociationReader,
	writes: Entries,
	deletions: Entries,
	refusesAtLimit: boolean,
): Promise<ReadonlySet<ChangeEntry>> {
	const atRecord = deletionsByRecord(deletions);
	const first = new Set<ChangeEntry>();
	const competing = refusesAtLimit
		? writes
		: keep(writes, ({ input }) => endsOf(input).some((key) => atRecord.has(key)));
	if (competing.length === 0) return first;
	const check = await readLimits(session, reader, competing);
	for (const entry of competing) {
		const { input } = entry;
		if (compared(input).call !== 'create') continue;
		for (;;) {
			const full = check.fullEnd(input);
			const key = full && recordKey(full.reading.pair, full.reading.fromId);
			const freeing = key && atRecord.get(key);
			if (!freeing) break;
			// They are looked at once, however many associations of the record are in the way.
			atRecord.delete(key);
			for (const deletion of freeing) {
				if (!first.has(deletion)) check.release(deletion.input);
				first.add(deletion);
			}
		}
		const failure = refusesAtLimit ? check.reasonAgainst(input) : undefined;
		if (failure) entry.outcome = fail(failure);
		else check.count(input);
	}
	return first;
}

/** Finds deletions by either of their records. */
function deletionsByRecord(deletions: Entries): Map<string, ChangeEntry[]> {
	const byRecord = new Map<string, ChangeEntry[]>();
	for (const deletion of deletions) {
		for (const key of endsOf(deletion.input)) getOrMake(byRecord, key, () => []).push(deletion);
	}
	return byRecord;
}

function endsOf({ pair, fromId, toId }: ChangeEntry['input']): string[] {
	return [recordKey(pair, fromId), recordKey(reverseOf(pair), toId)];
}

async function readLimits(
	session: Session,
	reader: AssociationReader,
	entries: Entries,
): Promise<LimitCheck> {
	const inputs = entries.map(({ input }) => input);
	const check = await openLimitCheck(session, inputs, reader);
	const readings = new Map<AssociationReading, 'all'>();
	for (const input of inputs) {
		for (const reading of check.readingsOf(input)) readings.set(reading, 'all');
	}
	await reader.readUntil(readings);
	return check;
}
