import {
	ASK_N8N,
	compileExpression,
} from '../../../nodes/HubSpotAssociations/input/expressions/expression';

function read(expression: string, json: unknown): unknown {
	const compiled = compileExpression(expression);
	if (!compiled) throw new Error(`${expression} was not compiled`);
	return compiled(json);
}

describe('compileExpression', () => {
	const row = {
		a: { b: [{ c: 'found' }, 'second'] },
		'a b': 1,
		"it's": 2,
		'say "hi"': 3,
		'back\\slash': 4,
		größe: 5,
		'🦊': 6,
		'': 7,
		$x: 8,
		class: 9,
		'a.b': 10,
		'}': 11,
	};

	it.each([
		['={{ $json.a.b[0].c }}', 'found'],
		['={{$json.a.b[1]}}', 'second'],
		['={{\n\t$json["a"][ "b" ][ 0 ]?.c\r\n}}', 'found'],
		["={{ $json?.a?.['b']?.[1] }}", 'second'],
		['={{ $json["a b"] }}', 1],
		['={{ $json["it\'s"] }}', 2],
		["={{ $json['it\\'s'] }}", 2],
		['={{ $json["say \\"hi\\""] }}', 3],
		['={{ $json[\'say "hi"\'] }}', 3],
		['={{ $json["back\\\\slash"] }}', 4],
		['={{ $json["größe"] }}', 5],
		['={{ $json["🦊"] }}', 6],
		['={{ $json[""] }}', 7],
		['={{ $json.$x }}', 8],
		['={{ $json.class }}', 9],
		['={{ $json["a.b"] }}', 10],
		['={{ $json["}"] }}', 11],
	])('reads %s', (expression, value) => {
		expect(read(expression, row)).toBe(value);
	});

	it.each([
		['a text', 'found'],
		['an empty text', ''],
		['a text that looks like an expression', '={{ $json.b }}'],
		['a number', 2 ** 53 + 2],
		['negative zero', -0],
		['NaN', NaN],
		['false', false],
		['null', null],
		['undefined', undefined],
		['texts', ['x', '']],
		['no texts', []],
	])('gives %s as it is', (_, value) => {
		expect(read('={{ $json.a }}', { a: value })).toBe(value);
	});

	it('gives undefined for a missing field', () => {
		expect(read('={{ $json.a }}', {})).toBeUndefined();
		expect(read('={{ $json.a[2] }}', { a: ['x'] })).toBeUndefined();
		expect(read('={{ $json.a.b }}', { a: Object.create(null) as object })).toBeUndefined();
	});

	it.each([
		['an object', '={{ $json.a }}', { a: {} }],
		['a date', '={{ $json.a }}', { a: new Date(0) }],
		['a function', '={{ $json.a }}', { a: () => 1 }],
		['a big integer', '={{ $json.a }}', { a: 1n }],
		['an array of numbers', '={{ $json.a }}', { a: [Infinity] }],
		['null half-way', '={{ $json.a.b }}', { a: null }],
		['a missing field half-way', '={{ $json.a?.b }}', {}],
		["a text's length", '={{ $json.a.length }}', { a: 'text' }],
		["a text's letter", '={{ $json.a[0] }}', { a: 'text' }],
		["an array's method", '={{ $json.a.map }}', { a: [] }],
		[
			'an instance of a class',
			'={{ $json.a.b }}',
			{
				a: new (class A {
					b = 1;
				})(),
			},
		],
		['a field inherited', '={{ $json.a.b }}', { a: Object.create({ b: 1 }) as object }],
		['no item', '={{ $json.a }}', undefined],
	])('leaves %s to n8n', (_, expression, json) => {
		expect(read(expression, json)).toBe(ASK_N8N);
	});

	it("reads an array's length", () => {
		expect(read('={{ $json.a.length }}', { a: ['x', 'y'] })).toBe(2);
	});

	it.each([
		...['$json.a', '{{ $json.a }}', '=$json.a', '={{ $json }}', '={{ }}', '=', '', '={{ $json.a'],
		...['={{ $json.a }} ', '= {{ $json.a }}', '=x{{ $json.a }}', '={{ $json.a }}{{ $json.a }}'],
		...['={{ $json.a + 1 }}', '={{ -$json.a }}', '={{ $json.a() }}', '={{ $json.a.trim() }}'],
		...['={{ `${$json.a}` }}', '={{ [...$json.a] }}', '={{ ($json.a) }}', '={{ $json.a; }}'],
		...['={{ $node["x"].json.a }}', '={{ $input.item.json.a }}', "={{ $('x').item.json.a }}"],
		...['={{ $jsona }}', '={{ $json2.a }}', '={{ $JSON.a }}', '={{ $binary.a }}', '={{ $now }}'],
		...['={{ $json[a] }}', '={{ $json[$json.a] }}', '={{ $json[`a`] }}', '={{ $json["a" + "b"] }}'],
		...['={{ $json[-1] }}', '={{ $json[01] }}', '={{ $json[1.5] }}', '={{ $json[1e3] }}'],
		...['={{ $json[12345678901] }}', '={{ $json["a\'] }}', '={{ $json["\\u0061"] }}'],
		...[
			'={{ $json["\\n"] }}',
			'={{ $json["\n"] }}',
			'={{ $json["\u2028"] }}',
			'={{ $json["\ud83e"] }}',
		],
		...['={{ $json["a}}"] }}', '={{ $json["{{a"] }}', '={{\u00a0$json.a }}', '={{ $json.größe }}'],
		...['={{ $json/**/.a }}', '={{ $json.a // b\n}}', '={{ $json.1 }}', '={{ $json..a }}'],
		...['={{ $json.constructor }}', '={{ $json["constructor"] }}', '={{ $json.a.__proto__ }}'],
		...[
			'={{ $json["x.constructor"] }}',
			'={{ $json["x. constructor"] }}',
			'={{ $json.prototype }}',
		],
		...['={{ $json.toString }}', '={{ $json.hasOwnProperty }}', '={{ $json.valueOf }}'],
		...['={{ $json.getPrototypeOf }}', '={{ $json.caller }}', '={{ $json.globalThis }}'],
	])('does not compile %j', (expression) => {
		expect(compileExpression(expression)).toBeUndefined();
	});

	it.each([[undefined], [null], [5], [true], [['={{ $json.a }}']], [{ a: '={{ $json.a }}' }]])(
		'does not compile %j',
		(raw) => {
			expect(compileExpression(raw)).toBeUndefined();
		},
	);

	it('takes no longer for a text made to slow it down', () => {
		const startedAt = performance.now();
		expect(compileExpression(`={{ $json${'["a"]'.repeat(20_000)}["`)).toBeUndefined();
		expect(compileExpression(`={{ $json.a${' '.repeat(100_000)}x }}`)).toBeUndefined();
		expect(compileExpression(`={{ $json["${'\\"'.repeat(50_000)} }}`)).toBeUndefined();
		expect(performance.now() - startedAt).toBeLessThan(1_000);
	});
});
