import { typeKey, type AssociationDefinition } from '../account/AssociationDefinition';
import type { Account } from '../account/Account';
import type { InputError } from '../http/errors';
import { batchAnswer, removalAnswer, type BatchOutcome } from './batch';
import { endpoint, pairOf, type Answer, type Call } from './endpoint';
import { invalidAssociationType, refuseCreate, refuseMaximum, refuseUpdate } from './limitRefusals';
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
		rate: 'exempt',
		handle: ({ account, behaviour }) => {
			const entries = account.limits.entries();
			return limitsOf(
				behaviour.listsDirectionsWithoutLimit ? entries.flatMap(withInverse(account)) : entries,
			);
		},
	}),
	endpoint({
		method: 'GET',
		root: 'definitions',
		path: PAIR,
		access: 'readPair',
		rate: 'exempt',
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
		rate: 'exempt',
		schema: LIMITS_BODY,
		maximum: 'limits',
		handle: (call) => {
			const outcome = write(call, refuseCreate, created);
			return batchAnswer(outcome, { complete: 201, nothingMade: 'CANCELED' });
		},
	}),
	endpoint<{ inputs: LimitInput[] }>({
		method: 'POST',
		root: 'definitions',
		path: `${PAIR}/batch/update`,
		access: 'writePair',
		rate: 'exempt',
		schema: LIMITS_BODY,
		maximum: 'limits',
		handle: (call) => {
			const outcome = write(call, refuseUpdate, updated);
			return batchAnswer(outcome, { complete: 200, nothingMade: 'CANCELED' });
		},
	}),
	endpoint<{ inputs: Array<{ category: string; typeId: number }> }>({
		method: 'POST',
		root: 'definitions',
		path: `${PAIR}/batch/purge`,
		access: 'writePair',
		rate: 'exempt',
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

type LimitEntry = [AssociationDefinition, number | null];

/** Adds the other direction of a limit where it has none of its own. */
function withInverse({ limits }: Account) {
	return (entry: LimitEntry): LimitEntry[] => {
		const [{ inverse }] = entry;
		return limits.get(inverse) === undefined ? [entry, [inverse, null]] : [entry];
	};
}

function limitsOf(entries: LimitEntry[]): Answer {
	return {
		status: 200,
		body: { results: entries.map(([definition, maximum]) => created(definition, maximum)) },
	};
}

function created(definition: AssociationDefinition, maximum: number | null): object {
	return { ...updated(definition, maximum), label: definition.label };
}

/** HubSpot's OpenAPI document gives the result of an update no label. */
function updated({ category, typeId }: AssociationDefinition, maximum: number | null): object {
	return { category, typeId, userEnforcedMaxToObjectIds: maximum };
}

function write(
	call: LimitsCall,
	refuse: (call: Call, definition: AssociationDefinition) => InputError | undefined,
	result: (definition: AssociationDefinition, maximum: number) => object,
): BatchOutcome {
	const { from, to } = pairOf(call);
	const pair = call.account.definitions.pair(from, to);
	const outcome: BatchOutcome = { results: [], errors: [] };
	for (const input of call.body.inputs) {
		const definition = pair.byKey.get(typeKey(input.category, input.typeId));
		const error = definition
			? (refuse(call, definition) ?? refuseMaximum(call, definition, input.maxToObjectIds))
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
