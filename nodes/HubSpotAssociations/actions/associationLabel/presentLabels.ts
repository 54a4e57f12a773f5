import { unsettled, type Entry } from '../../batching/plan';
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

/** How a label that a row asks for compares with those that its two objects have. */
export type Comparison =
	| { readonly is: 'absent' }
	/** With the same texts both ways. */
	| { readonly is: 'present'; readonly label: CreatedLabel }
	/** With its text, but another one from the other side; more than one type where texts do not tell them apart. */
	| { readonly is: 'different'; readonly types: readonly AssociationLabel[] };

/**
 * Looks for labels before any is created, so that a row can be run again after a lost response. A
 * label with the same texts both ways is the result of its row. One that reads differently from the
 * other side is refused, as HubSpot would (400 DUPLICATE_ASSOCIATION_LABEL), but by its type.
 */
export async function settlePresentLabels(
	session: Session,
	entries: ReadonlyArray<Entry<NewLabel, CreatedLabel>>,
): Promise<undefined> {
	const compare = await readPresentLabels(session, entries);
	for (const entry of unsettled(entries)) {
		const compared = compare(entry.input);
		if (!compared.ok) entry.outcome = compared;
		else if (compared.value.is === 'present') entry.outcome = succeed(compared.value.label);
		else if (compared.value.is === 'different') {
			entry.outcome = refuseOtherInverse(entry.input, compared.value.types);
		}
	}
}

/**
 * Reads the labels of the rows' objects: one request per pair, and one more for the other direction
 * of pairs where a text is taken.
 * @returns a function that compares a label of these rows with them
 */
export async function readPresentLabels(
	session: Session,
	entries: ReadonlyArray<Entry<NewLabel>>,
): Promise<(input: NewLabel) => Outcome<Comparison>> {
	const pairs = entries.map(({ input }) => input.pair);
	const forward = await readEachPair(session, pairs, LABELS);
	const reversed = entries.filter(({ input }) => typesOf(input, forward).length > 0);
	const unread = reversed
		.map(({ input }) => reverseOf(input.pair))
		.filter((pair) => !forward.has(pairKey(pair)));
	const labels = new Map([...forward, ...(await readEachPair(session, unread, LABELS))]);
	return (input) => compareLabel(input, labels);
}

function typesOf({ pair, label }: NewLabel, labels: LabelsByPair): AssociationLabel[] {
	const known = labels.get(pairKey(pair));
	return known?.ok ? withText(known.value, label) : [];
}

function compareLabel(input: NewLabel, labels: LabelsByPair): Outcome<Comparison> {
	const forward = labels.get(pairKey(input.pair));
	if (forward?.ok === false) return forward;
	const types = typesOf(input, labels);
	if (types.length === 0) return succeed({ is: 'absent' });
	const reverse = labels.get(pairKey(reverseOf(input.pair)));
	if (reverse?.ok === false) return reverse;
	const label = findLabel(input, types, reverse?.value ?? []);
	return succeed(
		label ? { is: 'present', label: { ...label, wasThere: true } } : { is: 'different', types },
	);
}

function refuseOtherInverse(
	{ pair, label, inverseLabel = label }: NewLabel,
	types: readonly AssociationLabel[],
): Outcome<never> {
	const keys = types.map(associationTypeKey).join(', ');
	return invalid(
		`The label "${shorten(label)}" of ${describePair(pair)} already exists (${keys}), but does not read "${shorten(inverseLabel)}" from the other side`,
		"To change how it reads, use the 'Create or Update' operation. Otherwise, give the new label another text.",
	);
}
