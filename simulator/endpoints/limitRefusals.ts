import { ordinalType, type AssociationDefinition } from '../account/AssociationDefinition';
import type { ObjectType } from '../account/ObjectType';
import { inputError, type InputError } from '../http/errors';
import type { Call } from './endpoint';

export function refuseCreate(call: Call, definition: AssociationDefinition) {
	const { limitCreateOverExisting } = call.behaviour;
	const present = call.account.limits.get(definition);
	if (present === undefined || limitCreateOverExisting === 'overwrite') return undefined;
	return limitError(definition, 'LIMIT_ALREADY_EXISTS', `already has a limit of ${present}`);
}

export function refuseUpdate(call: Call, definition: AssociationDefinition) {
	const { limitUpdateWithoutLimit } = call.behaviour;
	if (call.account.limits.get(definition) !== undefined || limitUpdateWithoutLimit === 'create') {
		return undefined;
	}
	return limitError(definition, 'LIMIT_NOT_FOUND', 'has no limit');
}

export function refuseMaximum(call: Call, definition: AssociationDefinition, maximum: number) {
	const { largestLimit } = call.behaviour;
	if (maximum < 1 || maximum > largestLimit) {
		const text = `cannot have a limit of ${maximum}: it must be between 1 and ${largestLimit}`;
		return limitError(definition, 'INVALID_LIMIT', text);
	}
	const other = call.account.limits.conflictOf(definition, maximum);
	if (!other) return undefined;
	const text = `cannot have a limit of ${maximum}: a label limit must not exceed the object limit, and ${other.definition.category} ${other.definition.typeId} has ${other.maximum}`;
	return limitError(definition, 'LABEL_LIMIT_EXCEEDS_OBJECT_LIMIT', text);
}

/** Wording and subcategories of these are the simulator's own: no recorded traffic shows HubSpot's. */
function limitError(
	{ category, typeId }: AssociationDefinition,
	subCategory: string,
	text: string,
): InputError {
	const type = ordinalType(category, typeId);
	return inputError('VALIDATION_ERROR', `crm.associations.${subCategory}`, `${type} ${text}`, {
		type: [type],
	});
}

/** As recorded traffic shows it. */
export function invalidAssociationType(
	category: string,
	typeId: number,
	from: ObjectType,
	to: ObjectType,
): InputError {
	const type = ordinalType(category, typeId);
	const [fromObjectType, toObjectType] = [from.name.toUpperCase(), to.name.toUpperCase()];
	return inputError(
		'VALIDATION_ERROR',
		'crm.associations.INVALID_ASSOCIATION_TYPE',
		`${type} is not a valid association type between ${fromObjectType} and ${toObjectType}`,
		{ type: [type], fromObjectType: [fromObjectType], toObjectType: [toObjectType] },
	);
}
