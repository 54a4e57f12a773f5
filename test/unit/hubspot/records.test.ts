import type { Outcome } from '../../../nodes/HubSpotAssociations/outcome';
import { parseObjectType } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import {
	lookUpForm,
	matchRecords,
	readRecordsCall,
} from '../../../nodes/HubSpotAssociations/hubspot/records/records';

const type = parseObjectType('companies') ?? { spelling: 'companies', key: '0-2' };
const NAMED = { type, property: 'code' };

function told(outcomes: ReadonlyArray<Outcome<string | undefined>>) {
	return outcomes.map((one) => (one.ok ? one.value : one.failure.message));
}

function settle(values: string[], body: object) {
	const inputs = values.map((value) => ({ value }));
	return told(readRecordsCall('v4', NAMED).settle(inputs, { status: 207, headers: {}, body }));
}

it('matches the very value before one in other capitals', () => {
	const records = [
		{ id: '1', value: 'ab' },
		{ id: '2', value: 'AB' },
		{ id: '3', value: 'Cd' },
	];
	expect(told(matchRecords(NAMED, ['ab', 'AB', 'cd', 'aB', 'e'], records))).toEqual([
		'1',
		'2',
		'3',
		'More than one record of companies has the code "aB": 1, 2',
		'No record of companies has the code "e"',
	]);
});

it('does not take the same record twice for two', () => {
	const record = { id: '1', value: 'a' };
	expect(told(matchRecords(NAMED, ['a'], [record, record]))).toEqual(['1']);
});

it('names no more than five of the records that share a value', () => {
	const records = [1, 2, 3, 4, 5, 6].map((id) => ({ id: String(id), value: 'a' }));
	expect(told(matchRecords(NAMED, ['a'], records))).toEqual([
		'More than one record of companies has the code "a": 1, 2, 3, 4, 5, …',
	]);
});

it('reads ids and values that are numbers, in any order', () => {
	const results = [
		{ id: 12, properties: { code: 2 } },
		{ id: '11', properties: { code: ' 1 ' } },
	];
	expect(settle(['1', '2'], { results })).toEqual(['11', '12']);
});

it('takes a value that HubSpot does not know for not found, error or none', () => {
	const errors = [{ category: 'OBJECT_NOT_FOUND', message: 'Gone', context: { ids: ['1'] } }];
	const message = 'No record of companies has the code "1"';
	expect(settle(['1'], { results: [], errors })).toEqual([message]);
	expect(settle(['1'], { results: [] })).toEqual([message]);
});

it('passes on what else HubSpot says, to the value that it names or to those without a record', () => {
	const results = [{ id: '11', properties: { code: '1' } }];
	const named = [{ category: 'X', message: 'No.', context: { ids: ['2'] } }];
	expect(settle(['1', '2'], { results, errors: named })).toEqual(['11', 'No']);
	const unnamed = [{ category: 'X', message: 'Some were not read.' }];
	expect(settle(['1', '2'], { results, errors: unnamed })).toEqual(['11', 'Some were not read']);
});

it('folds emails, which HubSpot keeps in lower case, and nothing else', () => {
	expect(lookUpForm('email', 'A@B.c')).toBe('a@b.c');
	expect(lookUpForm('code', 'A@B.c')).toBe('A@B.c');
});
