import type { ObjectType } from '../account/ObjectType';
import { inputError, type InputError } from '../http/errors';
import type { Call } from './endpoint';

const RECORD_ID = /^\d+$/;

/** The refusals of an input's two records: none, one, or one for each, as recorded traffic shows. */
export function refuseRecords(
	call: Call,
	from: ObjectType,
	to: ObjectType,
	input: { from: { id: string }; to: { id: string } },
): InputError[] {
	const { account } = call;
	const errors: InputError[] = [];
	if (!account.records(from).has(input.from.id)) {
		errors.push(refuseRecord(from, input.from.id, 'FROM_OBJECT_NOT_FOUND'));
	}
	if (!account.records(to).has(input.to.id)) {
		errors.push(refuseRecord(to, input.to.id, 'TO_OBJECT_NOT_FOUND'));
	}
	return errors;
}

export function invalidIdentifier(id: string): InputError {
	return inputError(
		'VALIDATION_ERROR',
		'crm.associations.INVALID_IDENTIFIER',
		`${id} is not a valid ID`,
		{ id: [id] },
	);
}

export function isRecordId(id: string): boolean {
	return RECORD_ID.test(id);
}

function refuseRecord(type: ObjectType, id: string, subCategory: string): InputError {
	if (!isRecordId(id)) return invalidIdentifier(id);
	return inputError(
		'OBJECT_NOT_FOUND',
		`crm.associations.${subCategory}`,
		`No ${type.name} with ID ${id} exists`,
		{ objectType: [type.name], id: [id] },
	);
}
