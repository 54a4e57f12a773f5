import { succeed, type Outcome } from '../../outcome';
import {
	findType,
	LABELS,
	resolveLabel,
	type AssociationLabel,
	type LabelReference,
} from '../../hubspot/labels/labels';
import type { AssociationType } from '../../hubspot/model/associationTypes';
import { pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { readEachPair, type ReadByPair } from './pairReads';
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
	const known = labels.get(pairKey(pair));
	if (reference.kind === 'type') {
		const found = known?.ok ? findType(known.value, reference.type) : undefined;
		return succeed(found ?? { ...reference.type, label: null });
	}
	if (known === undefined) throw new TypeError(`The labels of ${pairKey(pair)} were not read`);
	return known.ok ? resolveLabel(reference, known.value, pair, parameter) : known;
}
