import { ordinalType, typeKey, type AssociationDefinition } from '../account/AssociationDefinition';
import type { PairDefinitions } from '../account/AssociationDefinitions';
import type { ObjectType } from '../account/ObjectType';
import { inputError, type InputError } from '../http/errors';
import { batchAnswer, removalAnswer, type BatchOutcome } from './batch';
import { endpoint, pairOf, type Answer, type Call } from './endpoint';
import { LIMITS_BODY, PURGE_BODY } from './schemas';

interface LimitInput {
	category: string;
	typeId: number;
	maxToObjectIds: number;
}
type LimitsCall = Call<{ inputs: LimitInput[] }>;

const PAIR = '/definitions/configurations/:from/:to';

export const limitEndpoints = [
	endpoint({
		method: 'GET',
		root: 'definitions',
		path: '/definitions/configurations/all',
		access: 'token',
		handle: ({ account }) => limitsOf(account.limits.entries()),
	}),
	endpoint({
		method: 'GET',
		root: 'definitions',
		path: PAIR,
		access: 'readPair',
		handle: (call) => {
			const { from, to } = pairOf(call);
			const entries = call.account.limits.entries();
			return limitsOf(entries.filter(([one]) => one.from === from && one.to === to));
		},
	}),
	endpoint<{ inputs: LimitInput[] }>({
		method: 'POST',
		root: 'definitions',
		path: `${PAIR}/batch/create`,
		access: 'writePair',
		schema: LIMITS_BODY,
		maximum: 'limits',
		handle: (call) => {
			const outcome = write(call, (definition) => refuseCreate(call, definition), created);
			return batchAnswer(outcome, { complete: 201, nothingMade: 'CANCELED' });
		},
	}),
	endpoint<{ inputs: LimitInput[] }>({
		method: 'POST',
		root: 'definitions',
		path: `${PAIR}/batch/update`,
		access: 'writePair',
		schema: LIMITS_BODY,
		maximum: 'limits',
		handle: (call) => {
			const outcome = write(call, (definition) => refuseUpdate(call, definition), updated);
			return batchAnswer(outcome, { complete: 200, nothingMade: 'CANCELED' });
		},
	}),
	endpoint<{ inputs: Array<{ category: string; typeId: number }> }>({
		method: 'POST',
		root: 'definitions',
		path: `${PAIR}/batch/purge`,
		access: 'writePair',
		schema: PURGE_BODY,
		maximum: 'limits',
		handle: (call) => {
			const { from, to } = pairOf(call);
			const { byKey } = call.account.definitions.pair(from, to);
			for (const { category, typeId } of call.body.inputs) {
				const definition = byKey.get(typeKey(category, typeId));
				if (definition) call.account.limits.delete(definition);
			}
			return removalAnswer(call);
		},
	}),
];

/** JSON leaves it out. */
const NO_MAXIMUM = { userEnforcedMaxToObjectIds: undefined };

function limitsOf(entries: Array<[AssociationDefinition, number]>): Answer {
	return {
		status: 200,
		body: { results: entries.map(([definition, maximum]) => created(definition, maximum)) },
	};
}

function created(definition: AssociationDefinition, maximum: number): object {
	return { ...updated(definition, maximum), label: definition.label };
}

/** HubSpot's OpenAPI document gives the result of an update no label. */
function updated({ category, typeId }: AssociationDefinition, maximum: number): object {
	return { category, typeId, userEnforcedMaxToObjectIds: maximum };
}

function write(
	call: LimitsCall,
	refuse: (definition: AssociationDefinition) => InputError | undefined,
	result: (definition: AssociationDefinition, maximum: number) => object,
): BatchOutcome {
	const { from, to } = pairOf(call);
	const pair = call.account.definitions.pair(from, to);
	const outcome: BatchOutcome = { results: [], errors: [] };
	for (const input of call.body.inputs) {
		const definition = pair.byKey.get(typeKey(input.category, input.typeId));
		const error = definition
			? (refuse(definition) ?? refuseMaximum(call, definition, input.maxToObjectIds))
			: invalidAssociationType(input.category, input.typeId, from, to);
		if (error || !definition) {
			if (error) outcome.errors.push(error);
			continue;
		}
		call.account.limits.set(definition, input.maxToObjectIds);
		const set = result(definition, input.maxToObjectIds);
		const { limitResultsNameMaximum } = call.behaviour;
		outcome.results.push(limitResultsNameMaximum ? set : { ...set, ...NO_MAXIMUM });
	}
	return outcome;
}

function refuseCreate(call: LimitsCall, definition: AssociationDefinition) {
	const { limitCreateOverExisting } = call.behaviour;
	const present = call.account.limits.get(definition);
	if (present === undefined || limitCreateOverExisting === 'overwrite') return undefined;
	return limitError(definition, 'LIMIT_ALREADY_EXISTS', `already has a limit of ${present}`);
}

function refuseUpdate(call: LimitsCall, definition: AssociationDefinition) {
	const { limitUpdateWithoutLimit } = call.behaviour;
	if (call.account.limits.get(definition) !== undefined || limitUpdateWithoutLimit === 'create') {
		return undefined;
	}
	return limitError(definition, 'LIMIT_NOT_FOUND', 'has no limit');
}

function refuseMaximum(call: LimitsCall, definition: AssociationDefinition, maximum: number) {
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
	{ category, typeId }: PairDefinitions['unlabeled'],
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
