import { resultsOf, type Answer } from '../api/answer';
import { idOf, isObject, textOf, type JsonObject } from '../../json';
import { namedBy } from '../api/blame';
import { blameAssociations, recordIdsOf } from './associationBlame';
import type { AssociationType } from '../model/associationTypes';
import type { BatchCall } from '../api/batchCall';
import { CREATE_ASSOCIATIONS_MAXIMUM, UNPUBLISHED_MAXIMUM } from '../api/batchSizes';
import { resultFinder, type DirectedResults } from './matchResults';
import { pathOfCreateAssociations, pathOfCreateUnlabeled, postInputs } from '../api/endpoints';
import type { Outcome } from '../../outcome';
import { keep } from '../../lists';
import { objectNames, type ObjectNames, type ObjectPair } from '../model/objectTypes';
import type { RecordIds, RecordPair } from '../model/recordPair';
import { inputRejections } from '../api/rejection';
import { settleInputs } from '../api/settle';
import type { ApiVersion } from '../api/versions';

/** One pair of records to associate; without types the association is unlabeled. */
export interface AssociationInput extends RecordPair {
	readonly types: readonly AssociationType[];
}

/**
 * An association as HubSpot returns it, with the names of its objects; ids are always strings. A type
 * alias, so that it counts as n8n's JSON.
 */
export type Association = {
	readonly fromObjectType: string;
	readonly fromObjectId: string;
	readonly toObjectType: string;
	readonly toObjectId: string;
	readonly labels: string[];
	readonly fromObjectTypeId: string;
	readonly toObjectTypeId: string;
};

type CreateCall = BatchCall<AssociationInput, Association>;

/** POST …/batch/create: associates with labels. Every input must have at least one type. */
export function createAssociationsCall(version: ApiVersion, pair: ObjectPair): CreateCall {
	const { from, to } = pair;
	const forward = from.id && to.id ? `${from.id}>${to.id}` : undefined;
	return {
		name: 'createAssociations',
		maximum: CREATE_ASSOCIATIONS_MAXIMUM,
		request: (inputs) => postInputs(pathOfCreateAssociations(version, pair), labeledBodies(inputs)),
		settle: (inputs, answer) =>
			settleCreated(inputs, answer, labeledResults(answer, pair), forward),
		blamed: namedBy(blameAssociations),
		idsOf: recordIdsOf,
	};
}

/** POST …/batch/associate/default: associates without a label, for HubSpot's own objects only. */
export function createUnlabeledCall(version: ApiVersion, pair: ObjectPair): CreateCall {
	return {
		name: 'createUnlabeled',
		maximum: UNPUBLISHED_MAXIMUM,
		request: (inputs) =>
			postInputs(pathOfCreateUnlabeled(version, pair), inputs.map(unlabeledBody)),
		settle: (inputs, answer) => settleCreated(inputs, answer, unlabeledResults(answer, pair)),
		blamed: namedBy(blameAssociations),
		idsOf: recordIdsOf,
	};
}

/** Builds inputs with labels; most rows share one list of types, which is built once. */
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
	results: DirectedResults<Association>,
	forward?: string,
): Array<Outcome<Association>> {
	const blame = blameAssociations(inputs, inputRejections(answer));
	return settleInputs(inputs, resultFinder(inputs, results, forward), blame);
}

function labeledResults(answer: Answer, pair: ObjectPair): DirectedResults<Association> {
	const signature = signatureWriter('>');
	const names = objectNames(pair);
	return readResults(
		answer,
		(result) => labeledResult(result, names),
		({ fromObjectTypeId, toObjectTypeId }) =>
			signature(textOf(fromObjectTypeId) ?? '', textOf(toObjectTypeId) ?? ''),
	);
}

function unlabeledResults(answer: Answer, pair: ObjectPair): DirectedResults<Association> {
	const signature = signatureWriter(':');
	const names = objectNames(pair);
	return readResults(
		answer,
		(result) => unlabeledResult(result, names),
		({ associationSpec }) => {
			const spec = isObject(associationSpec) ? associationSpec : {};
			return signature(String(spec.associationCategory), String(spec.associationTypeId));
		},
	);
}

/** Makes a function that writes directions. Nearly all results share one, which is written once. */
function signatureWriter(mark: string): (first: string, second: string) => string {
	let [knownFirst, knownSecond, written] = ['', '', mark];
	return (first, second) => {
		if (first !== knownFirst || second !== knownSecond) {
			[knownFirst, knownSecond, written] = [first, second, first + mark + second];
		}
		return written;
	};
}

function readResults(
	answer: Answer,
	read: (result: JsonObject) => Association | undefined,
	signatureOf: (result: JsonObject) => string,
): DirectedResults<Association> {
	const results = resultsOf(answer);
	const values = results.map(read);
	return {
		values: keep(values, (value) => value !== undefined),
		signatures: keep(results.map(signatureOf), (_, index) => values[index] !== undefined),
	};
}

function labeledResult(result: JsonObject, names: ObjectNames): Association | undefined {
	const fromObjectId = idOf(result.fromObjectId);
	const toObjectId = idOf(result.toObjectId);
	if (fromObjectId === undefined || toObjectId === undefined) return undefined;
	return {
		fromObjectType: names.fromObjectType,
		fromObjectId,
		toObjectType: names.toObjectType,
		toObjectId,
		labels: namesIn(result.labels),
		fromObjectTypeId: textOf(result.fromObjectTypeId) ?? names.fromObjectTypeId,
		toObjectTypeId: textOf(result.toObjectTypeId) ?? names.toObjectTypeId,
	};
}

/** Drops the unlabeled type, which has no name. A list without it is kept: filter would make it larger. */
function namesIn(labels: unknown): string[] {
	if (!Array.isArray(labels)) return [];
	return labels.includes(null) ? labels.filter((label) => label !== null) : labels;
}

function unlabeledResult({ from, to }: JsonObject, names: ObjectNames): Association | undefined {
	const fromObjectId = isObject(from) ? idOf(from.id) : undefined;
	const toObjectId = isObject(to) ? idOf(to.id) : undefined;
	if (fromObjectId === undefined || toObjectId === undefined) return undefined;
	const { fromObjectType, toObjectType, fromObjectTypeId, toObjectTypeId } = names;
	return {
		fromObjectType,
		fromObjectId,
		toObjectType,
		toObjectId,
		labels: [],
		fromObjectTypeId,
		toObjectTypeId,
	};
}
