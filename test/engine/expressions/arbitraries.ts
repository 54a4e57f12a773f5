import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

/** Few names, shared by rows and expressions, so that most paths lead somewhere. */
const identifier = fc.constantFrom('a', 'b', '_c1', '$d', 'length', 'class');

/** Names that can only be quoted, or that JavaScript or n8n treat in their own way. */
const oddNames = [
	...['', ' ', 'a b', 'a.b', 'a[0]', "it's", 'say "hi"', 'back\\slash', 'größe', '名前', '🦊'],
	...['0', '1', '{', '}', '{{', '}}', '$', '\n', '\u2028', '\u00a0', 'isEmpty()', 'x.constructor'],
	...['toString', 'hasOwnProperty', 'valueOf', 'toJSON', 'map', 'constructor', 'prototype'],
	...['__proto__', '__defineGetter__', 'caller', 'arguments', 'binding', 'if', 'this', 'window'],
	...['globalThis', 'process', 'undefined', '___n8n_data', '__sanitize'],
];

const oddName = fc.constantFrom(...oddNames);

const name = fc.oneof(
	{ weight: 6, arbitrary: identifier },
	{ weight: 1, arbitrary: oddName },
	{ weight: 1, arbitrary: fc.string({ maxLength: 3 }) },
);

const leaf = fc.oneof(
	fc.constantFrom<unknown>(null, undefined, true, false, '', 0, -0, NaN, Infinity),
	fc.constantFrom<unknown>(2 ** 53 + 2, -1.5e300, '9007199254740993', '2026-03-01T00:00:00Z'),
	fc.constantFrom<unknown>('={{ $json.a }}', '{{ 1 }}', 'null', '0'),
	fc.string({ unit: 'binary' }),
	fc.double(),
	fc.date({ noInvalidDate: true }),
);

/** Own properties of any name, `__proto__` among them, as JSON.parse makes them. */
function toObject(entries: Array<[string, unknown]>): IDataObject {
	const object: IDataObject = {};
	for (const [key, value] of entries) {
		const property = { value, enumerable: true, writable: true, configurable: true };
		Object.defineProperty(object, key, property);
	}
	return object;
}

const { value } = fc.letrec<{ value: unknown; object: IDataObject }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3 },
		{ weight: 8, arbitrary: leaf },
		{ weight: 1, arbitrary: fc.array(leaf, { maxLength: 3 }) },
		{ weight: 1, arbitrary: fc.array(fc.string(), { maxLength: 3 }) },
		{ weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
		{ weight: 4, arbitrary: tie('object') },
	),
	object: fc.array(fc.tuple(name, tie('value')), { maxLength: 8 }).map(toObject),
}));

/** An item's json. */
export const row = fc
	.array(fc.tuple(name, value), { minLength: 6, maxLength: 20 })
	.map((entries) => toObject(entries));

function quote(text: string, mark: string): string {
	const escaped = text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`);
	return mark + escaped.replaceAll('\n', '\\n') + mark;
}

const space = fc.constantFrom('', ' ', ' ', '\n', '\t', '\r\n');

const quotedStep = fc
	.tuple(fc.constantFrom('', '', '?.'), name, fc.constantFrom('"', "'"), space)
	.map(([dot, key, mark, gap]) => `${dot}[${gap}${quote(key, mark)}${gap}]`);

const plainStep = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.tuple(fc.constantFrom('.', '.', '?.'), identifier).map((parts) => parts.join('')),
	},
	{ weight: 2, arbitrary: quotedStep },
	{ weight: 1, arbitrary: fc.constantFrom('[0]', '[1]', '?.[2]') },
);

/** What n8n may take in its own way, or refuse. */
const oddStep = fc.oneof(
	oddName.map((key) => `.${key}`),
	fc.constantFrom('[00]', '[-1]', '[1.5]', '[1e3]', '[0x1]', '["a" ]', "['a'+'b']", '.a()', '..a'),
	fc.constantFrom(
		'["\\u0061"]',
		'["a\\',
		'[`a`]',
		'.a.',
		' . a',
		'/**/.a',
		'["a"',
		'.a;',
		'.a + 1',
	),
);

const path = (step: fc.Arbitrary<string>) =>
	fc.oneof(
		step,
		fc.array(step, { minLength: 2, maxLength: 3 }).map((steps) => steps.join('')),
	);

/** Expressions of the plain form and others that come near it. */
export const expression = fc
	.tuple(
		space,
		fc.oneof(
			{ weight: 4, arbitrary: path(plainStep) },
			{ weight: 1, arbitrary: path(fc.oneof(plainStep, oddStep)) },
		),
		fc.oneof({ weight: 9, arbitrary: space }, { weight: 1, arbitrary: fc.constant('\u00a0') }),
	)
	.map(([before, steps, after]) => `={{${before}$json${steps}${after}}}`);

/** Every odd name, in every spelling. */
export const oddExpressions = [
	'={{ $json.a.trim() }}',
	...oddNames.flatMap((odd) =>
		[
			...[`.${odd}`, `?.a.${odd}`, `[${quote(odd, '"')}]`],
			...[`?.[${quote(odd, "'")}]`, `.a[${quote(odd, '"')}]`],
		].map((steps) => `={{ $json${steps} }}`),
	),
];

const everyName = toObject(oddNames.map((odd) => [odd, `found ${odd}`]));

/** Rows for the odd expressions: that have every name, further down too, and that have none. */
export const oddRows: IDataObject[] = [
	everyName,
	{ a: everyName },
	{ a: ['first', everyName] },
	{ a: 'text' },
	{ a: null },
	{},
];
