import { ratePolicyOf, reachOf } from '../../../nodes/HubSpotAssociations/hubspot/api/reach';
import { rejectionOf } from '../../../nodes/HubSpotAssociations/hubspot/api/rejection';
import { answer } from '../batching/support/answers';

describe('how far a refusal reaches', () => {
	const reachOfBody = (status: number, body: unknown) => {
		const message = typeof body === 'object' ? (body as { message?: string }).message : undefined;
		return reachOf(answer(status, body), message ?? 'HubSpot responded');
	};
	const category = 'VALIDATION_ERROR';

	it.each([
		[400, { category, message: "Missing 'Edit Associations' permission." }, 'call'],
		[400, { category, message: "The field 'a' is Missing 'b' permission" }, 'batch'],
		[400, { category, message: 'Invalid input JSON on line 1, column 3: …' }, 'call'],
		[400, { message: 'Unable to infer object type from: credentialing_2_0' }, 'call'],
		[400, { message: 'internal error' }, 'everyInput'],
		[400, '', 'batch'],
		[400, '{"status":"err', 'batch'],
		[400, { subCategory: 'crm.associations.OTHER', message: 'No' }, 'batch'],
		[400, { context: { id: ['5'] }, message: 'No' }, 'batch'],
		[437, { message: 'No' }, 'batch'],
		[404, '<html>Not found</html>', 'run'],
		[404, '', 'call'],
		[404, { message: 'No' }, 'call'],
		[403, '<html>Forbidden</html>', 'call'],
	])('%i %j: the %s', (status, body, reach) => {
		expect(reachOfBody(status, body)).toBe(reach);
	});
});

describe('what to do where HubSpot names no code', () => {
	const adviceOn = (status: number, body: unknown) =>
		rejectionOf(answer(status, body), 1).failure.advice;

	it.each([
		[404, '<html>Not found</html>', /^Check 'Base URL' in the credential and 'API Version'/],
		[404, '', /^Check 'Base URL' in the credential and 'API Version'/],
		[404, { message: 'No' }, undefined],
		[403, { message: 'Missing required scope for: view_schema' }, /^Check the scopes of/],
		[400, { message: "Missing 'Edit Associations' permission." }, /^Ask a super admin/],
		[
			400,
			{ message: 'Association definition named champion already exists for portal' },
			/'Internal Name'/,
		],
		[400, { message: 'Unable to find objectTypeIds' }, /^The label may already be deleted/],
		[
			400,
			{
				message: 'Association definition label Champion already exists on ObjectType pair',
				subCategory: 'AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL',
			},
			/^Use the label that the two objects already have/,
		],
	])('%i %j', (status, body, advice) => {
		if (advice === undefined) expect(adviceOn(status, body)).toBeUndefined();
		else expect(adviceOn(status, body)).toMatch(advice);
	});
});

describe('the reason behind a general message', () => {
	const messageOf = (body: object) => rejectionOf(answer(400, body), 1).failure.message;
	const general = 'One or more associations are invalid';

	it.each([
		[
			{
				message: general,
				context: { INVALID_OBJECT_IDS: ['DEAL=5 is not valid'], objectId: ['5'] },
			},
			`${general}: DEAL=5 is not valid`,
		],
		[{ message: general, context: { objectId: ['5', '6'] } }, `${general}: objectId 5; objectId 6`],
		[{ message: general, errors: [{ message: 'Too old.' }] }, `${general}: Too old`],
		[{ message: general }, general],
		[
			{ message: 'Some required fields were not set: [label]', context: { name: ['a b'] } },
			'Some required fields were not set: [label]',
		],
		[
			{ message: 'Some required fields were not set', context: { properties: ['label'] } },
			'Some required fields were not set: properties label',
		],
		[
			{ message: 'No contact with ID 5 exists', context: { id: ['5 6'] } },
			'No contact with ID 5 exists',
		],
	])('is in the message: %j', (body, message) => {
		expect(messageOf(body)).toBe(message);
	});

	it('is no longer than a person reads', () => {
		const INVALID_OBJECT_IDS = ['1', '2', '3', '4'].map((id) => `DEAL=${id} is not valid`);
		expect(messageOf({ message: general, context: { INVALID_OBJECT_IDS } })).toBe(
			`${general}: DEAL=1 is not valid; DEAL=2 is not valid; DEAL=3 is not valid`,
		);
	});
});

describe('the limit that a 429 is about', () => {
	it.each([
		[{ policyName: 'DAILY' }, 'DAILY'],
		[{ message: 'You have reached your daily limit.' }, 'DAILY'],
		[{ policyName: 'SECONDLY' }, 'SECONDLY'],
		[{ message: 'You have reached your secondly limit.' }, 'SECONDLY'],
		[{ message: 'You have reached your ten_secondly_rolling limit.' }, 'ROLLING'],
		[
			{ policyName: 'TEN_SECONDLY_ROLLING', message: 'You have reached your daily limit.' },
			'ROLLING',
		],
		['', 'ROLLING'],
	])('%j: %s', (body, policy) => {
		expect(ratePolicyOf(answer(429, body))).toBe(policy);
		expect(ratePolicyOf(answer(400, body))).toBeUndefined();
	});
});
