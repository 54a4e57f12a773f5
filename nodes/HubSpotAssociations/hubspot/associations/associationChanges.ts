import type { AssociationLabel } from '../labels/labels';
import { findType } from '../labels/labels';
import type { AssociationType } from '../model/associationTypes';
import type { RecordPair } from '../model/recordPair';
import type { AssociationInput } from './associations';

/** The labels of an association without its unlabeled type. A label whose text is not known is null. */
export type Labels = readonly AssociationLabel[];

/** What brings an association to its wanted state, with its labels before and after. */
export interface AssociationChange extends AssociationInput {
	readonly action: 'created' | 'updated' | 'unchanged' | 'deleted';
	/** The call that does it. */
	readonly call: 'create' | 'removeLabels' | 'archive';
	/** What the call is sent: the types of the association, or the labels to remove. */
	readonly types: readonly AssociationType[];
	/** Null where there is no association. */
	readonly before: Labels | null;
	readonly after: Labels | null;
}

/** A change, and the labels to remove once it is made. */
export interface PlannedChange {
	readonly change: AssociationChange;
	readonly removal?: AssociationChange;
}

/**
 * Whether a create replaces a label: it leaves those of HubSpot's own in place, such as Primary, as seen
 * in live accounts.
 */
export function isReplaceable({ category }: AssociationType): boolean {
	return category === 'USER_DEFINED';
}

/**
 * Returns the labels that an association should have.
 * @param held the labels in HubSpot; null where there is no association
 * @param keeps whether labels that are not wanted stay
 */
export function labelsAfter(held: Labels | null, wanted: Labels, keeps: boolean): Labels {
	const present = held ?? [];
	const staying = keeps ? present : present.filter((label) => !isReplaceable(label));
	const stays = (label: AssociationType) => findType(staying, label) !== undefined;
	// A label that the association has keeps the text that HubSpot gave it.
	const further = wanted.filter((label) => !stays(label));
	return [...staying, ...further.map((label) => findType(present, label) ?? label)];
}

/**
 * Compares two states of an association.
 * @param input the two records; its types create an association that gets no label
 */
export function changeOf(
	{ pair, fromId, toId, types }: AssociationInput,
	before: Labels | null,
	after: Labels,
): PlannedChange {
	const records = { pair, fromId, toId };
	const create = { ...records, call: 'create', before, after } as const;
	if (before === null) {
		const sent = after.length > 0 ? after : types;
		return { change: { ...create, action: 'created', types: sent } };
	}
	const removed = without(before, after);
	const added = without(after, before);
	if (removed.length + added.length === 0) {
		return { change: { ...create, action: 'unchanged', types: after } };
	}
	const update = { ...create, action: 'updated', types: after } as const;
	// Labels of the account's own replace each other. Whether HubSpot's own labels replace them is unknown.
	if (removed.length === 0 || after.some(isReplaceable)) return { change: update };
	const removal = { ...update, call: 'removeLabels', types: removed } as const;
	return added.length === 0 ? { change: removal } : { change: update, removal };
}

/** Makes the removal of an association with all its labels. */
export function deletionOf({ pair, fromId, toId }: RecordPair, before: Labels): AssociationChange {
	const records = { pair, fromId, toId };
	return { ...records, action: 'deleted', call: 'archive', types: [], before, after: null };
}

/** Whether two states have the same labels, in any order. */
export function haveSameLabels(one: Labels | null, other: Labels | null): boolean {
	if (one === null || other === null) return one === other;
	return one.length === other.length && without(one, other).length === 0;
}

function without(labels: Labels, others: Labels): Labels {
	return labels.filter((label) => findType(others, label) === undefined);
}
