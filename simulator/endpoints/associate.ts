import { typeKey, type AssociationDefinition } from '../account/AssociationDefinition';
import type { PairDefinitions } from '../account/AssociationDefinitions';
import { UNLABELED, type Labels } from '../account/AssociationStore';
import type { ObjectType } from '../account/ObjectType';
import type { Behaviour } from '../behaviour';
import { inputError, invalid, type InputError } from '../http/errors';
import { batchAnswer, type BatchOutcome } from './batch';
import { endpoint, pairOf, type Call } from './endpoint';
import { invalidAssociationType } from './limits';
import { refuseRecords } from './records';
import { ASSOCIATE_BODY, ASSOCIATE_DEFAULT_BODY } from './schemas';

interface RecordPair {
	from: { id: string };
	to: { id: string };
}

export interface TypedPair extends RecordPair {
	types: Array<{ associationCategory: string; associationTypeId: number }>;
}

export const associateEndpoints = [
	endpoint<{ inputs: TypedPair[] }>({
		method: 'POST',
		root: 'records',
		path: '/:from/:to/batch/create',
		access: 'writePair',
		schema: ASSOCIATE_BODY,
		maximum: 'create',
		handle: (call) => batchAnswer(create(call), { complete: 201 }),
	}),
	endpoint<{ inputs: RecordPair[] }>({
		method: 'POST',
		root: 'records',
		path: '/:from/:to/batch/associate/default',
		access: 'writePair',
		schema: ASSOCIATE_DEFAULT_BODY,
		maximum: 'associateDefault',
		handle: (call) => batchAnswer(associateDefault(call), { complete: 200, partial: 200 }),
	}),
];

function create(call: Call<{ inputs: TypedPair[] }>): BatchOutcome {
	const { from, to } = pairOf(call);
	const pair = call.account.definitions.pair(from, to);
	if (call.behaviour.duplicateInBatch === 'refuse') refuseDuplicates(call.body.inputs);
	const outcome: BatchOutcome = { results: [], errors: [] };
	for (const input of call.body.inputs) {
		// Observed: an input without a type is answered as if it were done, and nothing comes of it.
		if (input.types.length === 0) continue;
		const errors = refuseRecords(call, from, to, input);
		const wanted = labelsOf(pair, input, from, to, call.behaviour.typeErrorNamesRecords);
		if (!Array.isArray(wanted)) errors.push(wanted);
		else if (errors.length === 0) errors.push(...associate(call, pair, input, wanted));
		if (errors.length > 0) outcome.errors.push(...errors);
		else outcome.results.push(...results(call, pair, input));
	}
	return outcome;
}

function associateDefault(call: Call<{ inputs: RecordPair[] }>): BatchOutcome {
	const { from, to } = pairOf(call);
	if ((from.custom || to.custom) && !call.behaviour.defaultCallServesCustomObjects) {
		throw invalid(`There is no default association between ${from.name} and ${to.name}`);
	}
	const pair = call.account.definitions.pair(from, to);
	const { category, typeId } = pair.unlabeled;
	const associationSpec = { associationCategory: category, associationTypeId: typeId };
	const outcome: BatchOutcome = { results: [], errors: [] };
	for (const input of call.body.inputs) {
		const errors = refuseRecords(call, from, to, input);
		if (errors.length === 0) errors.push(...associate(call, pair, input, 'keep'));
		if (errors.length > 0) outcome.errors.push(...errors);
		else outcome.results.push({ from: input.from, to: input.to, associationSpec });
	}
	return outcome;
}

/** The labels among the input's types, or the refusal of the first type that the pair does not have. */
function labelsOf(
	pair: PairDefinitions,
	input: TypedPair,
	from: ObjectType,
	to: ObjectType,
	namesRecords: boolean,
): AssociationDefinition[] | InputError {
	const labels: AssociationDefinition[] = [];
	for (const { associationCategory, associationTypeId } of input.types) {
		const definition = pair.byKey.get(typeKey(associationCategory, associationTypeId));
		if (!definition) {
			const error = invalidAssociationType(associationCategory, associationTypeId, from, to);
			if (!namesRecords) return error;
			const ids = { fromObjectId: [input.from.id], toObjectId: [input.to.id] };
			return { ...error, context: { ...error.context, ...ids } };
		}
		if (definition !== pair.unlabeled) labels.push(definition);
	}
	return labels;
}

/** Labels replace the labels that the pair has; the unlabeled call keeps them. */
function associate(
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

function results(
	{ account, behaviour }: Call,
	{ unlabeled }: PairDefinitions,
	{ from, to }: RecordPair,
): object[] {
	const labels = account.store.of(unlabeled.from, unlabeled.to, from.id).get(to.id) ?? UNLABELED;
	const forward = result(behaviour, unlabeled, from.id, to.id, labels);
	if (behaviour.resultDirections === 'one') return [forward];
	const inverse = labels.map((label) => label.inverse);
	return [forward, result(behaviour, unlabeled.inverse, to.id, from.id, inverse)];
}

function result(
	{ numericIds }: Behaviour,
	{ from, to }: AssociationDefinition,
	fromId: string,
	toId: string,
	labels: Labels,
): object {
	return {
		fromObjectTypeId: from.objectTypeId,
		fromObjectId: numericIds ? Number(fromId) : fromId,
		toObjectTypeId: to.objectTypeId,
		toObjectId: numericIds ? Number(toId) : toId,
		labels: labels.map((label) => label.label),
	};
}

function refuseDuplicates(inputs: readonly RecordPair[]): void {
	const seen = new Set<string>();
	for (const { from, to } of inputs) {
		const key = `${from.id}>${to.id}`;
		if (seen.has(key)) throw invalid(`Duplicate input: ${from.id} to ${to.id}`);
		seen.add(key);
	}
}
