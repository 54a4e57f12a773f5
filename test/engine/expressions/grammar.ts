import fc from 'fast-check';

/** Expressions of the part of JavaScript that is compiled, over fields of items, and some that go a little beyond it. */

const FIELDS = [
	...[
		'text',
		'text',
		'text',
		'id',
		'id',
		'id',
		'no',
		'flag',
		'list',
		'deep.text',
		'deep.text',
		'deep.b',
	],
	...['missing', 'missing.a', 'odd'],
];

const LITERALS = [
	'""',
	"'x'",
	'"a,b"',
	'0',
	'7',
	'-1',
	'1.5',
	'null',
	'undefined',
	'true',
	'false',
	'"\\n"',
];

const METHODS = [
	...['trim()', 'toString()', 'toLowerCase()', 'toUpperCase()', 'split(",")', 'split(",")[0]'],
	...['replace("a", "b")', 'replaceAll(",", "$&")', 'slice(1)', 'slice(-2, -1)', 'substring(1, 3)'],
	...['startsWith("a")', 'endsWith("x")', 'includes(",")', 'join("; ")', 'join()', 'length'],
	...[
		'trimStart()',
		'trimEnd()',
		'toNumber()',
		'match("a")',
		'first()',
		'isEmpty()',
		'padStart(3)',
	],
];

const OPERATORS = [
	...[
		'||',
		'||',
		'??',
		'??',
		'&&',
		'===',
		'!==',
		'==',
		'!=',
		'<',
		'>',
		'<=',
		'>=',
		'+',
		'+',
		'-',
		'^',
	],
];

const FUNCTIONS = ['String', 'String', 'Number', 'parseInt', 'parseFloat', '!', '!!', 'Boolean'];

/** @param bases what a field is read from, such as `$json` */
export function expressionsOver(bases: readonly string[]): fc.Arbitrary<string> {
	const field = fc
		.tuple(
			fc.constantFrom(...bases),
			fc.constantFrom('.', '.', '.', '?.'),
			fc.constantFrom(...FIELDS),
		)
		.map((parts) => parts.join(''));
	const { code } = fc.letrec<{ code: string }>((tie) => ({
		code: fc.oneof(
			{ maxDepth: 3, depthSize: 'small' },
			{ weight: 6, arbitrary: field },
			{ weight: 1, arbitrary: fc.constantFrom(...LITERALS) },
			{
				weight: 3,
				arbitrary: fc
					.tuple(field, fc.constantFrom('.', '.', '?.'), fc.constantFrom(...METHODS))
					.map((parts) => parts.join('')),
			},
			{
				weight: 4,
				arbitrary: fc
					.tuple(tie('code'), fc.constantFrom(...OPERATORS), tie('code'))
					.map((parts) => parts.join(' ')),
			},
			{ weight: 1, arbitrary: tie('code').map((inner) => `(${inner})`) },
			{ weight: 1, arbitrary: tie('code').map((inner) => `(${inner}).trim()`) },
			{
				weight: 2,
				arbitrary: fc
					.tuple(fc.constantFrom(...FUNCTIONS), tie('code'))
					.map(([name, inner]) => `${name}(${inner})`),
			},
			{
				weight: 2,
				arbitrary: fc
					.tuple(tie('code'), tie('code'), tie('code'))
					.map(([test, yes, no]) => `${test} ? ${yes} : ${no}`),
			},
			{
				weight: 1,
				arbitrary: tie('code').map((key) => `{ a: 1, "x": 'ex', "7": null }[${key}]`),
			},
			{ weight: 1, arbitrary: fc.tuple(field, tie('code')).map(([of, key]) => `${of}[${key}]`) },
			{ weight: 1, arbitrary: tie('code').map((inner) => `[${inner}]`) },
		),
	}));
	const block = fc
		.oneof({ weight: 3, arbitrary: field }, { weight: 4, arbitrary: code })
		.map((inner) => `{{ ${inner} }}`);
	const text = fc.constantFrom('', '', ' ', 'USER_DEFINED:', '{', '}', '}}', '\n', 'a\\b');
	return fc.oneof(
		{ weight: 3, arbitrary: block.map((alone) => `=${alone}`) },
		{
			weight: 1,
			arbitrary: fc
				.array(fc.tuple(block, text), { minLength: 1, maxLength: 3 })
				.chain((parts) => text.map((first) => `=${first}${parts.flat().join('')}`)),
		},
	);
}
