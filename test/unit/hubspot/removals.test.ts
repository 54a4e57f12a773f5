import {
	archiveAssociationsCall,
	archiveLabelsCall,
} from '../../../nodes/HubSpotAssociations/hubspot/removeAssociations';
import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/versions';
import { answer } from '../batching/support/answers';
import { objectPair } from '../batching/support/scenario';

const PAIR = objectPair('contacts', 'companies');
const TYPES = [{ category: 'USER_DEFINED', typeId: 12 }] as const;

/** Inputs such as '1>2'. */
function inputs(...keys: string[]) {
	return keys.map((key) => {
		const [fromId, toId] = key.split('>');
		return { pair: PAIR, fromId, toId, types: TYPES };
	});
}

const archive = archiveAssociationsCall('2026-03', PAIR);
const done = (keys: string[], status: number, body: unknown) =>
	archive.settle(inputs(...keys), answer(status, body)).map(({ ok }) => ok);

it.each([
	['204', 204, ''],
	['a batch that is complete', 200, { status: 'COMPLETE', results: [] }],
	['a batch that does not tell its status', 200, {}],
])('takes %s for done', (_, status, body) => {
	expect(done(['1>2', '3>4'], status, body)).toEqual([true, true]);
});

it.each(['PENDING', 'PROCESSING', 'CANCELED'])('takes no batch for done that is %s', (status) => {
	expect(done(['1>2'], 200, { status })).toEqual([false]);
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
	expect(done(['1>2', '1>3', '4>5'], 207, { errors: [error] })).toEqual([false, false, true]);
	expect(done(['1>2', '4>5'], 207, { errors: [{ message: 'No' }] })).toEqual([false, false]);
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
