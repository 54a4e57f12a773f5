import { associationTypeKey } from '../model/associationTypes';
import { findType, type AssociationLabel } from '../labels/labels';
import type { Limit } from '../limits/limits';

/** The limits of one direction, as they apply to a record. */
export interface LimitRules {
	/** The most records of the other object, whatever the labels; absent where there is no limit. */
	readonly object?: number;
	/** The most records with one label, by the key of the label's association type. */
	readonly labels: ReadonlyMap<string, LabelLimit>;
}

export interface LabelLimit {
	readonly label: string;
	readonly maximum: number;
}

/**
 * Separates the object limit from label limits: the limit of the unlabeled type counts every
 * association. Source: HubSpot's guide to association limits.
 * @param labels of the same direction: an answer with limits need not name their labels
 */
export function limitRulesOf(
	limits: readonly Limit[],
	labels: readonly AssociationLabel[],
): LimitRules {
	let object: number | undefined;
	const ofLabels = new Map<string, LabelLimit>();
	for (const limit of limits) {
		const label = findType(labels, limit)?.label ?? limit.label;
		if (label === null) object = Math.min(limit.maxToObjectIds, object ?? Infinity);
		else ofLabels.set(associationTypeKey(limit), { label, maximum: limit.maxToObjectIds });
	}
	return { object, labels: ofLabels };
}

/**
 * Returns how each label of one direction reads from the other end, by the keys of their types.
 * HubSpot does not say which labels belong together: one that has the same name at both ends does,
 * others are left out. Not for two records of one object, whose labels are all in one list.
 */
export function inverseLabels(
	forward: readonly AssociationLabel[],
	reverse: readonly AssociationLabel[],
): Map<string, string> {
	const inverses = new Map<string, string>();
	for (const label of forward) {
		const sameName = reverse.filter((other) => other.label === label.label);
		if (label.label !== null && sameName.length === 1) {
			inverses.set(associationTypeKey(label), associationTypeKey(sameName[0]));
		}
	}
	return inverses;
}
