import type { FastifyRequest } from 'fastify';
import { ordinalType } from '../account/AssociationDefinition';
import type { BatchBody } from './answerFaults';
import { isBatch, namesOneOf, type BatchInput } from './batchBody';
import { inputError, type InputError } from './errors';
import type { FaultKind } from './faultKinds';

type RefusedInputs = Extract<FaultKind, { kind: 'refusedInputs' }>;

/** What HubSpot would say of the inputs that the fault refuses, in the forms that recorded traffic shows. */
export function refuseInputs(
	{ body }: Pick<FastifyRequest, 'body'>,
	{ ids, errorsEach = 1 }: RefusedInputs,
): InputError[] {
	if (!isBatch(body)) return [];
	return body.inputs
		.filter((input) => namesOneOf(input, ids))
		.flatMap((input) => errorsOf(input, ids).slice(0, errorsEach));
}

/** The answer with the refusals among its errors. */
export function withRefusals(body: BatchBody, refusals: readonly InputError[]): BatchBody {
	if (refusals.length === 0) return body;
	const errors = [...(body.errors ?? []), ...refusals];
	return { ...body, errors, numErrors: errors.length };
}

/** Two errors; the first is about a record that the fault names. */
function errorsOf(input: BatchInput, ids: readonly string[]): InputError[] {
	const { id, from, to, typeId } = input;
	if (typeId !== undefined) return refusedType(input, typeId);
	if (from) {
		const toIds = [to ?? []].flat().map((one) => one.id);
		const toId = toIds.find((one) => ids.includes(one)) ?? toIds[0];
		const errors = [refusedRecord('FROM', from.id), refusedRecord('TO', toId)];
		return ids.includes(from.id) ? errors : errors.reverse();
	}
	const message = `${id} is not a valid ID`;
	const context = { id: [id ?? ''] };
	const invalid = inputError(
		'VALIDATION_ERROR',
		'crm.associations.INVALID_IDENTIFIER',
		message,
		context,
	);
	return [invalid, { ...invalid, message: `${id} cannot be read` }];
}

function refusedRecord(side: 'FROM' | 'TO', id: string): InputError {
	const subCategory = `crm.associations.${side}_OBJECT_NOT_FOUND`;
	return inputError('OBJECT_NOT_FOUND', subCategory, `No record with ID ${id} exists`, {
		id: [id],
	});
}

function refusedType({ category = '' }: BatchInput, typeId: number): InputError[] {
	const type = ordinalType(category, typeId);
	const subCategory = 'crm.associations.INVALID_ASSOCIATION_TYPE';
	return ['is not a valid association type', 'cannot have a limit'].map((what) =>
		inputError('VALIDATION_ERROR', subCategory, `${type} ${what}`, { type: [type] }),
	);
}
