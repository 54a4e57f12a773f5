import type { Entry } from '../../batching/plan';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { invalid, succeed, type Outcome } from '../../outcome';
import { LABELS, type AssociationLabel } from '../../hubspot/labels/labels';
import {
	findLabel,
	withText,
	type CreatedLabel,
	type NewLabel,
} from '../../hubspot/labels/newLabels';
import { describePair, pairKey } from '../../hubspot/model/objectTypes';
import { reverseOf } from '../../hubspot/model/recordPair';
import { shorten } from '../../text';
import type { LabelsByPair } from '../run/labelLookup';
import { readEachPair } from '../run/pairReads';
import type { Session } from '../run/session';

type LabelEntries = ReadonlyArray<Entry<NewLabel, CreatedLabel>>;

/**
 * Looks for labels before any is created, so that a row can be run again after a lost response: one
 * request per pair, and one more for the other direction of pairs where a text is taken. A label with
 * the same texts both ways is the result of its row. One that reads differently from the other side is
 * refused, as HubSpot would (400 DUPLICATE_ASSOCIATION_LABEL), but by its type.
 */
export async function settlePresentLabels(
	session: Session,
	entries: LabelEntries,
): Promise<undefined> {
	const pairs = entries.map(({ input }) => input.pair);
	const forward = await readEachPair(session, pairs, LABELS);
	const reversed = entries.filter(({ input }) => typesOf(input, forward).length > 0);
	const unread = reversed
		.map(({ input }) => reverseOf(input.pair))
		.filter((pair) => !forward.has(pairKey(pair)));
	const labels = new Map([...forward, ...(await readEachPair(session, unread, LABELS))]);
	for (const entry of entries) entry.outcome ??= presentLabel(entry.input, labels);
}

function typesOf({ pair, label }: NewLabel, labels: LabelsByPair): AssociationLabel[] {
	const known = labels.get(pairKey(pair));
	return known?.ok ? withText(known.value, label) : [];
}

function presentLabel(input: NewLabel, labels: LabelsByPair): Outcome<CreatedLabel> | undefined {
	const forward = labels.get(pairKey(input.pair));
	if (forward?.ok === false) return forward;
	const types = typesOf(input, labels);
	if (types.length === 0) return undefined;
	const reverse = labels.get(pairKey(reverseOf(input.pair)));
	if (reverse?.ok === false) return reverse;
	const label = findLabel(input, types, reverse?.value ?? []);
	return label ? succeed({ ...label, wasThere: true }) : refuseOtherInverse(input, types);
}

function refuseOtherInverse(
	{ pair, label, inverseLabel = label }: NewLabel,
	types: readonly AssociationLabel[],
): Outcome<never> {
	const keys = types.map(associationTypeKey).join(', ');
	return invalid(
		`The label "${shorten(label)}" of ${describePair(pair)} already exists (${keys}), but does not read "${shorten(inverseLabel)}" from the other side`,
		"Change that label with the 'Update' operation, or give the new label another text.",
	);
}
