import { unsettled, type Entry } from '../../batching/plan';
import type { LabelUpdate } from '../../hubspot/labels/labelChanges';
import { findType, type AssociationLabel } from '../../hubspot/labels/labels';
import { NAMED_TYPES, otherSideByName, otherSideOf } from '../../hubspot/labels/otherSides';
import { associationTypeKey, type AssociationType } from '../../hubspot/model/associationTypes';
import { describePair, pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { reverseOf } from '../../hubspot/model/recordPair';
import { OWN_LABEL_NAMES } from '../../input/displayNames';
import { invalid, succeed, type Outcome } from '../../outcome';
import { shorten } from '../../text';
import { readLabels } from '../run/labelLookup';
import { readEachPair, readOf } from '../run/pairReads';
import type { Session } from '../run/session';

/** A label as it is now, and as it reads from the other object. */
interface Sides {
	readonly present: AssociationLabel;
	readonly other: AssociationLabel;
}

/** By {@link sideKey}. */
type SidesByLabel = ReadonlyMap<string, Outcome<Sides>>;

function sideKey(pair: ObjectPair, type: AssociationType): string {
	return `${pairKey(pair)} ${associationTypeKey(type)}`;
}

/**
 * Finds the other sides of labels that get one text only: HubSpot has been seen to put it on both sides
 * where the other text is not sent along. Two requests per pair for the labels, and one more
 * for the internal names where the labels leave it open.
 */
export async function findOtherSides(
	session: Session,
	updates: readonly LabelUpdate[],
): Promise<SidesByLabel> {
	const labels = await readLabels(
		session,
		updates.flatMap(({ pair }) => [pair, reverseOf(pair)]),
	);
	const sides = new Map<string, Outcome<Sides>>();
	const open: Array<{ pair: ObjectPair; present: AssociationLabel; reverse: AssociationLabel[] }> =
		[];
	for (const update of updates) {
		const { pair } = update;
		const [forward, reverse] = [readOf(labels, pair), readOf(labels, reverseOf(pair))];
		const present = forward.ok ? findType(forward.value, update) : undefined;
		if (!forward.ok || present === undefined) continue;
		if (!reverse.ok) sides.set(sideKey(pair, update), reverse);
		const other = reverse.ok && otherSideOf(present, pair, forward.value, reverse.value);
		if (other) sides.set(sideKey(pair, update), succeed({ present, other }));
		else if (reverse.ok) open.push({ pair, present, reverse: reverse.value });
	}
	const names = await readEachPair(
		session,
		open.map(({ pair }) => pair),
		NAMED_TYPES,
	);
	for (const { pair, present, reverse } of open) {
		const named = readOf(names, pair);
		const other = named.ok ? otherSideByName(present, pair, reverse, named.value) : undefined;
		sides.set(
			sideKey(pair, present),
			other ? succeed({ present, other }) : refuseUnknownSide(pair, present),
		);
	}
	return sides;
}

function refuseUnknownSide(pair: ObjectPair, { label }: AssociationLabel): Outcome<Sides> {
	return invalid(
		`HubSpot does not say how the label "${shorten(label ?? '')}" of ${describePair(pair)} reads from the other side`,
		`Enter both '${OWN_LABEL_NAMES.label}' and '${OWN_LABEL_NAMES.inverseLabel}': HubSpot would put one text on both sides.`,
	);
}

/** Returns the update, or why the other side of its label is unknown. */
export function withKnownSide(update: LabelUpdate, sides: SidesByLabel): Outcome<LabelUpdate> {
	const known = sides.get(sideKey(update.pair, update));
	return known?.ok === false ? known : succeed(update);
}

/**
 * Sends the text of the other side along with every new one: as another entry changes it, or as it is. A
 * label that reads alike from both sides keeps doing so.
 */
export function keepOtherSides<Value>(
	entries: ReadonlyArray<Entry<LabelUpdate, Value>>,
	sides: SidesByLabel,
): void {
	const updates = new Map(
		unsettled(entries).map(({ input }) => [sideKey(input.pair, input), input]),
	);
	for (const entry of unsettled(entries)) {
		const { input } = entry;
		const known = sides.get(sideKey(input.pair, input));
		if (!known?.ok || input.inverseLabel !== undefined) continue;
		const { present, other } = known.value;
		const partner = updates.get(sideKey(reverseOf(input.pair), other));
		const isAlone = partner === undefined || partner === input;
		const kept = other.label === present.label ? undefined : (other.label ?? undefined);
		entry.input = { ...input, inverseLabel: isAlone ? kept : partner.label };
	}
}
