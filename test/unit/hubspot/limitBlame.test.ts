import { blameLimits } from '../../../nodes/HubSpotAssociations/hubspot/limits/limitBlame';
import { namedBy, typesNamed } from '../../../nodes/HubSpotAssociations/hubspot/api/blame';
import type { Failure } from '../../../nodes/HubSpotAssociations/outcome';
import {
	parseOrdinalType,
	type AssociationCategory,
} from '../../../nodes/HubSpotAssociations/hubspot/model/associationTypes';

const blamedByRefusal = namedBy(blameLimits);

const type = (category: AssociationCategory, typeId: number) => ({ category, typeId });
const failure = (context: Record<string, string[]>): Failure => ({
	message: 'No',
	state: 'refused',
	retryable: false,
	context,
});

const TWO_279 = [type('HUBSPOT_DEFINED', 279), type('USER_DEFINED', 279), type('USER_DEFINED', 5)];

it.each([
	['an ordinal and the type id', { type: ['0-279'] }, [0]],
	['an ordinal of another category', { type: ['2-279'] }, [1]],
	['the type id alone, where it is the only one', { typeId: ['5'] }, [2]],
	['an ordinal, where the type id is the only one', { associationTypeId: ['2-5'] }, [2]],
])('finds the limit by %s', (_, context, expected) => {
	const { surely, perhaps } = blameLimits(TWO_279, [failure(context)]);
	expect([[...surely.keys()], [...perhaps.keys()]]).toEqual([expected, []]);
});

it.each([
	['no type', { fromObjectType: ['279'] }],
	['what is no type id', { type: ['many', '5-', '-5', 'v0-5', '0-5th', '5 or 6'] }],
	['the type of something else', { typeName: ['5'], supertype: ['5'], typeIdea: ['5'] }],
])('blames no limit by %s', (_, context) => {
	const blame = blameLimits(TWO_279, [failure(context)]);
	expect([blame.surely.size, blame.perhaps.size]).toEqual([0, 0]);
	expect(blame.unplaced).toHaveLength(1);
});

it('puts an error on no limit whose type is not in the batch', () => {
	const blame = blameLimits(TWO_279, [failure({ type: ['6'] })]);
	expect(blame).toEqual({
		surely: new Map(),
		perhaps: new Map(),
		unplaced: [],
		namesOthers: true,
	});
});

it('leaves open which limit is meant by a type id that two categories share', () => {
	const blame = blameLimits(TWO_279, [failure({ type: ['279'] })]);
	expect(blame.surely.size).toBe(0);
	expect([...blame.perhaps.keys()]).toEqual([0, 1]);
});

it("is not sure where two categories but HubSpot's own share a type id", () => {
	const shared = [
		type('USER_DEFINED', 7),
		type('INTEGRATOR_DEFINED', 7),
		type('HUBSPOT_DEFINED', 7),
	];
	const error = failure({ type: ['2-7'] });
	expect(blameLimits(shared, [error]).surely.size).toBe(0);
	// Both are sent apart from the third; once they are alone, nothing is known about either.
	expect(blamedByRefusal(shared, error)).toEqual([0, 1]);
	expect(blamedByRefusal(shared.slice(0, 2), error)).toEqual([]);
});

it('blames the limit that the refusal of a whole batch names', () => {
	expect(blamedByRefusal(TWO_279, failure({ type: ['2-5'] }))).toEqual([2]);
});

it('reads an ordinal of two digits', () => {
	const many = [type('HUBSPOT_DEFINED', 7), type('USER_DEFINED', 7)];
	expect(blamedByRefusal(many, failure({ type: ['10-7'] }))).toEqual([1]);
});

it('tells the types that are named with their category from those named without', () => {
	const error = failure({ type: ['0-5', '6', '2-12'], fromObjectType: ['0-1'] });
	expect(typesNamed(error).map(parseOrdinalType)).toStrictEqual([
		{ isHubSpots: true, typeId: 5 },
		undefined,
		{ isHubSpots: false, typeId: 12 },
	]);
	expect(typesNamed({ ...error, context: undefined })).toStrictEqual([]);
});

it('leaves open which limit is meant by a category that none of the type id has', () => {
	const others = [type('USER_DEFINED', 7), type('INTEGRATOR_DEFINED', 7)];
	const blame = blameLimits(others, [failure({ type: ['0-7'] })]);
	expect([[...blame.surely.keys()], [...blame.perhaps.keys()]]).toEqual([[], [0, 1]]);
});
