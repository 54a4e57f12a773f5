import type { PairDefinitions } from '../account/AssociationDefinitions';
import { invalid, type InputError } from '../http/errors';
import {
	associate,
	defaultResults,
	labelsBetween,
	labelsIn,
	type AssociationSpec,
	type RecordPair,
} from './associating';
import { batchAnswer, type BatchOutcome } from './batch';
import { endpoint, pairOf, type Call } from './endpoint';
import { invalidAssociationType } from './limitRefusals';
import { refuseRecords } from './records';
import { ASSOCIATE_BODY, ASSOCIATE_DEFAULT_BODY } from './schemas';

export interface TypedPair extends RecordPair {
	types: AssociationSpec[];
}

export const associateEndpoints = [
	endpoint<{ inputs: TypedPair[] }>({
		method: 'POST',
		root: 'records',
		path: '/:from/:to/batch/create',
		access: 'editAssociations',
		rate: 'exempt',
		schema: ASSOCIATE_BODY,
		maximum: 'create',
		handle: (call) => batchAnswer(create(call), { complete: 201 }),
	}),
	endpoint<{ inputs: RecordPair[] }>({
		method: 'POST',
		root: 'records',
		path: '/:from/:to/batch/associate/default',
		access: 'editAssociations',
		rate: 'exempt',
		schema: ASSOCIATE_DEFAULT_BODY,
		maximum: 'associateDefault',
		handle: (call) =>
			batchAnswer(associateDefault(call, call.body.inputs), { complete: 200, partial: 200 }),
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
		const { labels, unknown } = labelsIn(pair, input.types);
		if (unknown) errors.push(refuseType(call, pair, input, unknown));
		else if (errors.length === 0) errors.push(...associate(call, pair, input, labels));
		if (errors.length > 0) outcome.errors.push(...errors);
		else outcome.results.push(...results(call, pair, input));
	}
	return outcome;
}

/** @throws HubSpotError 400 where the call does not serve the pair */
export function associateDefault(call: Call, inputs: readonly RecordPair[]): BatchOutcome {
	const { from, to } = pairOf(call);
	if ((from.custom || to.custom) && !call.behaviour.defaultCallServesCustomObjects) {
		throw invalid(`There is no default association between ${from.name} and ${to.name}`);
	}
	const pair = call.account.definitions.pair(from, to);
	const outcome: BatchOutcome = { results: [], errors: [] };
	for (const input of inputs) {
		const errors = refuseRecords(call, from, to, input);
		if (errors.length === 0) errors.push(...associate(call, pair, input, 'keep'));
		if (errors.length > 0) outcome.errors.push(...errors);
		else outcome.results.push(...defaultResults(call, pair, input));
	}
	return outcome;
}

function refuseType(
	{ behaviour }: Call,
	{ unlabeled: { from, to } }: PairDefinitions,
	input: TypedPair,
	{ associationCategory, associationTypeId }: AssociationSpec,
): InputError {
	const error = invalidAssociationType(associationCategory, associationTypeId, from, to);
	if (!behaviour.typeErrorNamesRecords) return error;
	const ids = { fromObjectId: [input.from.id], toObjectId: [input.to.id] };
	return { ...error, context: { ...error.context, ...ids } };
}

function results(call: Call, { unlabeled }: PairDefinitions, { from, to }: RecordPair): object[] {
	const forward = labelsBetween(call, unlabeled, from.id, to.id);
	if (call.behaviour.resultDirections === 'one') return [forward];
	return [forward, labelsBetween(call, unlabeled.inverse, to.id, from.id)];
}

function refuseDuplicates(inputs: readonly RecordPair[]): void {
	const seen = new Set<string>();
	for (const { from, to } of inputs) {
		const key = `${from.id}>${to.id}`;
		if (seen.has(key)) throw invalid(`Duplicate input: ${from.id} to ${to.id}`);
		seen.add(key);
	}
}
