import fc from 'fast-check';

/** What people paste, programs produce and attackers try. */
export const NASTY: readonly unknown[] = [
	...[
		'../../x',
		'..%2f..%2fx',
		'..\\..\\x',
		'/crm/v3/objects',
		'//example.com',
		'a/../b',
		'./.',
		'..',
	],
	...[
		'0-1/0-2',
		'0-1?x=1',
		'0-1#x',
		'0-1;x',
		'0-1%00',
		'0-1\n',
		'0-1 ',
		'contacts',
		'CONTACTS',
		'2-77',
	],
	...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '$json'],
	...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '&lt;b&gt;', '"><svg/onload=x>'],
	...[
		'{{ $json }}',
		'={{ 1 + 1 }}',
		'${7 * 7}',
		'{{constructor.constructor("x")()}}',
		"'; DROP TABLE x;--",
	],
	...[
		'\u0000',
		'a\u0000b',
		'\u001b[31m',
		'\r\nX-Header: 1',
		'\u202e1001',
		'\u200b',
		'\ufeff1001',
		'\ud800',
	],
	...['１００１', '٣', '1e3', '0x10', '1_000', ' 1001 ', '-1', '+1', '1.0', '1,000', '007', '0'],
	...['NaN', 'Infinity', 'true', 'null', 'undefined', '', ' ', '\t', '[]', '{}'],
	...[
		'9'.repeat(400),
		'a'.repeat(100_000),
		'🦄',
		'é',
		'한국',
		'USER_DEFINED:36',
		'USER_DEFINED:',
		':36',
	],
	...[
		'__proto__:36',
		'USER_DEFINED:1e1',
		'USER_DEFINED:-1',
		'USER_DEFINED:36/..',
		'Billing Contact',
		'36',
	],
	'https://app.hubspot.com/contacts/1/record/0-1/1001',
	'https://app.hubspot.com.example.com/contacts/1/record/0-1/1001',
	'https://example.com/?https://app.hubspot.com/contacts/1/record/0-1/1001',
	'https://app.hubspot.com/contacts/1/record/0-1/1001/../../x',
	'javascript:alert(1)',
	...[0, -0, -1, 0.1, 1.5, 1e21, 2 ** 31, 2 ** 53, -(2 ** 53), Infinity, -Infinity, Number.NaN],
	...[
		true,
		false,
		null,
		undefined,
		[],
		[[]],
		{},
		[null],
		[undefined],
		new Date(0),
		new Date(Number.NaN),
	],
	...[
		['1001'],
		[1001, 1002],
		{ id: '1001' },
		{ value: '1001' },
		{ __rl: true, mode: 'id', value: '1' },
	],
	JSON.parse(
		'{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
	) as unknown,
	nested(300),
];

function nested(depth: number): unknown {
	let value: unknown = '1001';
	for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { value };
	return value;
}

/** What some parameter or other takes. */
const HARMLESS_TEXTS = [
	...['0-1', '0-2', 'companies', '1001', '1002', '5001', '5002', 'email', 'domain'],
	...['v4', '2026-09', 'keep', 'replace', 'all', 'pair', 'accessToken', 'oAuth2'],
	...['association', 'associationLabel', 'associationLimit', 'create', 'delete', 'getAll', 'sync'],
];

/** All that are not generated: some are what a parameter takes, most are not. */
export const KNOWN: readonly unknown[] = [...NASTY, ...HARMLESS_TEXTS];

export const hostile: fc.Arbitrary<unknown> = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...NASTY) },
	{ weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
	{ weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
	{
		weight: 1,
		arbitrary: fc.constantFrom(...HARMLESS_TEXTS),
	},
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
	{ weight: 1, arbitrary: fc.integer() },
	{ weight: 1, arbitrary: fc.double() },
	{ weight: 1, arbitrary: fc.webUrl() },
	{ weight: 2, arbitrary: fc.object({ maxDepth: 4, maxKeys: 3 }) },
	{ weight: 1, arbitrary: fc.array(fc.constantFrom(...NASTY), { maxLength: 4 }) },
);

/** The same values for the same seed. */
export function hostileValues(count: number, seed: number): unknown[] {
	return fc.sample(hostile, { numRuns: count, seed });
}

/** A value as a workflow's own JSON can hold it, which knows no undefined in lists, no date and no NaN. */
export function asJson(value: unknown): unknown {
	return (JSON.parse(JSON.stringify({ value })) as { value?: unknown }).value;
}
