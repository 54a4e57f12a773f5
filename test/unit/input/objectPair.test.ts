import fc from 'fast-check';
import {
	pathOfCreateAssociations,
	pathOfLabels,
	pathOfLimits,
} from '../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import {
	createPairs,
	readObjectType,
} from '../../../nodes/HubSpotAssociations/input/values/objectPair';
import { countOf } from '../../counts';

const NAME = 'To Object Type';

function read(value: unknown) {
	const outcome = readObjectType(value, NAME);
	return outcome.ok ? outcome.value : `${outcome.failure.message}. ${outcome.failure.advice}`;
}

it.each([
	['contacts', { spelling: 'contacts', key: '0-1', id: '0-1' }],
	[' Contact ', { spelling: 'Contact', key: '0-1', id: '0-1' }],
	['0-1', { spelling: '0-1', key: '0-1', id: '0-1' }],
	['0-01', { spelling: '0-1', key: '0-1', id: '0-1' }],
	['2-123', { spelling: '2-123', key: '2-123', id: '2-123' }],
	['p123_Car', { spelling: 'p123_Car', key: 'p123_Car', customName: 'car' }],
	['p_car', { spelling: 'p_car', key: 'p_car', customName: 'car' }],
	['__proto__', { spelling: '__proto__', key: '__proto__' }],
])('reads %p', (value, objectType) => {
	expect(read(value)).toEqual(objectType);
});

const EMPTY = "'To Object Type' is empty. Pick an object from the list.";
const wrong = (shown: string) =>
	`'To Object Type' must be the name or ID of an object, but is ${shown}. Pick an object from the list, or enter its name or ID, such as contacts, 0-1 or 2-123.`;

it.each([
	[undefined, EMPTY],
	[null, EMPTY],
	['', EMPTY],
	['  ', EMPTY],
	['../../x', wrong('"../../x"')],
	['contacts/companies', wrong('"contacts/companies"')],
	['contacts?x=1', wrong('"contacts?x=1"')],
	['%2e%2e', wrong('"%2e%2e"')],
	['größe', wrong('"größe"')],
	['contacts\u0000', wrong('"contacts "')],
	[1, wrong('1')],
	[['contacts'], wrong('a list of 1')],
	[{ id: '0-1' }, wrong('an object')],
])('says of %p what is wrong', (value, message) => {
	expect(read(value)).toBe(message);
});

it('gives the same object for the same two types', () => {
	const pairOf = createPairs();
	expect(pairOf('contacts', 'companies')).toBe(pairOf('contacts', 'companies'));
	expect(pairOf('companies', 'contacts')).not.toBe(pairOf('contacts', 'companies'));
	expect(pairOf('', 'contacts')).toMatchObject({
		failure: { message: "'From Object Type' is empty" },
	});
	expect(pairOf('contacts', 5)).toMatchObject({
		failure: { message: "'To Object Type' must be the name or ID of an object, but is 5" },
	});
});

it('never lets a value lead to another path', () => {
	const near = fc.string({ unit: fc.constantFrom(...'ab0-_./%\\?#:@ \t\u00df'), maxLength: 12 });
	const texts = fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), near);
	const pathOf = [pathOfCreateAssociations, pathOfLabels, pathOfLimits];
	fc.assert(
		fc.property(texts, texts, fc.constantFrom(...API_VERSIONS), (from, to, version) => {
			const pair = createPairs()(from, to);
			if (!pair.ok) return;
			for (const path of pathOf) {
				const normal = new URL(path(version, pair.value), 'https://api.hubapi.com');
				expect(normal.href).toBe(`https://api.hubapi.com${path(version, pair.value)}`);
				expect(normal.pathname).toMatch(/^(\/[A-Za-z0-9_-]+)+$/);
			}
		}),
		{ numRuns: countOf('pureRuns') },
	);
});
