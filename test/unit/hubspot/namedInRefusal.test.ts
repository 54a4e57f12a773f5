import { ownReason } from '../../../nodes/HubSpotAssociations/hubspot/api/blame';
import { rejectionOf } from '../../../nodes/HubSpotAssociations/hubspot/api/rejection';
import {
	createAssociationsCall,
	type AssociationInput,
} from '../../../nodes/HubSpotAssociations/hubspot/associations/associations';
import { readAssociationsCall } from '../../../nodes/HubSpotAssociations/hubspot/associations/readAssociations';
import { answer } from '../batching/support/answers';
import { objectPair, recordIds } from '../batching/support/scenario';

/** What recorded refusals of whole batches name, and in which forms. */

const GENERAL = 'One or more associations are invalid';

const failureOf = (body: object) =>
	rejectionOf(answer(400, { category: 'VALIDATION_ERROR', message: GENERAL, ...body }), 9).failure;

const invalidIds = (...INVALID_OBJECT_IDS: string[]) =>
	failureOf({ context: { INVALID_OBJECT_IDS } });

function blamed(body: object, keys: string[], pair = objectPair('contacts', 'companies')) {
	const inputs = keys.map((key): AssociationInput => {
		const [ids, typeId] = key.split(' ');
		const types = typeId ? [{ category: 'USER_DEFINED', typeId: Number(typeId) } as const] : [];
		return { pair, ...recordIds(ids), types };
	});
	return createAssociationsCall('2026-03', pair).blamed(inputs, failureOf(body));
}

describe('records', () => {
	const context = (...INVALID_OBJECT_IDS: string[]) => ({ context: { INVALID_OBJECT_IDS } });

	it.each([
		['on the side of their object', context('COMPANY=1 is not valid'), [1]],
		['on both sides', context('CONTACT=1 is not valid', 'COMPANY=9 is not valid'), [0, 2]],
		[
			'beside their ids',
			{ context: { ...context('CONTACT=2 is not valid').context, objectId: ['2'] } },
			[1],
		],
		['that are not in the batch', context('CONTACT=77 is not valid'), []],
	])('%s', (_, body, positions) => {
		expect(blamed(body, ['1>5', '2>1', '3>9']).sort()).toEqual(positions);
	});

	it('on either side between records of one object', () => {
		const body = context('CONTACT=1 is not valid');
		const pair = objectPair('contacts', 'contacts');
		expect(blamed(body, ['1>5', '2>1', '3>9'], pair).sort()).toEqual([0, 1]);
	});

	it('of reads', () => {
		const pair = objectPair('contacts', 'companies');
		const inputs = ['1', '2', '3'].map((fromId) => ({ fromId }));
		const call = readAssociationsCall('2026-03', pair);
		expect(call.blamed(inputs, invalidIds('CONTACT=2 is not valid'))).toEqual([1]);
		expect(call.blamed(inputs, failureOf({ message: 'No contact with ID 3 exists' }))).toEqual([2]);
	});
});

describe('association types', () => {
	const rows = ['1>5 3', '2>1 36', '3>9 3'];

	it.each([
		['USER_DEFINED=3 is not a valid association definition id', [0, 2]],
		['HUBSPOT_DEFINED=3 is not a valid association definition id', []],
	])('in the context: %s', (named, positions) => {
		expect(blamed({ context: { INVALID_ASSOCIATION_TYPE_ID: [named] } }, rows)).toEqual(positions);
	});

	it.each([
		['1-36 is not a valid association type between CONTACT and COMPANY', [1]],
		[
			'invalid from object type 0-1 for associations to be created. expected: 0-46. For definition 1-3',
			[0, 2],
		],
		[
			'invalid from object type 0-1 for associations to be created. expected: 0-46. For definition 0-3',
			[],
		],
	])('in the message: %s', (message, positions) => {
		expect(blamed({ message }, rows)).toEqual(positions);
	});
});

describe('the reason of one row among several', () => {
	const two = invalidIds('CONTACT=1 is not valid', 'CONTACT=12 is not valid');

	it('names its own record alone', () => {
		expect(ownReason(two, ['12', '5001'])).toMatchObject({
			message: `${GENERAL}: CONTACT=12 is not valid`,
			context: { INVALID_OBJECT_IDS: ['CONTACT=12 is not valid'] },
		});
		expect(ownReason(two, ['1', '5001']).context).toEqual({
			INVALID_OBJECT_IDS: ['CONTACT=1 is not valid'],
		});
	});

	it('keeps its own id, and what is about no record', () => {
		const context = {
			INVALID_OBJECT_IDS: ['CONTACT=1 is not valid', 'CONTACT=12 is not valid'],
			objectId: ['1', '12'],
			objectType: ['CONTACT'],
		};
		expect(ownReason(failureOf({ context }), ['12', '5001']).context).toEqual({
			INVALID_OBJECT_IDS: ['CONTACT=12 is not valid'],
			objectId: ['12'],
			objectType: ['CONTACT'],
		});
	});

	it('is the whole one where it lists no record, or this one alone', () => {
		expect(ownReason(two, ['7'])).toBe(two);
		const one = invalidIds('CONTACT=1 is not valid');
		expect(ownReason(one, ['1'])).toBe(one);
	});
});
