import fc from 'fast-check';
import { createLabelsParser } from '../../../nodes/HubSpotAssociations/input/values/labelLists';
import { countOf } from '../../counts';

/** Values that JSON writes alike: NaN, null and Infinity; a text and a date; a hole and undefined. */
const primitive = fc.constantFrom<unknown>(
	...[null, undefined, NaN, Infinity, -Infinity, 0, -0, 1, 12, 1.5, 12n, true, false, ''],
	...['null', 'NaN', '12', '1', ' ', 'Buyer', 'USER_DEFINED:12', 'USER_DEFINED:12,13', '[12]'],
	...['[null]', '"12"', '2026-03-01T00:00:00.000Z'],
);

const odd = fc.oneof(
	fc.date({ noInvalidDate: false }),
	fc.constant({}),
	fc.constant({ toJSON: () => 'Buyer' }),
	// eslint-disable-next-line no-sparse-arrays
	fc.constant([, 12]),
	fc.anything(),
);

const value = fc.oneof(
	{ weight: 3, arbitrary: primitive },
	{ weight: 3, arbitrary: fc.array(primitive, { maxLength: 3 }) },
	{ weight: 1, arbitrary: odd },
	{ weight: 1, arbitrary: fc.array(fc.oneof(primitive, odd), { maxLength: 3 }) },
);

it.each(['optional', 'required'] as const)(
	'gives a row the same whatever other rows hold, where labels are %s',
	(labelsAre) => {
		fc.assert(
			fc.property(fc.array(value, { maxLength: 12 }), (values) => {
				const parse = createLabelsParser(labelsAre);
				const together = values.map(parse);
				const alone = values.map((each) => createLabelsParser(labelsAre)(each));
				expect(together).toEqual(alone);
			}),
			{ numRuns: countOf('pureRuns') },
		);
	},
);

it('gives rows with the same labels one list between them', () => {
	const parse = createLabelsParser('optional');
	for (const labels of [undefined, 'Buyer, 12', 12, ['Buyer', 'Seller'], ['USER_DEFINED:1', 12]]) {
		expect(parse(structuredClone(labels))).toBe(parse(structuredClone(labels)));
	}
});
