import { succeed, type Outcome } from '../../outcome';
import {
	findType,
	LABELS,
	resolveLabel,
	type AssociationLabel,
	type LabelReference,
} from '../../hubspot/labels/labels';
import { associationTypeKey, type AssociationType } from '../../hubspot/model/associationTypes';
import { pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { readEachPair, readOf, type ReadByPair } from './pairReads';
import type { Session } from './session';

/** The association types of every pair that was read, or why they could not be. */
export type LabelsByPair = ReadByPair<AssociationLabel[]>;

/** Reads the association types of each pair once per run, one request per pair. */
export async function readLabels(
	session: Session,
	pairs: Iterable<ObjectPair>,
): Promise<LabelsByPair> {
	const unread = [...pairs].filter((pair) => !session.labels.has(pairKey(pair)));
	const read = await readEachPair(session, unread, LABELS);
	for (const [key, labels] of read) session.labels.set(key, labels);
	return session.labels;
}

/** Reads the association types of the pairs whose rows need them. */
export async function readLabelsFor<Row extends { readonly pair: ObjectPair }>(
	session: Session,
	rows: ReadonlyArray<Outcome<Row>>,
	needsLabels: (row: Row) => boolean,
): Promise<LabelsByPair> {
	const pairs = new Set<ObjectPair>();
	for (const row of rows) if (row.ok && needsLabels(row.value)) pairs.add(row.value.pair);
	return await readLabels(session, pairs);
}

/** An association type in an item. A type alias, so that it counts as n8n's JSON. */
type LabelJson = Pick<AssociationLabel, keyof AssociationLabel>;

/** Adds the texts of association types, as far as the labels of their pair were read in this run. */
export function withTexts(
	{ labels }: Session,
	pair: ObjectPair,
	types: readonly AssociationType[],
): Array<LabelJson> {
	const known = labels.get(pairKey(pair));
	return types.map(({ category, typeId }) => ({
		category,
		typeId,
		label: (known?.ok && findType(known.value, { category, typeId })?.label) || null,
	}));
}

/**
 * Names the labels among association types: by CATEGORY:typeId where their texts were not read in this
 * run, and leaves out the unlabeled type.
 */
export function labelNames(
	{ labels }: Session,
	{ pair, types }: { readonly pair: ObjectPair; readonly types: readonly AssociationType[] },
): string[] {
	const known = labels.get(pairKey(pair));
	return types.flatMap((type) => {
		const found = known?.ok ? findType(known.value, type) : undefined;
		return found ? (found.label ?? []) : associationTypeKey(type);
	});
}

/**
 * Resolves a reference to an association type. CATEGORY:typeId needs no labels, and HubSpot
 * checks it.
 * @param parameter the display name of the parameter, for messages
 */
export function resolveReference(
	reference: LabelReference,
	pair: ObjectPair,
	labels: LabelsByPair,
	parameter: string,
): Outcome<AssociationLabel> {
	if (reference.kind === 'type') {
		const read = labels.get(pairKey(pair));
		const found = read?.ok ? findType(read.value, reference.type) : undefined;
		return succeed(found ?? { ...reference.type, label: null });
	}
	const known = readOf(labels, pair);
	return known.ok ? resolveLabel(reference, known.value, pair, parameter) : known;
}
