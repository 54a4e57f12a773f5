import {
	describePair,
	findStandardObject,
	isStandardPair,
	mayBeOneObject,
	pairKey,
	parseObjectType,
	STANDARD_OBJECTS,
} from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import { objectPair } from '../batching/support/scenario';

it('knows a standard object by its ID, its plural and its singular, and by no other', () => {
	for (const object of STANDARD_OBJECTS) {
		for (const spelling of [object.id, object.name, object.singular, object.name.toUpperCase()]) {
			expect(findStandardObject(spelling)).toBe(object);
		}
	}
	expect(findStandardObject('constructor')).toBeUndefined();
});

it('takes the spellings of one object for the same', () => {
	const key = pairKey(objectPair('contacts', 'company'));
	expect(pairKey(objectPair('0-1', 'Companies'))).toBe(key);
	expect(pairKey(objectPair('companies', 'contacts'))).not.toBe(key);
	expect(pairKey(objectPair('P1_car', '0-1'))).not.toBe(pairKey(objectPair('p1_car', '0-1')));
});

it.each([
	['0-01', '0-1'],
	['00-1', '0-1'],
	['2-077', '2-77'],
	['2-70', '2-70'],
	['0-0', '0-0'],
])('reads the ID %s without leading zeros', (spelling, id) => {
	expect(parseObjectType(spelling)).toEqual({ spelling: id, key: id, id });
});

it('shows names a person knows', () => {
	expect(describePair(objectPair('0-1', 'P1_Car'))).toBe('contacts → P1_Car');
	expect(describePair(objectPair('2-7', 'line_item'))).toBe('2-7 → line_items');
});

it("uses the call for HubSpot's own objects for these alone", () => {
	expect(isStandardPair(objectPair('contacts', '0-999'))).toBe(true);
	expect(isStandardPair(objectPair('contacts', '2-7'))).toBe(false);
	expect(isStandardPair(objectPair('p1_car', 'contacts'))).toBe(false);
});

it('knows the type ID of what is not known by its name alone', () => {
	const { from, to } = objectPair('contacts', 'p1_car');
	expect(from.id).toBe('0-1');
	expect(to.id).toBeUndefined();
	expect(objectPair('2-7', '2-8').from.id).toBe('2-7');
});

it.each([
	['contacts', '0-1', true],
	['2-7', 'p1_car', true],
	['2-7', 'p_car', true],
	['car', 'p1_car', true],
	['p_car', 'p1_car', true],
	['P1_Car', 'p1_car', true],
	['0-19', 'feedback_submissions', true],
	['line_items', 'lineitems', true],
	['0-101', 'payments', true],
	['2-7', 'cars', true],
	['2-7', '2-8', false],
	['0-1', '0-999', false],
	['0-1', 'p1_car', false],
	['p_car', 'contacts', false],
	['p_car', 'p1_truck', false],
	['contacts', 'companies', false],
])('%s and %s may be one object: %p', (one, other, isSo) => {
	const { from, to } = objectPair(one, other);
	expect(mayBeOneObject(from, to)).toBe(isSo);
	expect(mayBeOneObject(to, from)).toBe(isSo);
});
