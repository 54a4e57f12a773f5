import { errorsOf, resultsOf, textOf, type Answer } from './answer';
import {
	associationTypeKey,
	isAssociationCategory,
	type AssociationType,
} from './associationTypes';
import type { BatchCall } from './batchCall';
import { UNPUBLISHED_MAXIMUM } from './batchSizes';
import {
	pathOfAllLimits,
	pathOfCreateLimits,
	pathOfLimits,
	pathOfPurgeLimits,
	pathOfUpdateLimits,
	type HubSpotRequest,
} from './endpoints';
import { succeed, type Failure, type Outcome } from './failure';
import { blameLimits, limitsBlamedByRefusal } from './limitBlame';
import type { ObjectPair } from './objectTypes';
import { rejectionOfInput } from './rejection';
import { settleWithoutResults } from './removals';
import { settleInputs } from './settle';
import type { ApiVersion } from './versions';

/** Names the limit of one association type. */
export interface LimitTarget extends AssociationType {
	readonly pair: ObjectPair;
	/** The label as the account has it, where it was read; HubSpot's update does not answer it. */
	readonly label?: string | null;
}

/** One association limit that is wanted. */
export interface LimitInput extends LimitTarget {
	/** How many records of the second object one record of the first may have; int32, at least 1. */
	readonly maxToObjectIds: number;
}

/** An association limit as HubSpot holds it. */
export interface Limit extends AssociationType {
	readonly label: string | null;
	readonly maxToObjectIds: number;
}

type LimitCall = BatchCall<LimitInput, Limit>;
type Send = (request: HubSpotRequest) => Promise<Outcome<Answer>>;

/** POST …/definitions/configurations/{from}/{to}/batch/update: sets limits that exist or do not. */
export function updateLimitsCall(version: ApiVersion, pair: ObjectPair): LimitCall {
	return {
		name: 'updateLimits',
		maximum: UNPUBLISHED_MAXIMUM,
		request: (inputs) => limitRequest(pathOfUpdateLimits(version, pair), inputs),
		settle: settleLimits,
		blamed: limitsBlamedByRefusal,
	};
}

/**
 * POST …/definitions/configurations/{from}/{to}/batch/create. What HubSpot answers to a limit that
 * exists is not documented, so a request whose answer was lost is read back before it is repeated.
 * @param send for reading back
 */
export function createLimitsCall(version: ApiVersion, pair: ObjectPair, send: Send): LimitCall {
	return {
		name: 'createLimits',
		maximum: UNPUBLISHED_MAXIMUM,
		request: (inputs) => limitRequest(pathOfCreateLimits(version, pair), inputs),
		settle: settleLimits,
		blamed: limitsBlamedByRefusal,
		mustReadBack: true,
		readBack: async (inputs) => {
			const answer = await send(readLimitsRequest(version, pair));
			if (!answer.ok) return answer;
			const held = limitsByType(limitsIn(answer.value));
			return succeed(inputs.map((input) => heldAsWanted(input, held)));
		},
	};
}

/**
 * POST …/definitions/configurations/{from}/{to}/batch/purge: removes limits. Seen in live accounts
 * to succeed where there is no limit.
 */
export function purgeLimitsCall(
	version: ApiVersion,
	pair: ObjectPair,
): BatchCall<LimitTarget, LimitTarget> {
	return {
		name: 'purgeLimits',
		maximum: UNPUBLISHED_MAXIMUM,
		request: (inputs) => ({
			method: 'POST',
			path: pathOfPurgeLimits(version, pair),
			body: { inputs: inputs.map(({ category, typeId }) => ({ category, typeId })) },
		}),
		settle: (inputs, answer) =>
			settleWithoutResults(inputs, answer, (errors) => blameLimits(inputs, errors)),
		blamed: limitsBlamedByRefusal,
	};
}

/** GET …/definitions/configurations/{from}/{to}: the limits of one pair. */
export function readLimitsRequest(version: ApiVersion, pair: ObjectPair): HubSpotRequest {
	return { method: 'GET', path: pathOfLimits(version, pair) };
}

/**
 * GET …/definitions/configurations/all: every limit of the account. HubSpot's OpenAPI document gives
 * its results no object types.
 */
export function readAllLimitsRequest(version: ApiVersion): HubSpotRequest {
	return { method: 'GET', path: pathOfAllLimits(version) };
}

/** The limits in an answer; types without a limit of the account's own are left out. */
export function limitsIn(answer: Answer): Limit[] {
	return resultsOf(answer).flatMap((result) => {
		const { category, typeId, userEnforcedMaxToObjectIds: maximum } = result;
		if (!isAssociationCategory(category) || typeof typeId !== 'number') return [];
		if (typeof maximum !== 'number') return [];
		return [{ category, typeId, label: textOf(result.label) ?? null, maxToObjectIds: maximum }];
	});
}

export function limitsByType(limits: readonly Limit[]): Map<string, Limit> {
	return new Map(limits.map((limit) => [associationTypeKey(limit), limit]));
}

export function limitBody({ category, typeId, maxToObjectIds }: LimitInput): object {
	return { category, typeId, maxToObjectIds };
}

function limitRequest(path: string, inputs: readonly LimitInput[]): HubSpotRequest {
	return { method: 'POST', path, body: { inputs: inputs.map(limitBody) } };
}

function heldAsWanted(input: LimitInput, held: ReadonlyMap<string, Limit>): Limit | undefined {
	const limit = held.get(associationTypeKey(input));
	return limit?.maxToObjectIds === input.maxToObjectIds ? limit : undefined;
}

function settleLimits(inputs: readonly LimitInput[], answer: Answer): Array<Outcome<Limit>> {
	const results = limitsByType(limitsIn(answer));
	const errors = errorsOf(answer).map((error) => rejectionOfInput(error, answer.status));
	return settleInputs(
		inputs,
		(input) => {
			const set = heldAsWanted(input, results);
			return set && { ...set, label: set.label ?? input.label ?? null };
		},
		{ ...blameLimits(inputs, errors), perhaps: otherMaximums(inputs, results) },
	);
}

/** Limits that HubSpot answers with another maximum than the one that was asked for. */
function otherMaximums(
	inputs: readonly LimitInput[],
	results: ReadonlyMap<string, Limit>,
): Map<number, Failure> {
	const others = new Map<number, Failure>();
	inputs.forEach((input, index) => {
		const set = results.get(associationTypeKey(input));
		if (set === undefined || set.maxToObjectIds === input.maxToObjectIds) return;
		others.set(index, {
			message: `HubSpot answered with a maximum of ${set.maxToObjectIds} instead of ${input.maxToObjectIds}`,
			advice: 'Look the limit up in HubSpot: the subscription may not allow the maximum.',
			reach: 'input',
			state: 'unknown',
			retryable: false,
		});
	});
	return others;
}
