import fc from 'fast-check';
import {
	inputRejections,
	rejectionOf,
} from '../../../nodes/HubSpotAssociations/hubspot/api/rejection';
import { countOf } from '../../counts';
import { answer, refusal } from '../batching/support/answers';

describe('the whole answer', () => {
	it('keeps what HubSpot said and says what to do', () => {
		const body = {
			status: 'error',
			category: 'VALIDATION_ERROR',
			subCategory: 'crm.associations.INVALID_IDENTIFIER',
			message: ' abc is no ID. ',
			correlationId: 'c-1',
			context: { id: ['abc', 7], empty: [], odd: { a: 1 } },
		};
		const { failure, reach } = rejectionOf(answer(400, body), 1);
		expect(reach).toBe('batch');
		expect(failure).toEqual({
			message: 'abc is no ID',
			advice: 'Check the record ID: HubSpot does not recognize it.',
			state: 'refused',
			retryable: false,
			status: 400,
			category: 'VALIDATION_ERROR',
			subCategory: 'crm.associations.INVALID_IDENTIFIER',
			correlationId: 'c-1',
			missingScopes: undefined,
			context: { id: ['abc', '7'], empty: [], odd: [] },
		});
	});

	it.each([
		['requiredScopes', { errors: [{ context: { requiredScopes: ['a.write', 'b.read'] } }] }],
		[
			'requiredGranularScopes',
			{
				errors: [
					{ context: { requiredGranularScopes: ['a.write'] } },
					{ context: { requiredScopes: ['b.read', 'a.write'] } },
				],
			},
		],
		['the context of the body', { context: { requiredScopes: ['a.write', 'b.read'] } }],
	])('names the scopes that are missing, from %s', (_, body) => {
		const rejection = rejectionOf(
			answer(403, { category: 'MISSING_SCOPES', message: 'No scopes', ...body }),
			1,
		);
		expect(rejection).toMatchObject({
			reach: 'call',
			failure: {
				message: 'The credential is missing these scopes: a.write, b.read',
				advice: expect.stringMatching(/^Add the scopes to the service key/),
				missingScopes: ['a.write', 'b.read'],
			},
		});
	});

	it.each([
		['empty text', ''],
		['nothing', undefined],
		['null', null],
		['HTML', '<html><body>502 Bad Gateway</body></html>'],
		['a list', ['a']],
		['a message that is no text', { message: { text: 'a' } }],
		['an empty message', { message: '' }],
	])('tells the status when the body is %s', (_, body) => {
		expect(rejectionOf(answer(400, body), 1).failure.message).toBe(
			'HubSpot responded with status 400',
		);
	});

	it.each([
		[400, 'batch'],
		[401, 'run'],
		[403, 'call'],
		[404, 'call'],
		[409, 'batch'],
		[413, 'batch'],
		[429, 'run'],
		[437, 'batch'],
		[302, 'run'],
		[501, 'call'],
	])('reaches with status %i as far as the %s', (status, reach) => {
		expect(rejectionOf(refusal(status, 'No'), 5).reach).toBe(reach);
	});

	it('blames one record, not the pair, for a record that is not found', () => {
		const body = {
			category: 'OBJECT_NOT_FOUND',
			subCategory: 'crm.associations.TO_OBJECT_NOT_FOUND',
			message: 'No company with ID 5 exists',
		};
		expect(rejectionOf(answer(404, body), 5).reach).toBe('batch');
	});

	it('closes the pair when HubSpot does not know the object type', () => {
		expect(rejectionOf(refusal(400, 'Unable to infer object type from: foo'), 5).reach).toBe(
			'call',
		);
	});

	it('tells that a request never left', () => {
		const blocked = { status: 0, headers: {}, body: undefined, blocked: 'No access.' };
		expect(rejectionOf(blocked, 5)).toEqual({
			ok: false,
			reach: 'run',
			failure: { message: 'No access', state: 'notSent', retryable: false },
		});
	});

	it('gives no advice for a category that is named like a part of every object', () => {
		for (const category of ['constructor', 'toString', '__proto__']) {
			expect(
				rejectionOf(answer(400, { category, message: 'No' }), 1).failure.advice,
			).toBeUndefined();
		}
	});
});

describe('the size that HubSpot names', () => {
	it.each([
		['Batch size must be at most 100', 100],
		['The batch size of 2000 exceeds the maximum of 1,000', 1_000],
		['The batch size has to be between 1 and 500', 500],
		['Too many inputs: 2000', 1_000],
		['inputs: list exceeds the limit', 1_000],
		['The maximum number of inputs is 50 per request', 50],
	])('%s', (message, size) => {
		expect(rejectionOf(refusal(400, message), 2_000).batchMaximum).toBe(size);
	});

	it('halves when 413 names none', () => {
		expect(
			rejectionOf(answer(413, '<html>413 Request Entity Too Large</html>'), 7).batchMaximum,
		).toBe(4);
	});

	it('is no matter for one input alone', () => {
		expect(rejectionOf(answer(413), 1).batchMaximum).toBeUndefined();
	});

	it('is not read from other refusals', () => {
		expect(
			rejectionOf(refusal(400, 'No contact with ID 100 exists'), 2_000).batchMaximum,
		).toBeUndefined();
		expect(rejectionOf(refusal(403, 'Too many inputs: 5'), 2_000).batchMaximum).toBeUndefined();
	});
});

it.each([' ', '.', '\n . '])("says so itself where HubSpot's message is %j", (message) => {
	expect(rejectionOf(answer(400, { message }), 1).failure.message).toBe(
		'HubSpot responded with status 400',
	);
	expect(inputRejections(answer(207, { errors: [{ message }] }))[0].message).toBe(
		'HubSpot refused this row without giving a reason',
	);
});

describe('any JSON', () => {
	const keys = fc.constantFrom(
		'message',
		'category',
		'subCategory',
		'context',
		'errors',
		'correlationId',
		'policyName',
		'__proto__',
		'requiredScopes',
		'id',
	);
	const { json } = fc.letrec((tie) => ({
		json: fc.oneof(
			{ depthSize: 'small' },
			fc.jsonValue(),
			fc.array(tie('json'), { maxLength: 3 }),
			fc.dictionary(keys, tie('json'), { maxKeys: 6 }),
		),
	}));
	const statuses = fc.oneof(fc.integer({ min: 100, max: 599 }), fc.constantFrom(400, 403, 413));

	it('gives a failure with a message, and a smaller batch or none', () => {
		fc.assert(
			fc.property(json, statuses, fc.integer({ min: 1, max: 2_000 }), (body, status, length) => {
				const { failure, batchMaximum } = rejectionOf(answer(status, body), length);
				expect(failure.message).not.toBe('');
				expect(['string', 'undefined']).toContain(typeof failure.advice);
				if (batchMaximum === undefined) return;
				expect(batchMaximum).toBeGreaterThanOrEqual(1);
				expect(batchMaximum).toBeLessThan(length);
			}),
			{ numRuns: countOf('pureRuns') },
		);
	});

	it('gives a failure for an entry of errors', () => {
		fc.assert(
			fc.property(fc.dictionary(keys, json), (error) => {
				expect(inputRejections(answer(207, { errors: [error] }))[0]).toMatchObject({
					state: 'refused',
				});
			}),
		);
	});
});

it('says so when an input is refused without a reason', () => {
	expect(inputRejections(answer(207, { errors: [{}] }))[0].message).toBe(
		'HubSpot refused this row without giving a reason',
	);
});
