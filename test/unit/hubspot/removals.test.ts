import {
	archiveAssociationsCall,
	archiveLabelsCall,
} from '../../../nodes/HubSpotAssociations/hubspot/associations/removeAssociations';
import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { answer } from '../batching/support/answers';
import { objectPair, recordIds } from '../batching/support/scenario';

const PAIR = objectPair('contacts', 'companies');
const TYPES = [{ category: 'USER_DEFINED', typeId: 12 }] as const;

/** Inputs such as '1>2'. */
function inputs(...keys: string[]) {
	return keys.map((key) => ({ pair: PAIR, ...recordIds(key), types: TYPES }));
}

const archive = archiveAssociationsCall('2026-03', PAIR);
const done = (keys: string[], status: number, body: unknown) =>
	archive.settle(inputs(...keys), answer(status, body)).map(({ ok }) => ok);

it.each([
	['204', 204, ''],
	['a batch that is complete', 200, { status: 'COMPLETE', results: [] }],
	[
		'a batch that counts no error',
		200,
		{ status: 'COMPLETE', results: [], numErrors: 0, errors: [] },
	],
])('takes %s for done', (_, status, body) => {
	expect(done(['1>2', '3>4'], status, body)).toEqual([true, true]);
});

it.each([
	{},
	{ status: 'PENDING' },
	{ status: 'PROCESSING' },
	{ status: 'CANCELED' },
	{ status: 'error' },
	{ message: 'No', category: 'VALIDATION_ERROR' },
	{ status: 'COMPLETE', message: 'No', category: 'VALIDATION_ERROR' },
	{ status: 'COMPLETE', numErrors: 1 },
	{ status: 'COMPLETE', numErrors: '1' },
	{ status: 'COMPLETE', errors: 'Refused' },
	{ status: 'COMPLETE', errors: ['Refused'] },
	{ status: 'COMPLETE', errors: { message: 'Refused' } },
])('leaves open what an answer made of the rows: %j', (body) => {
	for (const status of [200, 202, 207]) {
		expect(archive.settle(inputs('1>2', '3>4'), answer(status, body))).toMatchObject([
			{ failure: { state: 'unknown', retryable: true } },
			{ failure: { state: 'unknown', retryable: true } },
		]);
	}
});

it('leaves the other rows open where an answer counts more errors than it lists', () => {
	const error = { message: 'No', context: { fromObjectId: ['1'], toObjectId: ['2'] } };
	const body = { status: 'COMPLETE', errors: [error], numErrors: 2 };
	expect(archive.settle(inputs('1>2', '4>5'), answer(207, body))).toMatchObject([
		{ failure: { state: 'refused', message: 'No' } },
		{ failure: { state: 'unknown', message: "HubSpot's response did not include this row" } },
	]);
});

it('leaves rows open beside an error that names another record, without its words', () => {
	const error = { message: 'No contact with ID 9 exists', context: { fromObjectId: ['9'] } };
	const body = { status: 'COMPLETE', errors: [error], numErrors: 1 };
	expect(archive.settle(inputs('1>2'), answer(207, body))).toMatchObject([
		{ failure: { state: 'unknown', message: "HubSpot's response did not include this row" } },
	]);
});

it('keeps the row that an error names, and those that share an input of HubSpot with it', () => {
	const error = { message: 'No', context: { fromObjectId: ['1'], toObjectId: ['2'] } };
	expect(done(['1>2', '1>3', '4>5'], 207, { status: 'COMPLETE', errors: [error] })).toEqual([
		false,
		false,
		true,
	]);
});

it('takes no row for done that an error may be about', () => {
	const error = { message: 'No', context: { fromObjectId: ['1'] } };
	const status = 'COMPLETE';
	const listed = { status, errors: [error], numErrors: 1 };
	expect(done(['1>2', '1>3', '4>5'], 207, listed)).toEqual([false, false, true]);
	expect(done(['1>2', '4>5'], 207, { status, errors: [{ message: 'No' }] })).toEqual([
		false,
		false,
	]);
});

it.each(API_VERSIONS)("asks as HubSpot's OpenAPI document says (%s)", (version) => {
	const root = version === 'v4' ? '/crm/v4/associations' : `/crm/associations/${version}`;
	expect(archiveAssociationsCall(version, PAIR).request(inputs('1>2', '3>4', '1>5'))).toEqual({
		method: 'POST',
		path: `${root}/contacts/companies/batch/archive`,
		body: {
			inputs: [
				{ from: { id: '1' }, to: [{ id: '2' }, { id: '5' }] },
				{ from: { id: '3' }, to: [{ id: '4' }] },
			],
		},
	});
	expect(archiveLabelsCall(version, PAIR).request(inputs('1>2'))).toEqual({
		method: 'POST',
		path: `${root}/contacts/companies/batch/labels/archive`,
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
});
