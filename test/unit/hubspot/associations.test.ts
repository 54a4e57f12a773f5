import type { Answer } from '../../../nodes/HubSpotAssociations/hubspot/api/answer';
import {
	createAssociationsCall,
	createUnlabeledCall,
	type AssociationInput,
} from '../../../nodes/HubSpotAssociations/hubspot/associations/associations';
import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { answer } from '../batching/support/answers';
import { objectPair, recordIds } from '../batching/support/scenario';
import { CONTACTS_TO_COMPANIES } from '../../engine/support/objectNames';

const PAIR = objectPair('contacts', 'companies');
const CUSTOM = objectPair('contacts', 'p1_car');
const TYPES = [{ category: 'USER_DEFINED', typeId: 12 }] as const;

/** Inputs such as '1>2'. */
function inputs(...keys: string[]): AssociationInput[] {
	return keys.map((key) => ({ pair: PAIR, ...recordIds(key), types: TYPES }));
}

/** Labeled results such as '0-1:1>0-2:2'. */
function labeled(...results: string[]): Answer {
	return answer(201, {
		results: results.map((result) => {
			const [fromObjectTypeId, fromObjectId, toObjectTypeId, toObjectId] = result.split(/[:>]/);
			return {
				fromObjectTypeId,
				fromObjectId,
				toObjectTypeId,
				toObjectId,
				labels: ['Buyer', null],
			};
		}),
	});
}

/** Unlabeled results such as '279:1>2'. */
function unlabeled(...results: string[]): Answer {
	return answer(200, {
		results: results.map((result) => {
			const [associationTypeId, from, to] = result.split(/[:>]/);
			const associationSpec = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId };
			return { from: { id: from }, to: { id: to }, associationSpec };
		}),
	});
}

const labeledCall = createAssociationsCall('2026-03', PAIR);
const unlabeledCall = createUnlabeledCall('2026-03', PAIR);
const customCall = createAssociationsCall('2026-03', CUSTOM);

function done(call: typeof labeledCall, keys: string[], given: Answer): boolean[] {
	return call.settle(inputs(...keys), given).map(({ ok }) => ok);
}

describe('results in both directions', () => {
	const mirrored = ['1>2', '2>1'];

	it('do not pass contact 1 → company 2 for contact 2 → company 1', () => {
		expect(done(labeledCall, mirrored, labeled('0-1:1>0-2:2', '0-2:2>0-1:1'))).toEqual([
			true,
			false,
		]);
		expect(done(labeledCall, mirrored, labeled('0-2:1>0-1:2', '0-1:2>0-2:1'))).toEqual([
			false,
			true,
		]);
	});

	it('are told apart by another input where the object types are not known', () => {
		const given = labeled('0-1:1>2-9:2', '2-9:2>0-1:1', '0-1:3>2-9:4', '2-9:4>0-1:3');
		expect(done(customCall, [...mirrored, '3>4'], given)).toEqual([true, false, true]);
	});

	it('are told apart by another input where they are unlabeled', () => {
		const given = unlabeled('279:1>2', '280:2>1', '280:4>3', '279:3>4');
		expect(done(unlabeledCall, [...mirrored, '3>4'], given)).toEqual([true, false, true]);
	});

	it('leave both rows unconfirmed where nothing tells them apart', () => {
		expect(done(unlabeledCall, mirrored, unlabeled('279:1>2', '280:2>1'))).toEqual([false, false]);
	});

	it('confirm both where both were made', () => {
		const given = unlabeled('279:1>2', '280:2>1', '279:2>1', '280:1>2');
		expect(done(unlabeledCall, mirrored, given)).toEqual([true, true]);
	});
});

it('matches by ids and not by order', () => {
	const given = labeled('0-1:5>0-2:6', '0-1:1>0-2:2', '0-1:3>0-2:4');
	const settled = labeledCall.settle(inputs('1>2', '3>4', '5>6'), given);
	expect(settled.map((outcome) => outcome.ok && outcome.value.fromObjectId)).toEqual([
		'1',
		'3',
		'5',
	]);
});

