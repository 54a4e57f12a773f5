import { changeOf, labelsAfter, type Labels } from '../../hubspot/associations/associationChanges';
import type { AssociatedRecord } from '../../hubspot/associations/associatedRecord';
import { findType } from '../../hubspot/labels/labels';
import { pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import type { RecordPair } from '../../hubspot/model/recordPair';
import { getOrMake } from '../../lists';
import { fail, invalidInput, succeed, type Failure, type Outcome } from '../../outcome';
import {
	associatedById,
	type AssociationReader,
	type AssociationReading,
} from '../../reading/associationReader';
import type { LabelsByPair } from '../run/labelLookup';
import type { ChangeEntry } from './changes';

/** A record that rows name, and what it is associated with. */
export interface NamedRecord {
	/** The records that rows associate it with. */
	readonly toIds: ReadonlySet<string>;
	/** The first row that names it. */
	readonly item: number;
	readonly held: ReadonlyMap<string, AssociatedRecord>;
}

export type NamedRecords = ReadonlyMap<AssociationReading, NamedRecord>;

/**
 * Reads the associations of every record that the entries name, 1,000 records per request.
 * @param toEnd whether all of them are needed, not only those that the entries name
 */
export async function readNamedRecords(
	reader: AssociationReader,
	entries: readonly ChangeEntry[],
	toEnd: boolean,
): Promise<NamedRecords> {
	const named = new Map<AssociationReading, { toIds: Set<string>; item: number }>();
	for (const { input, rows } of entries) {
		const reading = reader.readingOf(input.pair, input.fromId);
		const record = getOrMake(named, reading, () => ({ toIds: new Set<string>(), item: rows[0] }));
		record.toIds.add(input.toId);
	}
	await reader.readUntil(
		new Map([...named].map(([reading, { toIds }]) => [reading, toEnd ? 'all' : toIds])),
	);
	return new Map(
		[...named].map(([reading, record]) => [reading, { ...record, held: associatedById(reading) }]),
	);
}

/**
 * Returns the labels that the two records have, null where they are not associated, or why that is
 * unknown.
 */
export function labelsBefore(
	{ pair, fromId, toId }: RecordPair,
	reader: AssociationReader,
	records: NamedRecords,
): Outcome<Labels | null> {
	const reading = reader.readingOf(pair, fromId);
	const record = records.get(reading)?.held.get(toId);
	if (record?.unreadable) return fail(unreadable(fromId, toId));
	if (record) return succeed(labelsIn(record));
	return reading.failure ? fail(reading.failure) : succeed(null);
}

/**
 * Puts the change that is needed into the place of each input, and settles the entries that need none.
 * @param labels of the pairs, where only they say which type is the unlabeled one
 * @param keeps whether labels that the rows do not list stay
 * @returns labels to remove after some of the changes
 */
export function compareEntries(
	entries: readonly ChangeEntry[],
	reader: AssociationReader,
	records: NamedRecords,
	labels: LabelsByPair,
	keeps: boolean,
): Map<ChangeEntry, ChangeEntry> {
	const removals = new Map<ChangeEntry, ChangeEntry>();
	const wantedLabels = createWantedLabels(labels);
	for (const entry of entries) {
		const { input } = entry;
		const before = labelsBefore(input, reader, records);
		if (!before.ok) {
			entry.outcome = before;
			continue;
		}
		const wanted = labelsAfter(before.value, wantedLabels(input), keeps);
		takeChange(entry, before.value, wanted, removals);
	}
	return removals;
}

/** Puts a change into the place of an entry's input; one that changes nothing is done. */
export function takeChange(
	entry: ChangeEntry,
	before: Labels | null,
	after: Labels,
	removals: Map<ChangeEntry, ChangeEntry>,
): void {
	const { change, removal } = changeOf(entry.input, before, after);
	entry.input = change;
	if (change.action === 'unchanged') entry.outcome = succeed(change);
	if (removal) removals.set(entry, { input: removal, rows: entry.rows });
}

/** Returns the labels of an associated record, without the unlabeled type. */
export function labelsIn({ types }: AssociatedRecord): Labels {
	return types.filter(({ label }) => label !== null);
}

/** Makes a function that leaves the unlabeled type out of a row's types, and adds their texts. Rows share lists of types. */
function createWantedLabels(labels: LabelsByPair) {
	const known = new Map<ObjectPair, Map<unknown, Labels>>();
	return ({ pair, types }: ChangeEntry['input']): Labels => {
		const ofPair = getOrMake(known, pair, () => new Map<unknown, Labels>());
		return getOrMake(ofPair, types, () => {
			const ofAccount = labels.get(pairKey(pair));
			return types.flatMap((type) => {
				const found = ofAccount?.ok ? findType(ofAccount.value, type) : undefined;
				if (found) return found.label === null ? [] : [found];
				return [{ ...type, label: null }];
			});
		});
	};
}

function unreadable(fromId: string, toId: string): Failure {
	return invalidInput(
		`Records ${fromId} and ${toId} have a label that this node cannot read, so it cannot compare them with the row`,
		'Nothing was sent. To set their labels anyway, use the Create operation.',
	);
}
