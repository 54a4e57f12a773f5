import {
	createLimitsCall,
	purgeLimitsCall,
	updateLimitsCall,
} from '../../../nodes/HubSpotAssociations/hubspot/limits/limitCalls';
import type { HubSpotRequest } from '../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import type { LimitInput } from '../../../nodes/HubSpotAssociations/hubspot/limits/limits';
import {
	fail,
	invalidInput,
	succeed,
	type Outcome,
} from '../../../nodes/HubSpotAssociations/outcome';
import { answer } from '../batching/support/answers';
import { objectPair } from '../batching/support/scenario';

const PAIR = objectPair('contacts', 'deals');
const PATH = '/crm/associations/2026-03/definitions/configurations/contacts/deals';

const limit = (typeId: number, maxToObjectIds = 5, label?: string): LimitInput => ({
	pair: PAIR,
	category: 'USER_DEFINED',
	typeId,
	maxToObjectIds,
	label,
});
const held = (typeId: number, maximum?: number, label?: string) => ({
	category: 'USER_DEFINED',
	typeId,
	userEnforcedMaxToObjectIds: maximum,
	label,
});
const unread = fail(invalidInput('Not read'));

/** Answers every read with these limits; undefined: with a refusal. */
function reader(limits?: object[]) {
	const asked: HubSpotRequest[] = [];
	const send = async (request: HubSpotRequest) => {
		asked.push(request);
		return await Promise.resolve(limits ? succeed(answer(200, { results: limits })) : unread);
	};
	return { asked, send };
}

function valuesOf<Value>(outcome: Outcome<Value> | undefined) {
	return outcome?.ok ? outcome.value : outcome;
}

describe.each([
	['create', createLimitsCall, true],
	['update', updateLimitsCall, undefined],
] as const)('%s', (_, callOf, mustReadBack) => {
	it('is repeated without a look only where that comes to the same', () => {
		expect(callOf('2026-03', PAIR, reader().send).mustReadBack).toBe(mustReadBack);
	});

	it('holds what it reads back with the wanted maximum, and nothing else', async () => {
		const { asked, send } = reader([held(1, 5), held(2, 4), held(3), held(4, 5, 'Read')]);
		const inputs = [limit(1, 5, 'Own'), limit(2), limit(3), limit(4, 5, 'Own'), limit(9)];
		const value = { category: 'USER_DEFINED', maxToObjectIds: 5 };
		expect(valuesOf(await callOf('2026-03', PAIR, send).readBack?.(inputs))).toEqual([
			{ ...value, typeId: 1, label: 'Own' },
			undefined,
			undefined,
			{ ...value, typeId: 4, label: 'Read' },
			undefined,
		]);
		expect(asked).toEqual([{ method: 'GET', path: PATH }]);
	});

	it('holds nothing where the limits cannot be read', async () => {
		const call = callOf('2026-03', PAIR, reader().send);
		expect(valuesOf(await call.readBack?.([limit(1)]))).toEqual(unread);
	});

	it('leaves a limit open that HubSpot answers with another maximum', () => {
		const call = callOf('2026-03', PAIR, reader().send);
		const results = [held(1, 4), held(2, 5)];
		expect(call.settle([limit(1), limit(2)], answer(200, { results }))).toMatchObject([
			{ failure: { state: 'unknown', retryable: false } },
			{ ok: true, value: { typeId: 2, label: null } },
		]);
	});
});

it('counts on no maximum that HubSpot has not published', () => {
	const { send } = reader();
	const maxima = [createLimitsCall, updateLimitsCall, purgeLimitsCall].map(
		(callOf) => callOf('2026-03', PAIR, send).maximum,
	);
	expect(new Set(maxima).size).toBe(1);
});

describe('purge', () => {
	const call = purgeLimitsCall('2026-03', PAIR, reader().send);

	it('names types and no maximum', () => {
		expect(call.request([limit(1), limit(2)])).toEqual({
			method: 'POST',
			path: `${PATH}/batch/purge`,
			body: {
				inputs: [1, 2].map((typeId) => ({ category: 'USER_DEFINED', typeId })),
			},
		});
	});

	it('is done but for the type that an error names', () => {
		const error = { message: 'Wrong', context: { type: ['0-2'] } };
		const body = { status: 'COMPLETE', errors: [error], numErrors: 1 };
		const [one, two] = [limit(1), limit(2)];
		expect(call.settle([one, two], answer(204))).toEqual([succeed(one), succeed(two)]);
		expect(call.settle([one, two], answer(207, body))).toMatchObject([
			{ ok: true },
			{ failure: { message: 'Wrong', state: 'refused' } },
		]);
	});

	it('is done where the limit is gone, and only there', async () => {
		const { asked, send } = reader([held(1, 3), { ...held(2, 3), category: 'WORK' }]);
		const inputs = [limit(1), limit(2), limit(3)];
		const found = await purgeLimitsCall('2026-03', PAIR, send).readBack?.(inputs);
		expect(valuesOf(found)).toEqual([undefined, inputs[1], inputs[2]]);
		expect(asked).toEqual([{ method: 'GET', path: PATH }]);
	});

	it('is not done for want of a list', async () => {
		expect(valuesOf(await call.readBack?.([limit(1)]))).toEqual(unread);
	});
});
