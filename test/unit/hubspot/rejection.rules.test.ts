import {
	inputRejections,
	rejectionOf,
} from '../../../nodes/HubSpotAssociations/hubspot/api/rejection';
import { answer, refusal } from '../batching/support/answers';

const rejectionOfInput = (error: object) => inputRejections(answer(207, { errors: [error] }))[0];

describe('what to do', () => {
	const adviceOn = (body: object, status = 400) =>
		rejectionOf(answer(status, body), 1).failure.advice;

	it.each([
		['crm.associations.FROM_OBJECT_NOT_FOUND', /^Check 'From Record ID': /],
		['crm.associations.TO_OBJECT_NOT_FOUND', /^Check 'To Record ID': /],
		['crm.associations.INVALID_ASSOCIATION_TYPE', /^Pick the label from the list: /],
		['crm.associations.INVALID_IDENTIFIER', /^Check the record ID: /],
	])('follows from the sub-category %s before the category', (subCategory, advice) => {
		const body = { category: 'MISSING_SCOPES', subCategory, message: 'No' };
		expect(adviceOn(body)).toMatch(advice);
	});

	it.each([
		['MISSING_SCOPES', /^Add the scopes /],
		[
			'INVALID_AUTHENTICATION',
			/^HubSpot does not accept this 'Access Token'\. Copy the whole token /,
		],
		['EXPIRED_AUTHENTICATION', /With OAuth2, reconnect the credential\.$/],
	])('follows from the category %s', (category, advice) => {
		expect(adviceOn({ category, subCategory: 'crm.OTHER', message: 'No' })).toMatch(advice);
	});

	it.each([
		{ message: 'This exceeds the association limit' },
		{ message: 'The limit of 5 records was reached' },
		{ message: 'LIMIT EXCEEDED' },
		{ message: 'No', subCategory: 'crm.associations.LIMIT_HAS_BEEN_EXCEEDED' },
	])('is to make room where a limit is reached: %j', (body) => {
		expect(adviceOn(body)).toMatch(/^Remove associations .* operation of 'Association Limit'/);
	});

	it.each([{ message: 'Limit not found' }, { message: 'Reached the end' }, { message: 'No' }])(
		'is not known from other words: %j',
		(body) => {
			expect(adviceOn(body)).toBeUndefined();
		},
	);
});

describe('what an answer leaves open', () => {
	it.each([
		[400, 'refused', false],
		[499, 'refused', false],
		[500, 'unknown', true],
		[503, 'unknown', true],
	])('after status %i the row is %s', (status, state, retryable) => {
		expect(rejectionOf(refusal(status, 'No'), 5).failure).toMatchObject({ state, retryable });
	});

	it('is nothing of an input that an entry of errors names', () => {
		expect(rejectionOfInput({ message: 'No' })).toMatchObject({
			state: 'refused',
			retryable: false,
			status: 207,
		});
	});
});

it.each([
	[403, 'crm.associations.FROM_OBJECT_NOT_FOUND', 'call'],
	[404, 'crm.associations.FROM_OBJECT_NOT_FOUND', 'batch'],
	[404, 'crm.associations.FROM_OBJECT_NOT_FOUND_IN_PATH', 'call'],
	[404, 'crm.associations.OBJECT_NOT_FOUND', 'call'],
	[500, 'crm.associations.OTHER', 'call'],
])('a %i with %s reaches as far as the %s', (status, subCategory, reach) => {
	expect(rejectionOf(answer(status, { subCategory, message: 'No' }), 5).reach).toBe(reach);
});

it.each([
	['Batch size must be at most 10,000', 15_000, 10_000],
	['Send at most 1,000,000 inputs: batch size', 1_500_000, 1_000_000],
	['The batch size may be 1,000 at most', 15_000, 1_000],
	['The batch you sent is too large', 10, 5],
	['Too many inputs: 0 are allowed', 10, 5],
	['Too many inputs', 2, 1],
])('%s, of %i inputs: %i', (message, batchLength, size) => {
	expect(rejectionOf(refusal(400, message), batchLength).batchMaximum).toBe(size);
});

it('leaves out the full stop at the end of a message alone', () => {
	expect(rejectionOf(refusal(400, 'No. 5 is no ID.'), 1).failure.message).toBe('No. 5 is no ID');
});

it('names no more scopes than a person can add one by one', () => {
	const requiredScopes = Array.from({ length: 30 }, (_, index) => `scope.${index}`);
	const { missingScopes } = rejectionOf(answer(403, { context: { requiredScopes } }), 1).failure;
	expect(missingScopes).toEqual(requiredScopes.slice(0, 20));
});

it('reads a context with single values, and none that is empty', () => {
	expect(rejectionOfInput({ context: { id: 7, type: '0-5' } }).context).toEqual({
		id: ['7'],
		type: ['0-5'],
	});
	expect(rejectionOfInput({ context: {} }).context).toBeUndefined();
});

it.each([301, 302, 303, 307, 308])('ends the run at a redirect, %i', (status) => {
	expect(rejectionOf(answer(status, '<html>'), 5)).toMatchObject({
		reach: 'run',
		failure: {
			message: expect.stringContaining(`redirects to another one (status ${status})`),
			advice: expect.stringContaining("'Base URL'"),
			state: 'refused',
			retryable: false,
		},
	});
});
