import { typeKey, type AssociationDefinition } from '../account/AssociationDefinition';
import type { PairDefinitions } from '../account/AssociationDefinitions';
import { UNLABELED, type Labels } from '../account/AssociationStore';
import { inputError, type InputError } from '../http/errors';
import type { Call } from './endpoint';

export interface RecordPair {
	from: { id: string };
	to: { id: string };
}

export interface AssociationSpec {
	associationCategory: string;
	associationTypeId: number;
}

/** The labels among the types, or the first type that the pair does not have. */
export function labelsIn(
	{ byKey, unlabeled }: PairDefinitions,
	types: readonly AssociationSpec[],
): { labels: AssociationDefinition[]; unknown?: AssociationSpec } {
	const labels: AssociationDefinition[] = [];
	for (const type of types) {
		const definition = byKey.get(typeKey(type.associationCategory, type.associationTypeId));
		if (!definition) return { labels, unknown: type };
		if (definition !== unlabeled) labels.push(definition);
	}
	return { labels };
}

/**
 * Associates two records, unless a limit forbids it. Labels replace the labels that the pair has; the unlabeled call
 * keeps them.
 */
export function associate(
	{ account, behaviour }: Call,
	{ unlabeled }: PairDefinitions,
	{ from: { id: fromId }, to: { id: toId } }: RecordPair,
	wanted: Labels | 'keep',
): InputError[] {
	const { from, to } = unlabeled;
	const present = account.store.of(from, to, fromId).get(toId);
	const keeps =
		wanted === 'keep' ||
		(wanted.length === 0 && behaviour.unlabeledTypeOnLabeledPair === 'keepLabels');
	const labels = keeps ? (present ?? UNLABELED) : wanted;
	const exceeded = account.limits.exceededBy(unlabeled, fromId, toId, present, labels);
	if (!exceeded) {
		account.store.set(from, to, fromId, toId, labels);
		return [];
	}
	const { definition, recordId, maximum } = exceeded;
	return [
		inputError(
			'VALIDATION_ERROR',
			'crm.associations.ASSOCIATION_LIMIT_EXCEEDED',
			`${definition.from.name} ${recordId} would exceed the limit of ${maximum} for ${definition.label ?? definition.to.pluralName}`,
			{ fromObjectId: [fromId], toObjectId: [toId], limit: [String(maximum)] },
		),
	];
}

/** An association with the labels that it has now, as the calls that create one answer it. */
export function labelsBetween(
	{ account, behaviour: { numericIds } }: Call,
	{ from, to }: AssociationDefinition,
	fromId: string,
	toId: string,
): object {
	const labels = account.store.of(from, to, fromId).get(toId) ?? UNLABELED;
	return {
		fromObjectTypeId: from.objectTypeId,
		fromObjectId: numericIds ? Number(fromId) : fromId,
		toObjectTypeId: to.objectTypeId,
		toObjectId: numericIds ? Number(toId) : toId,
		labels: labels.map((label) => label.label),
	};
}

/** An association as the unlabeled call answers it. */
export function defaultResults(
	{ behaviour }: Call,
	{ unlabeled }: PairDefinitions,
	{ from, to }: RecordPair,
): object[] {
	const forward = { from, to, associationSpec: specOf(unlabeled) };
	if (behaviour.defaultResultDirections === 'one') return [forward];
	return [forward, { from: to, to: from, associationSpec: specOf(unlabeled.inverse) }];
}

function specOf({ category, typeId }: AssociationDefinition): AssociationSpec {
	return { associationCategory: category, associationTypeId: typeId };
}
