import { blameAssociations } from '../../../nodes/HubSpotAssociations/hubspot/associations/associationBlame';
import type { Failure } from '../../../nodes/HubSpotAssociations/outcome';
import { objectPair, recordIds } from '../batching/support/scenario';
import { namedBy } from '../../../nodes/HubSpotAssociations/hubspot/api/blame';

const blamedByRefusal = namedBy(blameAssociations);

const CONTACTS_TO_COMPANIES = objectPair('contacts', 'companies');
const CONTACTS = objectPair('contacts', 'contacts');

/** Inputs such as '1>2'. */
function inputs(...keys: string[]) {
	return keys.map((key) => ({ pair: CONTACTS_TO_COMPANIES, ...recordIds(key), types: [] }));
}

const failure = (context: Record<string, string[]>, subCategory?: string): Failure => ({
	message: JSON.stringify(context),
	state: 'refused',
	retryable: false,
	context,
	subCategory,
});

const withoutContext: Failure = { ...failure({}), context: undefined };

const surely = (keys: string[], ...failures: Failure[]) => [
	...blameAssociations(inputs(...keys), failures).surely.keys(),
];
const perhaps = (keys: string[], ...failures: Failure[]) => [
	...blameAssociations(inputs(...keys), failures).perhaps.keys(),
];

it.each([
	['the sub-category', failure({ id: ['2'] }, 'crm.associations.FROM_OBJECT_NOT_FOUND'), [1]],
	['the sub-category', failure({ id: ['2'] }, 'crm.associations.TO_OBJECT_NOT_FOUND'), [0]],
	['the object type', failure({ id: ['2'], objectType: ['contact'] }), [1]],
	['the object type', failure({ id: ['2'], objectType: ['COMPANY'] }), [0]],
	['the name', failure({ fromObjectId: ['2'] }), [1]],
	['the name', failure({ toId: ['2'] }), [0]],
	['the name', failure({ fromId: ['2'] }), [1]],
	['the name', failure({ fromRecordIds: ['2'] }), [1]],
	['the name', failure({ TOOBJECTID: ['2'] }), [0]],
	['the side in the sub-category', failure({ objectId: ['2'] }, 'X.FROM_OTHER'), [1]],
	['the side in the sub-category', failure({ recordIds: ['2'] }, 'X.TO_OTHER'), [0]],
])('knows the side of an id by %s', (_, error, expected) => {
	expect(surely(['1>2', '2>1', '3>4'], error)).toEqual(expected);
});

it('blames the one input that holds both ids', () => {
	const error = failure({ fromObjectId: ['1'], toObjectId: ['4'] });
	expect(surely(['1>2', '1>4', '3>4'], error)).toEqual([1]);
});

it('joins two errors for one input', () => {
	const errors = [failure({ fromObjectId: ['1'] }), failure({ toObjectId: ['2'] })];
	const blame = blameAssociations(inputs('1>2'), errors);
	expect(blame.surely.get(0)?.message).toBe('{"fromObjectId":["1"]}; {"toObjectId":["2"]}');
});

it('leaves open which side an id stands on where both are of one object', () => {
	const both = inputs('1>2', '2>3', '4>5').map((input) => ({ ...input, pair: CONTACTS }));
	const blame = blameAssociations(both, [failure({ id: ['2'], objectType: ['contact'] })]);
	expect([...blame.surely.keys()]).toEqual([]);
	expect([...blame.perhaps.keys()].sort()).toEqual([0, 1]);
});

it('leaves open which row is meant when an error lists several ids on both sides', () => {
	const error = failure({ fromObjectId: ['1', '3'], toObjectId: ['2', '4'] });
	expect(surely(['1>2', '3>4', '1>4'], error)).toEqual([]);
	expect(perhaps(['1>2', '3>4', '1>4', '5>6'], error).sort()).toEqual([0, 1, 2]);
});

it('leaves open which row is meant when an error names a record of several rows', () => {
	const error = failure({ fromObjectId: ['1'] });
	expect(surely(['1>2', '1>4'], error)).toEqual([]);
	expect(perhaps(['1>2', '1>4', '3>2'], error)).toEqual([0, 1]);
});

it('keeps an error that names no record', () => {
	const errors = [failure({}), failure({ type: ['0-5'] }), withoutContext];
	expect(blameAssociations(inputs('1>2'), errors)).toMatchObject({
		unplaced: errors,
		namesOthers: false,
	});
});

it.each([
	failure({ id: ['9'] }),
	failure({ fromObjectId: ['1'], toObjectId: ['9'] }),
	{ ...failure({}), message: 'No contact with ID 9 exists' },
])('puts an error that names another record on no row: %j', (error) => {
	const blame = blameAssociations(inputs('1>2'), [error]);
	expect(blame).toEqual({
		surely: new Map(),
		perhaps: new Map(),
		unplaced: [],
		namesOthers: true,
	});
});

