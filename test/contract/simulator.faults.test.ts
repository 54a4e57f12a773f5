import { rateLimitBody, type FaultKind } from '../../simulator';
import { simulatorForEachTest } from '../support/simulator';
import { callerOf, type Answered, type Caller } from './call';

const LABELS = '/crm/associations/2026-03/contacts/companies/labels';
const CREATE = '/crm/associations/2026-03/contacts/companies/batch/create';

function input(fromId: string) {
	return {
		from: { id: fromId },
		to: { id: '5001' },
		types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }],
	};
}

describe("the simulator's faults", () => {
	const simulator = simulatorForEachTest();
	let call: Caller;

	beforeEach(() => {
		call = callerOf(simulator);
	});
	function create(...fromIds: string[]): Promise<Answered> {
		return call('POST', CREATE, { inputs: fromIds.map(input) });
	}

	function made(): string[] {
		return simulator.account.associations('contacts', 'companies').map((one) => one.fromObjectId);
	}

	function resultIds({ body }: Answered): string[] {
		return (body as { results: Array<{ fromObjectId: number }> }).results.map((one) =>
			String(one.fromObjectId),
		);
	}

	it.each([400, 401, 403, 404, 423, 429, 437, 477, 500, 502, 503, 504, 521, 523, 524])(
		'answers status %s with a body, once, and changes nothing',
		async (status) => {
			simulator.faults.add({ fault: { kind: 'status', status } });
			const answer = await create('1001');
			expect(answer.status).toBe(status);
			expect(answer.body).toMatchObject({ status: 'error' });
			expect(made()).toEqual([]);
			expect((await create('1001')).status).toBe(201);
		},
	);

	it('answers a body and headers of the test', async () => {
		simulator.faults.add({
			fault: {
				kind: 'status',
				status: 429,
				body: rateLimitBody('DAILY'),
				headers: { 'retry-after': '7' },
			},
		});
		const answer = await create('1001');
		expect(answer.body).toMatchObject({ policyName: 'DAILY' });
		expect(answer.headers.get('retry-after')).toBe('7');
	});

	it.each([
		['lostBefore', []],
		['lostAfter', ['1001']],
	] as const)('%s cuts the connection', async (kind, expected) => {
		simulator.faults.add({ fault: { kind } });
		await expect(create('1001')).rejects.toThrow('fetch failed');
		expect(made()).toEqual(expected);
		expect(simulator.requests[0].status).toBe(0);
	});

	it.each<[FaultKind, { status: number; body: unknown; type: string | null; made: string[] }]>([
		[
			{ kind: 'html' },
			{ status: 502, body: expect.stringContaining('<html>'), type: 'text/html', made: [] },
		],
		[{ kind: 'empty' }, { status: 200, body: '', type: null, made: [] }],
		[
			{ kind: 'htmlAfter' },
			{ status: 201, body: expect.stringContaining('<html>'), type: 'text/html', made: ['1001'] },
		],
		[
			{ kind: 'emptyAfter' },
			{ status: 201, body: '', type: 'application/json; charset=utf-8', made: ['1001'] },
		],
		[
			{ kind: 'truncated' },
			{
				status: 201,
				body: expect.stringMatching(/^\{"status":"COMPLETE".*[^}]$/),
				type: 'application/json; charset=utf-8',
				made: ['1001'],
			},
		],
		[
			{ kind: 'wrongContentType' },
			{
				status: 201,
				body: expect.objectContaining({ status: 'COMPLETE' }),
				type: 'text/plain',
				made: ['1001'],
			},
		],
	])('%o spoils the answer', async (fault, expected) => {
		simulator.faults.add({ fault });
		const { status, body, headers } = await create('1001');
		expect({ status, body, type: headers.get('content-type'), made: made() }).toEqual({
			...expected,
			type: expected.type && expect.stringContaining(expected.type),
		});
	});

	it('delays', async () => {
		simulator.faults.add({ fault: { kind: 'delay', ms: 120 } });
		await create('1001');
		const [{ startedAt, endedAt }] = simulator.requests;
		expect(endedAt - startedAt).toBeGreaterThanOrEqual(119);
		expect(made()).toEqual(['1001']);
	});

	it('refuses a batch whole while it holds a guilty input', async () => {
		simulator.faults.add({ fault: { kind: 'wholeBatch400', guilty: ['1002'] } });
		expect((await create('1001', '1002')).status).toBe(400);
		expect((await create('1002')).status).toBe(400);
		expect((await create('1001')).status).toBe(201);
		expect(made()).toEqual(['1001']);
	});

	it('passes over inputs in silence', async () => {
		simulator.faults.add({ fault: { kind: 'silentNoOp', ids: ['1002'] } });
		const answer = await create('1001', '1002');
		expect([answer.status, resultIds(answer), made()]).toEqual([201, ['1001'], ['1001']]);
		expect(simulator.requests[0].body).toEqual({ inputs: [input('1001'), input('1002')] });
	});

	it.each([1, 2] as const)('refuses inputs of a batch with %i errors each', async (errorsEach) => {
		simulator.faults.add({ fault: { kind: 'refusedInputs', ids: ['1002'], errorsEach } });
		const answer = await create('1001', '1002');
		expect([answer.status, resultIds(answer), made()]).toEqual([207, ['1001'], ['1001']]);
		expect(answer.body).toMatchObject({ numErrors: errorsEach });
	});

	it('starts over with a new account', async () => {
		simulator.refill();
		await create('1001');
		expect(made()).toEqual(['1001']);
		simulator.refill();
		expect([made(), simulator.requests]).toEqual([[], []]);
	});

	it('answers in another order', async () => {
		simulator.faults.add({ fault: { kind: 'shuffled' } });
		const ids = ['1001', '1002', '1003'];
		const answered = resultIds(await create(...ids));
		expect(answered).not.toEqual(ids);
		expect([...answered].sort()).toEqual(ids);
	});

	it('puts errors into a 200, and tells them twice', async () => {
		simulator.faults.add({ fault: { kind: 'errorsIn200' } });
		const inside = await create('1001', '77');
		expect([inside.status, inside.body]).toEqual([200, expect.objectContaining({ numErrors: 1 })]);
		simulator.faults.add({ fault: { kind: 'errorsTwice' } });
		expect((await create('1001', '77')).body).toMatchObject({ numErrors: 2 });
	});

	it('answers both directions and numbers where it is told to', async () => {
		Object.assign(simulator.account.behaviour, { resultDirections: 'both', numericIds: false });
		const { body } = await create('1001');
		expect(body).toMatchObject({
			results: [
				{ fromObjectTypeId: '0-1', fromObjectId: '1001', toObjectId: '5001' },
				{ fromObjectTypeId: '0-2', fromObjectId: '5001', toObjectId: '1001' },
			],
		});
	});

	it('meets only the calls that it is for, as often as it says', async () => {
		simulator.faults.add({
			method: 'POST',
			path: /batch\/create$/,
			after: 1,
			times: 2,
			when: (body) => JSON.stringify(body).includes('1001'),
			fault: { kind: 'status', status: 500 },
		});
		const statuses = [(await call('GET', LABELS)).status, (await create('1002')).status];
		for (let round = 0; round < 4; round++) statuses.push((await create('1001')).status);
		expect(statuses).toEqual([200, 201, 201, 500, 500, 201]);
	});

	it('fails one call after the other where two faults are added, and none once they are cleared', async () => {
		simulator.faults.add({ fault: { kind: 'status', status: 500 } });
		simulator.faults.add({ fault: { kind: 'status', status: 503 } });
		simulator.faults.add({ times: Infinity, fault: { kind: 'status', status: 504 } });
		const statuses: number[] = [];
		for (let round = 0; round < 4; round++) statuses.push((await create('1001')).status);
		expect(statuses).toEqual([500, 503, 504, 504]);
		simulator.faults.clear();
		expect((await create('1001')).status).toBe(201);
	});
});
