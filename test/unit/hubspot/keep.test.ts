import { keep } from '../../../nodes/HubSpotAssociations/lists';

const numbers = [1, 2, 3, 4];

it('keeps the items that pass, in order', () => {
	expect(keep(numbers, (number) => number % 2 === 0)).toEqual([2, 4]);
	expect(keep(numbers, (_, index) => index > 1)).toEqual([3, 4]);
});

it('gives the list itself where every item passes: a copy of a million would cost its memory', () => {
	expect(keep(numbers, () => true)).toBe(numbers);
	expect(keep(numbers, (number) => number < 4)).not.toBe(numbers);
});