it('finds the record that a message names where the context names none', () => {
	const error = {
		...failure({}, 'crm.associations.FROM_OBJECT_NOT_FOUND'),
		message: 'No contact with ID 31 exists',
	};
	expect(surely(['1>2', '31>4', '4>31', '3>1'], error)).toEqual([1]);
});

it('reads no record from the message where the context names one', () => {
	const error = {
		...failure({ fromObjectId: ['1'] }, 'crm.associations.FROM_OBJECT_NOT_FOUND'),
		message: 'No contact with ID 3 exists',
	};
	const blame = blameAssociations(inputs('1>2', '3>4'), [error]);
	expect([[...blame.surely.keys()], [...blame.perhaps.keys()]]).toEqual([[0], []]);
});

it('takes a record of one side and one of no side together', () => {
	const error = failure({ fromObjectId: ['1'], id: ['9'] });
	expect(surely(['1>2', '3>4'], error)).toEqual([0]);
});

it('finds the inputs that the refusal of a batch names, though others share the record', () => {
	expect(blamedByRefusal(inputs('1>2', '1>4', '3>4'), failure({ fromObjectId: ['1'] }))).toEqual([
		0, 1,
	]);
});

it.each(['type', 'ids2', 'paid', 'fromIdx', 'afterFromId', 'toIdea', 'photoId', 'fromPropertyId'])(
	'takes no value of %s for a record',
	(name) => {
		const blame = blameAssociations(inputs('1>2'), [failure({ [name]: ['1', '2'] })]);
		expect([blame.surely.size, blame.perhaps.size, blame.unplaced.length]).toEqual([0, 0, 1]);
	},
);

it.each([
	['a custom object on the from side', objectPair('2-7', 'companies'), '2-7', [1], []],
	['a custom object on the to side', objectPair('contacts', '2-7'), '2-7', [0], []],
	['a third object', CONTACTS_TO_COMPANIES, 'deal', [], [0, 1]],
	['a name that the node does not know', CONTACTS_TO_COMPANIES, 'spaceship', [], [0, 1]],
	['what names no object', CONTACTS_TO_COMPANIES, 'no type!', [], [0, 1]],
])('knows the side of an id by the object type: %s', (_, pair, objectType, sure, possible) => {
	const both = inputs('1>2', '2>1', '3>4').map((input) => ({ ...input, pair }));
	const blame = blameAssociations(both, [failure({ id: ['2'], objectType: [objectType] })]);
	expect([...blame.surely.keys()]).toEqual(sure);
	expect([...blame.perhaps.keys()].sort()).toEqual(possible);
});

it('leaves the side open where an error names the object types of both', () => {
	const error = failure({ id: ['2'], objectType: ['contact', 'company'] });
	expect(surely(['1>2', '2>1'], error)).toEqual([]);
	expect(perhaps(['1>2', '2>1', '3>4'], error).sort()).toEqual([0, 1]);
});

it.each([
	['crm.associations.FROM_OBJECT_NOT_FOUND', [0, 1]],
	['crm.associations.INVALID_IDENTIFIER', [0, 1]],
	['crm.associations.OBJECT_NOT_FOUND_IN_LIST', []],
	['crm.associations.INVALID_IDENTIFIER_COUNT', []],
])('blames every row that holds the one record for what is wrong with it: %s', (reason, rows) => {
	const error = failure({ fromObjectId: ['1'] }, reason);
	expect(surely(['1>2', '1>4', '3>2'], error)).toEqual(rows);
});

it('blames every row of the one pair that an error names', () => {
	const error = failure({ fromObjectId: ['1'], toObjectId: ['2'] });
	expect(surely(['1>2', '3>2', '1>2'], error)).toEqual([0, 2]);
});

it('is not certain of a pair of which an error names several records on one side', () => {
	const oneFrom = failure({ fromObjectId: ['1'], toObjectId: ['2', '4'] });
	expect(surely(['1>2', '1>4'], oneFrom)).toEqual([]);
	const oneTo = failure({ fromObjectId: ['1', '3'], toObjectId: ['2'] });
	expect(surely(['1>2', '3>2'], oneTo)).toEqual([]);
});

it('takes the sides the other way round where no row holds them as named', () => {
	const error = failure({ fromObjectId: ['2'], toObjectId: ['1'] });
	expect(perhaps(['1>2', '2>3', '4>1'], error)).toEqual([0]);
});

describe('the refusal of a whole batch', () => {
	const [first, ...others] = inputs('1>2', '3>4', '5>6');

	it('blames the input that it names beyond doubt', () => {
		expect(blamedByRefusal([first, ...others], failure({ fromObjectId: ['3'] }))).toEqual([1]);
	});

	it('blames none where it may be about any of them', () => {
		const error = failure({ fromObjectId: ['1'] });
		expect(blamedByRefusal(inputs('1>2', '1>4'), error)).toEqual([]);
	});
});
