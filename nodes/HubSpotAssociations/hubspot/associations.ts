import { errorsOf, idOf, isObject, resultsOf, textOf, type Answer } from './answer';
import { blameAssociations, blamedByRefusal } from './associationBlame';
import type { AssociationType } from './associationTypes';
import type { BatchCall } from './batchCall';
import { CREATE_ASSOCIATIONS_MAXIMUM, UNPUBLISHED_MAXIMUM } from './batchSizes';
import { resultFinder, type DirectedResult, type RecordIds } from './directions';
import { pathOfCreateAssociations, pathOfCreateUnlabeled } from './endpoints';
import type { Outcome } from './failure';
import { typeIdOf, type ObjectPair } from './objectTypes';
import { rejectionOfInput } from './rejection';
import { settleInputs } from './settle';
import { blamedWithTypes } from './typeBlame';
import type { ApiVersion } from './versions';

/** One pair of records to associate; without types the association is unlabeled. */
export interface AssociationInput extends RecordIds {
	readonly pair: ObjectPair;
	readonly types: readonly AssociationType[];
}

/** An association as HubSpot answers it; ids are always strings. A type, so that n8n takes it as JSON. */
export type Association = {
	readonly fromObjectTypeId: string;
	readonly fromObjectId: string;
	readonly toObjectTypeId: string;
	readonly toObjectId: string;
	readonly labels: string[];
};

type JsonObject = Readonly<Record<string, unknown>>;
type CreateCall = BatchCall<AssociationInput, Association>;

/** POST …/batch/create: associates with labels. Every input must have at least one type. */
export function createAssociationsCall(version: ApiVersion, pair: ObjectPair): CreateCall {
	const forward = forwardSignature(pair);
	return {
		name: 'createAssociations',
		maximum: CREATE_ASSOCIATIONS_MAXIMUM,
		request: (inputs) => ({
			method: 'POST',
			path: pathOfCreateAssociations(version, pair),
			body: { inputs: labeledBodies(inputs) },
		}),
		settle: (inputs, answer) => settleCreated(inputs, answer, labeledResult, forward),
		blamed: blamedWithTypes,
	};
}

/** POST …/batch/associate/default: associates without a label, for HubSpot's own objects only. */
export function createUnlabeledCall(version: ApiVersion, pair: ObjectPair): CreateCall {
	return {
		name: 'createUnlabeled',
		maximum: UNPUBLISHED_MAXIMUM,
		request: (inputs) => ({
			method: 'POST',
			path: pathOfCreateUnlabeled(version, pair),
			body: { inputs: inputs.map(unlabeledBody) },
		}),
		settle: (inputs, answer) =>
			settleCreated(inputs, answer, (result) => unlabeledResult(result, pair)),
		blamed: blamedByRefusal,
	};
}

/** Inputs with labels; rows mostly share one list of types, which is written out once. */
export function labeledBodies(inputs: readonly AssociationInput[]): object[] {
	let written: readonly AssociationType[] | undefined;
	let types: object[] = [];
	return inputs.map((input) => {
		if (input.types !== written) {
			written = input.types;
			types = written.map(({ category, typeId }) => ({
				associationCategory: category,
				associationTypeId: typeId,
			}));
		}
		return { from: { id: input.fromId }, to: { id: input.toId }, types };
	});
}

export function unlabeledBody({ fromId, toId }: RecordIds): object {
	return { from: { id: fromId }, to: { id: toId } };
}

function settleCreated(
	inputs: readonly AssociationInput[],
	answer: Answer,
	read: (result: JsonObject) => DirectedResult<Association> | undefined,
	forward?: string,
): Array<Outcome<Association>> {
	const results = resultsOf(answer)
		.map(read)
		.filter((result) => result !== undefined);
	const errors = errorsOf(answer).map((error) => rejectionOfInput(error, answer.status));
	return settleInputs(
		inputs,
		resultFinder(inputs, results, forward),
		blameAssociations(inputs, errors),
	);
}

function forwardSignature(pair: ObjectPair): string | undefined {
	const from = typeIdOf(pair.from);
	const to = typeIdOf(pair.to);
	return from && to ? `${from}>${to}` : undefined;
}

function labeledResult(result: JsonObject): DirectedResult<Association> | undefined {
	const fromObjectId = idOf(result.fromObjectId);
	const toObjectId = idOf(result.toObjectId);
	if (fromObjectId === undefined || toObjectId === undefined) return undefined;
	const fromObjectTypeId = textOf(result.fromObjectTypeId) ?? '';
	const toObjectTypeId = textOf(result.toObjectTypeId) ?? '';
	const labels = namesIn(result.labels);
	return {
		fromId: fromObjectId,
		toId: toObjectId,
		signature: `${fromObjectTypeId}>${toObjectTypeId}`,
		value: { fromObjectTypeId, fromObjectId, toObjectTypeId, toObjectId, labels },
	};
}

/** The unlabeled type has no name. A list without it is kept as it is: filter would make it larger. */
function namesIn(labels: unknown): string[] {
	if (!Array.isArray(labels)) return [];
	return labels.includes(null) ? labels.filter((label) => label !== null) : labels;
}

function unlabeledResult(
	result: JsonObject,
	pair: ObjectPair,
): DirectedResult<Association> | undefined {
	const fromObjectId = isObject(result.from) ? idOf(result.from.id) : undefined;
	const toObjectId = isObject(result.to) ? idOf(result.to.id) : undefined;
	if (fromObjectId === undefined || toObjectId === undefined) return undefined;
	const spec = isObject(result.associationSpec) ? result.associationSpec : {};
	return {
		fromId: fromObjectId,
		toId: toObjectId,
		signature: `${String(spec.associationCategory)}:${String(spec.associationTypeId)}`,
		value: {
			fromObjectTypeId: typeIdOf(pair.from) ?? pair.from.spelling,
			fromObjectId,
			toObjectTypeId: typeIdOf(pair.to) ?? pair.to.spelling,
			toObjectId,
			labels: [],
		},
	};
}
