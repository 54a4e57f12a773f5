import fc from 'fast-check';
import { associationTypeKey } from '../../../nodes/HubSpotAssociations/hubspot/model/associationTypes';
import {
	writeFor,
	type LimitWrite,
} from '../../../nodes/HubSpotAssociations/hubspot/limits/limitChanges';
import { orderWrites } from '../../../nodes/HubSpotAssociations/hubspot/limits/limitOrder';
import { limitsByType, type Limit } from '../../../nodes/HubSpotAssociations/hubspot/limits/limits';
import { parseObjectType } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import { countOf } from '../../counts';

const from = parseObjectType('contacts')!;
const to = parseObjectType('companies')!;
const OBJECT = 'USER_DEFINED:1';

type Maximums = ReadonlyArray<number | undefined>;

/** The first maximum is the object limit. */
function isAllowed([object = Infinity, ...labels]: Maximums): boolean {
	return labels.every((maximum = 0) => maximum <= object);
}

const maximum = fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined });
const allowedMaximums = fc.array(maximum, { minLength: 4, maxLength: 4 }).filter(isAllowed);

function limitOf(typeId: number, maxToObjectIds: number): Limit {
	return { category: 'USER_DEFINED', typeId, label: null, maxToObjectIds };
}

function limitsOf(maximums: Maximums): Limit[] {
	return maximums.flatMap((one, index) => (one === undefined ? [] : [limitOf(index + 1, one)]));
}

function permutations<Item>(items: readonly Item[]): Item[][] {
	if (items.length === 0) return [[]];
	return items.flatMap((item, index) =>
		permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [
			item,
			...rest,
		]),
	);
}

function apply(state: Map<number, number>, writes: readonly LimitWrite[]): void {
	for (const { typeId, maxToObjectIds } of writes) {
		state.set(typeId, maxToObjectIds);
		expect(isAllowed([1, 2, 3, 4].map((id) => state.get(id)))).toBe(true);
	}
}

it('never breaks the rule on the way, in whatever order HubSpot carries a phase out', () => {
	fc.assert(
		fc.property(allowedMaximums, allowedMaximums, (before, after) => {
			// Limits that are not wanted stay, as they do without 'Delete Unlisted'.
			const final = after.map((one, index) => one ?? before[index]);
			fc.pre(isAllowed(final));
			const held = limitsOf(before);
			const writes = limitsOf(after).map((limit) =>
				writeFor({ ...limit, pair: { from, to } }, limitsByType(held)),
			);
			const { first, second } = orderWrites(writes, held, OBJECT);
			const changes = writes.filter(({ action }) => action !== 'unchanged');
			expect([...first, ...second].map(associationTypeKey).sort()).toEqual(
				changes.map(associationTypeKey).sort(),
			);
			for (const one of permutations(first)) {
				for (const other of permutations(second)) {
					const state = new Map(held.map(({ typeId, maxToObjectIds }) => [typeId, maxToObjectIds]));
					apply(state, one);
					apply(state, other);
				}
			}
		}),
		{ numRuns: countOf('scheduleRuns') },
	);
});

it.each([
	['that stay clear of each other', [10, 3, 4], [8, 5, 6]],
	['where the object limit comes down to the highest label limit', [10, 4, 3], [4, undefined, 4]],
	['where a label limit goes up to the present object limit', [5, 3], [6, 5]],
	['without an object limit', [undefined, 3, 4], [undefined, 5, 6]],
])('sends updates together %s', (_, before, after) => {
	const held = limitsOf(before);
	const writes = limitsOf(after).map((limit) =>
		writeFor({ ...limit, pair: { from, to } }, limitsByType(held)),
	);
	expect(orderWrites(writes, held, OBJECT)).toEqual({ first: writes, second: [] });
});

it('orders 200,000 writes', () => {
	const writes = Array.from({ length: 200_000 }, (_, index) =>
		writeFor({ ...limitsOf([1])[0], typeId: index + 1, pair: { from, to } }, new Map()),
	);
	expect(orderWrites(writes, [], OBJECT).second).toHaveLength(200_000);
});

it('sends updates together where the pair has no object limit at stake', () => {
	const held = limitsOf([undefined, 3, 4]);
	const writes = limitsOf([undefined, 9, 2]).map((limit) =>
		writeFor({ ...limit, pair: { from, to } }, limitsByType(held)),
	);
	expect(orderWrites(writes, held, undefined)).toEqual({ first: writes, second: [] });
});
