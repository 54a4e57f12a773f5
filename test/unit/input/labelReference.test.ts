import fc from 'fast-check';
import {
	parseLabelReference,
	parseLabels,
} from '../../../nodes/HubSpotAssociations/input/values/labelReference';
import { countOf } from '../../counts';

const NAME = 'Label Names or IDs';
const type = (category: string, typeId: number) => ({ kind: 'type', type: { category, typeId } });
const bare = (typeId: number) => ({ kind: 'typeId', typeId });
const named = (name: string) => ({ kind: 'name', name });

function read(parse: typeof parseLabelReference, value: unknown): unknown {
	const outcome = parse(value, NAME);
	if (outcome.ok) return outcome.value;
	const { message, advice } = outcome.failure;
	return advice ? `${message}. ${advice}` : message;
}

const all = (value: unknown) => {
	const outcome = parseLabels(value, NAME);
	return outcome.ok ? outcome.value : outcome.failure.message;
};

it.each([
	['USER_DEFINED:12', type('USER_DEFINED', 12)],
	[' HUBSPOT_DEFINED: 279 ', type('HUBSPOT_DEFINED', 279)],
	['WORK:2147483647', type('WORK', 2147483647)],
	['279', bare(279)],
	[279, bare(279)],
	['Buyer', named('Buyer')],
	['Role: buyer', named('Role: buyer')],
	['279 days', named('279 days')],
	['1.5', named('1.5')],
	['constructor', named('constructor')],
])('reads %p', (value, reference) => {
	expect(read(parseLabelReference, value)).toEqual(reference);
});

const HOW = 'Write it as CATEGORY:typeId, such as USER_DEFINED:12, or pick it from the list.';
const range = (text: string) =>
	`'${NAME}' must be a type ID between 1 and 2147483647, but is ${text === '' ? 'empty' : `"${text}"`}. ${HOW}`;

it.each([
	['0', range('0')],
	[-1, range('-1')],
	[1.5, range('1.5')],
	[Number.NaN, range('NaN')],
	['2147483648', range('2147483648')],
	['USER_DEFINED:', range('')],
	['USER_DEFINED:0', range('0')],
	['USER_DEFINED:abc', range('abc')],
	['USER_DEFINED:0x10', range('0x10')],
	[
		'OTHER:5',
		`'${NAME}' uses the category OTHER, which HubSpot does not have. Use one of these: HUBSPOT_DEFINED, INTEGRATOR_DEFINED, USER_DEFINED, WORK.`,
	],
	[' ', `'${NAME}' is empty. Pick an association type.`],
	[
		{ typeId: 5 },
		`'${NAME}' must be an association type, but is an object. Use a label's name, a type ID or CATEGORY:typeId.`,
	],
	[
		[5],
		`'${NAME}' must be an association type, but is a list of 1. Use a label's name, a type ID or CATEGORY:typeId.`,
	],
	[
		true,
		`'${NAME}' must be an association type, but is a boolean. Use a label's name, a type ID or CATEGORY:typeId.`,
	],
])('says of %p what is wrong', (value, message) => {
	expect(read(parseLabelReference, value)).toBe(message);
});

it.each([
	[undefined, []],
	[null, []],
	['', []],
	[' , ', []],
	[[], []],
	[['', ' '], []],
	['Buyer, USER_DEFINED:5 ,7', [named('Buyer'), type('USER_DEFINED', 5), bare(7)]],
	[
		['Buyer, first', 7],
		[named('Buyer, first'), bare(7)],
	],
	[7, [bare(7)]],
])('reads the labels %p', (value, labels) => {
	expect(all(value)).toEqual(labels);
});

it('refuses all labels for one that is wrong', () => {
	expect(all(['Buyer', { a: 1 }])).toBe(`'${NAME}' must be an association type, but is an object`);
	expect(all(['Buyer', null])).toBe(`'${NAME}' must be an association type, but is nothing`);
});

it('gives a reference or a reason for any value', () => {
	fc.assert(
		fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' })), (value) => {
			for (const parse of [parseLabels, parseLabelReference]) {
				const outcome = parse(value, NAME);
				if (!outcome.ok) expect(outcome.failure.message).toContain(`'${NAME}'`);
			}
		}),
		{ numRuns: countOf('pureRuns') },
	);
});
