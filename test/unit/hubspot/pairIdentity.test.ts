import fc from 'fast-check';
import {
	fail,
	invalidInput,
	succeed,
	type Outcome,
} from '../../../nodes/HubSpotAssociations/outcome';
import type { AssociationLabel } from '../../../nodes/HubSpotAssociations/hubspot/labels/labels';
import {
	pairKey,
	type ObjectPair,
} from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import {
	identityOf,
	isCertain,
	pairsInDoubt,
} from '../../../nodes/HubSpotAssociations/hubspot/labels/pairIdentity';
import { objectPair } from '../batching/support/scenario';

/** Pairs such as 'contacts>2-7'. */
function pairsOf(...spelled: string[]): ObjectPair[] {
	return spelled.map((pair) => objectPair(...(pair.split('>') as [string, string])));
}

function inDoubt(...spelled: string[]): string[] {
	return pairsInDoubt(pairsOf(...spelled)).map(pairKey);
}

const types = (...ids: number[]): Outcome<AssociationLabel[]> =>
	succeed(ids.map((typeId) => ({ category: 'USER_DEFINED', typeId, label: null })));

const unread = fail(invalidInput('Not read'));

/** What the first pair turns out to be. */
function identity(listed: Record<string, Outcome<AssociationLabel[]>>): string {
	const pairs = pairsOf(...Object.keys(listed));
	const labels = new Map(pairs.map((pair, index) => [pairKey(pair), Object.values(listed)[index]]));
	const found = identityOf(pairs[0], pairs, labels);
	return found.ok ? pairKey(found.value) : found.failure.message;
}

describe('pairs in doubt', () => {
	it('are those that may be one with another of them', () => {
		expect(inDoubt('0-1>2-7', '0-1>p_car', '0-1>0-2', '0-2>p_car')).toEqual([
			'0-1>2-7',
			'0-1>p_car',
		]);
		expect(inDoubt('2-7>p_car', 'p_car>2-7')).toEqual(['2-7>p_car', 'p_car>2-7']);
	});

	it.each([
		[['0-1>0-2', '0-1>0-3', '2-7>0-3', '2-8>0-3']],
		[['0-1>p_car', '0-2>p_car']],
		[['p_car>0-1', 'p_car>0-2']],
		[['0-1>2-7', '0-2>p_car']],
		[['2-7>0-1', 'p_car>0-2']],
		[['0-1>p_car', '0-1>p_truck']],
		[['0-1>lineitems']],
	])('are none among %j: they differ on at least one side', (spelled) => {
		expect(inDoubt(...spelled)).toEqual([]);
	});
});

describe('the identity of a pair', () => {
	it.each([
		['the ID where the types are the same', '0-1>2-7', types(1, 2)],
		['its own spelling where none is shared', '0-1>p_car', types(3)],
		['its own spelling where the other has none', '0-1>p_car', types()],
	])('is %s', (_, expected, listed) => {
		expect(identity({ '0-1>p_car': types(1, 2), '0-1>2-7': listed })).toBe(expected);
	});

	it('takes each side from whoever knows it', () => {
		const listed = { 'p_car>p_truck': types(1), '2-7>p_truck': types(1), 'p_car>2-8': types(1) };
		expect(identity(listed)).toBe('2-7>2-8');
	});

	it.each([
		['only some types are shared', { '0-1>p_car': types(1, 2), '0-1>2-7': types(2, 3) }],
		['one has more types', { '0-1>p_car': types(1), '0-1>2-7': types(1, 2) }],
		['neither has types', { '0-1>p_car': types(), '0-1>2-7': types() }],
		['the other cannot be read', { '0-1>p_car': types(1), '0-1>2-7': unread }],
		['it cannot be read', { '0-1>p_car': unread, '0-1>2-7': types(1) }],
		[
			'two different objects have its types',
			{ '0-1>p_car': types(1), '0-1>2-7': types(1), '0-1>2-8': types(1) },
		],
	])('is unclear where %s', (_, listed) => {
		expect(identity(listed)).toContain(
			'It is unclear whether contacts → p_car is the same as contacts → 2-7',
		);
	});

	it('does not depend on a spelling that HubSpot does not know', () => {
		expect(identity({ '0-1>p_car': types(1), '0-1>carr': unread })).toBe('0-1>p_car');
	});
});

/** Objects of an account, each with the spellings that HubSpot takes for it. */
const OBJECTS = [
	['0-1', 'contacts'],
	['0-8', 'line_items', 'lineitems'],
	['2-7', 'p1_car', 'p_car', 'P1_Car', 'car'],
	['2-8', 'p1_truck', 'p_truck'],
];

it('joins the spellings of one pair and no others, in any order', () => {
	const side = fc
		.integer({ min: 0, max: OBJECTS.length - 1 })
		.chain((object) =>
			fc.record({ object: fc.constant(object), spelling: fc.constantFrom(...OBJECTS[object]) }),
		);
	const spelledPairs = fc.uniqueArray(fc.record({ from: side, to: side }), {
		maxLength: 12,
		selector: ({ from, to }) => pairKey(objectPair(from.spelling, to.spelling)),
	});
	fc.assert(
		fc.property(spelledPairs, (spelled) => {
			const pairs = spelled.map(({ from, to }) => objectPair(from.spelling, to.spelling));
			const doubtful = pairsInDoubt(pairs);
			const truth = spelled.map(({ from, to }) => from.object * OBJECTS.length + to.object);
			const labels = new Map(pairs.map((pair, index) => [pairKey(pair), types(truth[index])]));
			const found = pairs.map((pair) => {
				if (isCertain(pair) || !doubtful.includes(pair)) return pairKey(pair);
				const known = identityOf(pair, doubtful, labels);
				return known.ok ? pairKey(known.value) : known.failure.message;
			});
			found.forEach((key, index) =>
				found.forEach((other, otherIndex) =>
					expect(key === other).toBe(truth[index] === truth[otherIndex]),
				),
			);
		}),
	);
});
