import type { Answer } from '../api/answer';
import { associationTypeKey, missingFrom } from '../model/associationTypes';
import type { BatchCall, Send } from '../api/batchCall';
import { UNPUBLISHED_MAXIMUM } from '../api/batchSizes';
import {
	pathOfCreateLimits,
	pathOfPurgeLimits,
	pathOfUpdateLimits,
	postInputs,
} from '../api/endpoints';
import { mapOutcome, type Failure, type Outcome } from '../../outcome';
import { namedBy } from '../api/blame';
import { blameLimits } from './limitBlame';
import {
	LIMITS,
	limitsByType,
	limitsIn,
	type Limit,
	type LimitInput,
	type LimitTarget,
} from './limits';
import { sendRead } from '../api/read';
import type { ObjectPair } from '../model/objectTypes';
import { inputRejections } from '../api/rejection';
import { settleInputs, settleWithoutResults } from '../api/settle';
import type { ApiVersion } from '../api/versions';

type LimitCall = BatchCall<LimitInput, Limit>;

/**
 * POST …/definitions/configurations/{from}/{to}/batch/update: sets limits that exist or do not.
 * @param send reads back
 */
export function updateLimitsCall(version: ApiVersion, pair: ObjectPair, send: Send): LimitCall {
	return {
		name: 'updateLimits',
		...settingLimits(version, pair, send, pathOfUpdateLimits(version, pair)),
	};
}

/**
 * POST …/definitions/configurations/{from}/{to}/batch/create. How HubSpot responds to a limit that
 * exists is not documented, so a request whose answer was lost is read back before it is repeated.
 * @param send reads back
 */
export function createLimitsCall(version: ApiVersion, pair: ObjectPair, send: Send): LimitCall {
	return {
		name: 'createLimits',
		mustReadBack: true,
		...settingLimits(version, pair, send, pathOfCreateLimits(version, pair)),
	};
}

/** Builds the part that setting calls share. It reads back maximums missing from results: HubSpot's OpenAPI documents make them optional. */
function settingLimits(
	version: ApiVersion,
	pair: ObjectPair,
	send: Send,
	path: string,
): Omit<LimitCall, 'name'> {
	return {
		maximum: UNPUBLISHED_MAXIMUM,
		request: (inputs) => postInputs(path, inputs.map(limitBody)),
		settle: settleLimits,
		blamed: namedBy(blameLimits),
		readBack: async (inputs) =>
			mapOutcome(await sendRead(send, version, pair, LIMITS), (limits) => {
				const held = limitsByType(limits);
				return inputs.map((input) => heldAsWanted(input, held));
			}),
	};
}

/**
 * POST …/definitions/configurations/{from}/{to}/batch/purge: removes limits. Seen in live accounts
 * to succeed where there is no limit.
 * @param send reads back
 */
export function purgeLimitsCall(
	version: ApiVersion,
	pair: ObjectPair,
	send: Send,
): BatchCall<LimitTarget, LimitTarget> {
	return {
		name: 'purgeLimits',
		maximum: UNPUBLISHED_MAXIMUM,
		request: (inputs) =>
			postInputs(
				pathOfPurgeLimits(version, pair),
				inputs.map(({ category, typeId }) => ({ category, typeId })),
			),
		settle: (inputs, answer) => settleWithoutResults(inputs, answer, blameLimits),
		blamed: namedBy(blameLimits),
		readBack: async (inputs) =>
			mapOutcome(await sendRead(send, version, pair, LIMITS), (limits) =>
				missingFrom(limits, inputs),
			),
	};
}

function limitBody({ category, typeId, maxToObjectIds }: LimitInput): object {
	return { category, typeId, maxToObjectIds };
}

function heldAsWanted(input: LimitInput, held: ReadonlyMap<string, Limit>): Limit | undefined {
	const limit = held.get(associationTypeKey(input));
	if (limit?.maxToObjectIds !== input.maxToObjectIds) return undefined;
	return { ...limit, label: limit.label ?? input.label ?? null };
}

function settleLimits(inputs: readonly LimitInput[], answer: Answer): Array<Outcome<Limit>> {
	const results = limitsByType(limitsIn(answer));
	const errors = inputRejections(answer);
	return settleInputs(inputs, (input) => heldAsWanted(input, results), {
		...blameLimits(inputs, errors),
		perhaps: otherMaximums(inputs, results),
	});
}

/** Finds limits that HubSpot returned with a maximum other than the one sent. */
function otherMaximums(
	inputs: readonly LimitInput[],
	results: ReadonlyMap<string, Limit>,
): Map<number, Failure> {
	const others = new Map<number, Failure>();
	inputs.forEach((input, index) => {
		const set = results.get(associationTypeKey(input));
		if (set === undefined || set.maxToObjectIds === input.maxToObjectIds) return;
		others.set(index, {
			message: `HubSpot responded with a maximum of ${set.maxToObjectIds} instead of ${input.maxToObjectIds}`,
			advice: 'Check the limit in HubSpot: your subscription may not allow this maximum.',
			state: 'unknown',
			retryable: false,
		});
	});
	return others;
}
