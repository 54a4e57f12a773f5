import fc from 'fast-check';
import { parseMaximum } from '../../../nodes/HubSpotAssociations/input/rows/typeRows';
import { countOf } from '../../counts';

function parse(value: unknown) {
	const outcome = parseMaximum(value);
	return outcome.ok ? outcome.value : `${outcome.failure.message}. ${outcome.failure.advice}`;
}

it.each([
	[1, 1],
	['5', 5],
	[' 10000 ', 10_000],
	[2_147_483_647, 2_147_483_647],
])('reads %p', (value, maximum) => {
	expect(parse(value)).toBe(maximum);
});

const HOW = 'Enter how many records one record may be associated with.';
const EMPTY = `'Maximum Associated Records' is empty. ${HOW}`;
const wrong = (shown: string) =>
	`'Maximum Associated Records' must be a whole number between 1 and 2147483647, but is ${shown}. ${HOW}`;

it.each([
	[undefined, EMPTY],
	[null, EMPTY],
	['', EMPTY],
	[' ', EMPTY],
	[0, wrong('0')],
	[-1, wrong('-1')],
	[1.5, wrong('1.5')],
	['1.5', wrong('"1.5"')],
	[Number.NaN, wrong('NaN')],
	[2_147_483_648, wrong('2147483648')],
	[Infinity, wrong('Infinity')],
	['many', wrong('"many"')],
	['0x10', wrong('"0x10"')],
	['1e3', wrong('"1e3"')],
	[true, wrong('a boolean')],
	[[5], wrong('a list of 1')],
	[{}, wrong('an object')],
])('says of %p what is wrong', (value, message) => {
	expect(parse(value)).toBe(message);
});

it('gives a maximum or a reason for any value', () => {
	fc.assert(
		fc.property(fc.oneof(fc.anything(), fc.double(), fc.string()), (value) => {
			const outcome = parseMaximum(value);
			if (outcome.ok) expect(outcome.value).toBeGreaterThanOrEqual(1);
			else expect(outcome.failure.message).toMatch(/^'Maximum Associated Records' /);
		}),
		{ numRuns: countOf('pureRuns') },
	);
});
