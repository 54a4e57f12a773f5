import fc from 'fast-check';
import { sizeOf } from '../../../nodes/HubSpotAssociations/batching/calls';
import { pack } from '../../../nodes/HubSpotAssociations/lists';

it('cuts a list in order into as few pieces as possible', () => {
	fc.assert(
		fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (items, size) => {
			const pieces = pack(items, size);
			expect(pieces.flat()).toEqual(items);
			expect(pieces).toHaveLength(Math.ceil(items.length / size));
			for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(size);
		}),
	);
});

it.each([
	["HubSpot's maximum", 2_000, undefined, 2_000],
	['fewer where the user wants it', 2_000, 100, 100],
	["HubSpot's maximum where the user wants more", 100, 2_000, 100],
])('puts into one request %s', (_, maximum, batchSize, size) => {
	expect(sizeOf({ maximum }, batchSize)).toBe(size);
});
