import fc from 'fast-check';
import { shiftable } from '../../../nodes/HubSpotAssociations/actions/run/shiftable';

type Use = (list: number[]) => unknown;

/** What n8n, or a later version of it, could do with a list. */
const use: fc.Arbitrary<Use> = fc.oneof(
	{ weight: 4, arbitrary: fc.constant<Use>((list) => list.shift()) },
	{
		weight: 1,
		arbitrary: fc.constantFrom<Use>(
			(list) => list.length,
			(list) => [...list],
			(list) => list.map((value) => value + 1),
			(list) => Object.keys(list),
			(list) => Object.entries(list),
			(list) => JSON.stringify(list),
			(list) => list.slice(1),
			(list) => list.push(7, 8),
			(list) => list.pop(),
			(list) => list.unshift(9),
			(list) => list.splice(1, 1, 5),
			(list) => list.reverse() === list,
			(list) => list.concat([1]),
			(list) => [1].concat(list),
			(list) => list[0],
			(list) => list[list.length - 1],
			(list) => 0 in list,
			(list) => Reflect.deleteProperty(list, 0),
			(list) => Array.isArray(list),
			(list) => list.at(-1),
			(list) => ((list.length = 1), list.length),
			(list) => ((list[0] = 3), list[0]),
			(list) => Array.prototype.shift.call(list),
			(list) => Array.from(list.entries()),
		),
	},
);

it('is an array like any other, however it is used between shifts', () => {
	fc.assert(
		fc.property(fc.array(fc.integer()), fc.array(use), (values, uses) => {
			const plain = [...values];
			const list = shiftable([...values]);
			for (const each of uses) expect(each(list)).toEqual(each(plain));
			expect(list).toEqual(plain);
			expect(Object.getOwnPropertyDescriptor(list, 'length')?.value).toBe(plain.length);
		}),
	);
});

it('gives a million items from the front in a moment', () => {
	const list = shiftable(Array.from({ length: 1_000_000 }, (_, index) => index));
	const started = performance.now();
	let sum = 0;
	while (list.length) sum += list.shift() ?? Number.NaN;
	expect(sum).toBe(499_999_500_000);
	expect(performance.now() - started).toBeLessThan(5_000);
});
