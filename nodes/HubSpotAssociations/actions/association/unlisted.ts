import { deletionOf } from '../../hubspot/associations/associationChanges';
import { pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import {
	recordPairKey,
	reverseOf,
	type RecordId,
	type RecordPair,
} from '../../hubspot/model/recordPair';
import type { IdProperties } from '../../input/options/associationOptions';
import type { RecordRow } from '../../input/rows/associationRows';
import type { Outcome } from '../../outcome';
import type { AssociationReader } from '../../reading/associationReader';
import { labelsIn, type NamedRecords } from './compare';
import { recordKey, type ChangeEntry } from './changes';

/** What keeps 'Delete Unlisted' from removing an association that a refused row may list. */
export interface Doubts {
	/** Records with a refused row; 'all' where a row was refused that may be about any record. */
	readonly records: ReadonlySet<string> | 'all';
	/** Associations that refused rows list. */
	readonly associations: ReadonlySet<string>;
}

/**
 * Finds what refused rows may be about.
 * @param labeled the same rows with the types of their labels, `found` with the ids of their records
 */
export function doubtsOf(
	rows: ReadonlyArray<Outcome<RecordRow>>,
	labeled: ReadonlyArray<Outcome<unknown>>,
	found: ReadonlyArray<Outcome<unknown>>,
	{ from, to }: IdProperties,
): Doubts {
	const records = new Set<string>();
	const associations = new Set<string>();
	for (const [index, row] of rows.entries()) {
		if (row.ok && found[index].ok) continue;
		const isFromKnown = from === undefined && (to === undefined || !labeled[index].ok);
		if (!row.ok || !isFromKnown) return { records: 'all', associations };
		const { pair, fromId, toId } = row.value;
		records.add(recordKey(pair, fromId));
		if (to === undefined) associations.add(associationKey(pair, fromId, toId));
	}
	return { records, associations };
}

export interface Unlisted {
	readonly deletions: ChangeEntry[];
	/** How many stay because a row that may list them was refused. */
	readonly kept: number;
}

/**
 * Returns what the records have and no row lists, in either direction: contact 1 → company 2 and
 * company 2 → contact 1 are one association.
 * @param refused records with an entry that is refused, by their keys
 */
export function findUnlisted(
	reader: AssociationReader,
	records: NamedRecords,
	doubts: Doubts,
	refused: ReadonlyMap<string, unknown>,
): Unlisted {
	const isFromOther = createIsFromOther(reader, records, doubts);
	const deletions: ChangeEntry[] = [];
	let kept = 0;
	for (const [{ pair, fromId, failure }, { held, toIds, item }] of records) {
		if (failure) continue;
		const key = recordKey(pair, fromId);
		const isTrusted = doubts.records !== 'all' && !doubts.records.has(key) && !refused.has(key);
		for (const [toId, record] of held) {
			const association = { pair, fromId: fromId as RecordId, toId: toId as RecordId };
			if (toIds.has(toId) || isFromOther(association, isTrusted)) continue;
			if (!isTrusted) kept++;
			else deletions.push({ input: deletionOf(association, labelsIn(record)), rows: [item] });
		}
	}
	return { deletions, kept };
}

/**
 * Makes a function that says whether an association is listed, or already deleted, as seen from its other
 * record. It remembers those that it was given.
 */
function createIsFromOther(
	reader: AssociationReader,
	records: NamedRecords,
	{ associations: doubted }: Doubts,
) {
	const pairs = new Set([...records.keys()].map(({ pair }) => pairKey(pair)));
	const deleted = new Set<string>();
	return ({ pair, fromId, toId }: RecordPair, isDeleted: boolean): boolean => {
		const reverse = reverseOf(pair);
		const key = associationKey(reverse, toId, fromId);
		if (doubted.has(key) || deleted.has(key)) return true;
		if (!pairs.has(pairKey(reverse))) return false;
		if (records.get(reader.readingOf(reverse, toId))?.toIds.has(fromId)) return true;
		if (isDeleted) deleted.add(associationKey(pair, fromId, toId));
		return false;
	};
}

function associationKey(pair: ObjectPair, fromId: string, toId: string): string {
	return `${pairKey(pair)} ${recordPairKey(fromId, toId)}`;
}