it('gives ids as text, and labels without the null of the unlabeled type', () => {
	const body = {
		results: [
			{
				fromObjectTypeId: '0-1',
				fromObjectId: 1,
				toObjectTypeId: '0-2',
				toObjectId: 2,
				labels: [null],
			},
		],
	};
	expect(labeledCall.settle(inputs('1>2'), answer(200, body))).toEqual([
		{
			ok: true,
			value: {
				...CONTACTS_TO_COMPANIES,
				fromObjectId: '1',
				toObjectId: '2',
				labels: [],
			},
		},
	]);
});

it.each([
	['an empty body', ''],
	['no results', { status: 'COMPLETE' }],
	['results that are no list', { results: { a: 1 } }],
	['results of nothing', { results: [null, 7, {}, { fromObjectId: '1' }] }],
	[
		'another row',
		{
			results: [
				{ fromObjectTypeId: '0-1', fromObjectId: '9', toObjectTypeId: '0-2', toObjectId: '2' },
			],
		},
	],
])('does not take %s for success', (_, body) => {
	expect(labeledCall.settle(inputs('1>2'), answer(201, body))).toMatchObject([
		{
			ok: false,
			failure: {
				message: "HubSpot's response did not include this row",
			},
		},
	]);
});

it('gives both reasons for a row with two wrong ids', () => {
	const error = (side: string, id: string, name: string) => ({
		category: 'OBJECT_NOT_FOUND',
		subCategory: `crm.associations.${side}_OBJECT_NOT_FOUND`,
		message: `No ${name} with ID ${id} exists`,
		context: { objectType: [name], id: [id] },
	});
	const body = {
		results: [],
		errors: [error('FROM', '1', 'contact'), error('TO', '2', 'company')],
	};
	expect(labeledCall.settle(inputs('1>2'), answer(207, body))).toMatchObject([
		{ failure: { message: 'No contact with ID 1 exists; No company with ID 2 exists' } },
	]);
});

it('keeps a result when an error names a record that several rows hold', () => {
	const body = {
		results: [
			{ fromObjectTypeId: '0-1', fromObjectId: '1', toObjectTypeId: '0-2', toObjectId: '2' },
		],
		errors: [{ message: 'The limit is reached', context: { fromObjectId: ['1'] } }],
	};
	expect(done(labeledCall, ['1>2', '1>3'], answer(207, body))).toEqual([true, false]);
});

it('tells the reasons that it cannot place', () => {
	const body = { errors: [{ message: 'One.' }, { message: 'Two' }, { message: 'One' }] };
	const [outcome] = labeledCall.settle(inputs('1>2', '3>4'), answer(207, body));
	expect(outcome).toMatchObject({
		failure: { message: 'HubSpot refused rows of this batch without naming them: One; Two' },
	});
});

describe('the requests', () => {
	it.each(API_VERSIONS)("are those of HubSpot's OpenAPI document (%s)", (version) => {
		const root = version === 'v4' ? '/crm/v4/associations' : `/crm/associations/${version}`;
		expect(createAssociationsCall(version, PAIR).request(inputs('1>2'))).toEqual({
			method: 'POST',
			path: `${root}/contacts/companies/batch/create`,
			body: {
				inputs: [
					{
						from: { id: '1' },
						to: { id: '2' },
						types: [{ associationCategory: 'USER_DEFINED', associationTypeId: 12 }],
					},
				],
			},
		});
		expect(createUnlabeledCall(version, PAIR).request(inputs('1>2'))).toEqual({
			method: 'POST',
			path: `${root}/contacts/companies/batch/associate/default`,
			body: { inputs: [{ from: { id: '1' }, to: { id: '2' } }] },
		});
	});
});
