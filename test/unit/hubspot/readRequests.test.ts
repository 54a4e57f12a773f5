import {
	header,
	isSuccess,
	resultsOf,
} from '../../../nodes/HubSpotAssociations/hubspot/api/answer';
import { readAssociationsCall } from '../../../nodes/HubSpotAssociations/hubspot/associations/readAssociations';
import {
	readRecordsCall,
	recordsIn,
} from '../../../nodes/HubSpotAssociations/hubspot/records/records';
import { searchRecordsRequest } from '../../../nodes/HubSpotAssociations/hubspot/records/searchRecords';
import { invalidInput, succeed } from '../../../nodes/HubSpotAssociations/outcome';
import { answer } from '../batching/support/answers';
import { objectPair } from '../batching/support/scenario';

const PAIR = objectPair('contacts', 'companies');
const NAMED = { type: PAIR.from, property: 'code' };

describe('an answer', () => {
	it('is a success from 200 to 299', () => {
		const statuses = [0, 199, 200, 204, 299, 300, 400];
		expect(statuses.filter((status) => isSuccess(answer(status)))).toEqual([200, 204, 299]);
	});

	it('has headers by their names in lower case, as text', () => {
		const headers = { 'retry-after': 7, 'x-empty': '', 'x-list': ['a'], 'x-text': 'b' };
		const given = ['Retry-After', 'X-Empty', 'x-list', 'X-TEXT', 'x-absent'];
		expect(given.map((name) => header(answer(200, '', headers), name))).toEqual([
			'7',
			undefined,
			undefined,
			'b',
			undefined,
		]);
	});

	it('without a body has no results', () => {
		expect(resultsOf(answer(200))).toEqual([]);
	});
});

describe('reading associations', () => {
	const call = readAssociationsCall('2026-03', PAIR);

	it('asks for the page of each record', () => {
		expect(call.request([{ fromId: '1' }, { fromId: '2', after: '9' }])).toEqual({
			method: 'POST',
			path: '/crm/associations/2026-03/contacts/companies/batch/read',
			isBatchRead: true,
			body: { inputs: [{ id: '1' }, { id: '2', after: '9' }] },
		});
	});

	it('blames no record by what else an error names', () => {
		const named = (context: Record<string, string[]>) =>
			call.blamed([{ fromId: '1' }, { fromId: '2' }], { ...invalidInput('No'), context });
		expect(named({ fromObjectId: ['2'] })).toEqual([1]);
		expect(named({ toObjectId: ['2'] })).toEqual([]);
		expect(named({ idProperty: ['2'] })).toEqual([]);
		expect(named({ type: ['2'], ids: ['1'] })).toEqual([0]);
		expect(call.blamed([{ fromId: '1' }], invalidInput('No'))).toEqual([]);
	});

	it.each([
		['no list of types', undefined, [null]],
		['a type that is no object', ['x'], [null]],
		['a label without an id', [{ category: 'WORK', label: 'Boss' }], ['Boss']],
		['an unlabeled type without an id', [{ category: 'WORK', label: null }], undefined],
	])('says that a label cannot be read where HubSpot lists %s', (_, types, unreadable) => {
		const results = [{ from: { id: '1' }, to: [{ toObjectId: '5', associationTypes: types }] }];
		expect(call.settle([{ fromId: '1' }], answer(200, { results }))).toEqual([
			succeed({
				associated: [{ toId: '5', types: [], ...(unreadable && { unreadable }) }],
				after: undefined,
			}),
		]);
	});
});

describe('reading records by a property', () => {
	const call = readRecordsCall('v4', NAMED);

	it('asks for the property alone', () => {
		expect(call.request([{ value: 'a' }, { value: 'b' }])).toMatchObject({
			method: 'POST',
			path: expect.stringMatching(/contacts\/batch\/read$/),
			isBatchRead: true,
			body: {
				inputs: [{ id: 'a' }, { id: 'b' }],
				idProperty: 'code',
				properties: ['code'],
				propertiesWithHistory: [],
			},
		});
	});

	it('leaves all to a search where HubSpot refuses the batch', () => {
		expect(call.refused?.(invalidInput('Not unique'))).toEqual(succeed(undefined));
		expect(call.blamed([{ value: 'a' }], invalidInput('No'))).toEqual([]);
	});

	it('fails the value that an error names, and no other, even with a record', () => {
		const results = ['a', 'b'].map((code) => ({ id: `1${code}`, properties: { code } }));
		const errors = [{ category: 'X', message: 'No', context: { ids: ['b'] } }];
		const values = ['a', 'b', 'c'].map((value) => ({ value }));
		expect(call.settle(values, answer(207, { results, errors }))).toMatchObject([
			succeed('1a'),
			{ failure: { message: 'No', state: 'refused' } },
			{ failure: { state: 'unknown' } },
		]);
	});

	it('takes no record without an id or a value', () => {
		const results = [
			{ id: '1', properties: {} },
			{ id: '2' },
			{ properties: { code: 'a' } },
			{ id: '4', properties: { code: 'a' } },
		];
		expect(recordsIn(answer(200, { results }), 'code')).toEqual([{ id: '4', value: 'a' }]);
	});
});

it('searches for values of one property, page by page', () => {
	const body = {
		filterGroups: [{ filters: [{ propertyName: 'code', operator: 'IN', values: ['a', 'b'] }] }],
		properties: ['code'],
	};
	const first = searchRecordsRequest('v4', NAMED, ['a', 'b']);
	expect(first).toMatchObject({ method: 'POST', body, isSearch: true });
	expect(first.path).toMatch(/contacts\/search$/);
	expect(first.body).not.toHaveProperty('after');
	expect(searchRecordsRequest('v4', NAMED, ['a'], '200').body).toMatchObject({ after: '200' });
});
