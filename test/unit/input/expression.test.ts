import {
	ASK_N8N,
	compileExpression,
} from '../../../nodes/HubSpotAssociations/input/expressions/expression';
import type { Sources } from '../../../nodes/HubSpotAssociations/input/expressions/sources';

const unknownNode = () => () => {
	throw new Error('There is no such node');
};

/** One item, and node `N` with the same. */
function sourcesOf(json: unknown): Sources {
	const item = () => ({ json });
	return {
		json: () => json,
		inputItem: item,
		pairedItem: (name) => (name === 'N' ? item : unknownNode()),
		nodeJson: (name) => (name === 'N' ? () => json : unknownNode()),
		once: (code) => () => `once ${code}`,
	};
}

const compile = (raw: unknown) => compileExpression(raw, sourcesOf({}));

function read(expression: string, json: unknown): unknown {
	const compiled = compileExpression(expression, sourcesOf(json));
	if (!compiled) throw new Error(`${expression} was not compiled`);
	return compiled.read(0);
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
		expect(read('={{ $json.a.b }}', { a: null })).toBeUndefined();
		expect(read('={{ $json.a.b["c"][0] }}', {})).toBeUndefined();
		expect(read('={{ $json.a?.b }}', {})).toBeUndefined();
	});

	it.each([
		['an object', '={{ $json.a }}', { a: {} }],
		['a date', '={{ $json.a }}', { a: new Date(0) }],
		['a function', '={{ $json.a }}', { a: () => 1 }],
		['a big integer', '={{ $json.a }}', { a: 1n }],
		['an array of numbers', '={{ $json.a }}', { a: [Infinity] }],
		['negative zero', '={{ $json.a }}', { a: -0 }],
		['NaN', '={{ $json.a }}', { a: NaN }],
		['no number of JSON in a list', '={{ $json.a.join() }}', { a: [Infinity] }],
		["a missing field's method", '={{ $json.a.trim() }}', {}],
		['a missing field of a missing one, not alone', '={{ $json.a.b || 1 }}', {}],
		['an object in a text', '=x{{ $json.a }}', { a: {} }],
		['a list in a text', '=x{{ $json.a }}', { a: ['x'] }],
		['an object compared', '={{ $json.a === 1 }}', { a: {} }],
		['unlike types in order', '={{ $json.a < 1 }}', { a: '0' }],
		['unlike types that may be equal', '={{ $json.a == 1 }}', { a: '1' }],
		['a sum with an object', '={{ $json.a + "x" }}', { a: {} }],
		['a sum without a text', '={{ $json.a + 1 }}', { a: true }],
		['a method of a number', '={{ $json.a.trim() }}', { a: 5 }],
		['a list that is taken for a text', '={{ $json.a.split(",") }}', { a: ['x'] }],
		['a key with a meaning of its own', '={{ $json[$json.a] }}', { a: 'constructor' }],
		['a key that objects inherit', '={{ { x: 1 }[$json.a] }}', { a: 'toString' }],
		['a key that is no index', '={{ $json[$json.a] }}', { a: -1 }],
		['arguments that are missing', '={{ $json.a.split() }}', { a: 'x' }],
		['a limit of parts', '={{ $json.a.split(",", 1) }}', { a: 'x,y' }],
		["a node's item without fields", "={{ $('N').item.json.a }}", undefined],
		['a node that does not exist', "={{ $('M').item.json.a }}", { a: 1 }],
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

	it("reads a list's or a text's length", () => {
		expect(read('={{ $json.a.length }}', { a: ['x', 'y'] })).toBe(2);
		expect(read('={{ $json.a.length }}', { a: 'text' })).toBe(4);
	});

	const row2 = {
		text: ' Ada ',
		id: 7,
		no: null,
		zero: 0,
		list: ['x', 'y'],
		k: 'b',
		deep: { b: 'B' },
	};

	it.each([
		["={{ $('N').item.json.id }}", 7],
		['={{ $node["N"].json["deep"].b }}', 'B'],
		['={{ $node.N.json.id }}', 7],
		['={{ $input.item.json.id }}', 7],
		['={{ $json.text.trim().toUpperCase() }}', 'ADA'],
		['={{ $json.id.toString() }}', '7'],
		['={{ String($json.id) + "-" + $json.k }}', '7-b'],
		['={{ Number($json.zero) }}', 0],
		['={{ Number("x") }}', NaN],
		['={{ parseInt("0x1f") }}', 31],
		['={{ parseInt("12px", 10) }}', 12],
		['={{ parseFloat("1.5x") }}', 1.5],
		['={{ $json.no || "none" }}', 'none'],
		['={{ $json.no ?? $json.zero }}', 0],
		['={{ $json.zero || $json.no }}', null],
		['={{ $json.id && $json.k }}', 'b'],
		['={{ !$json.no && !!$json.id }}', true],
		['={{ ($json.no ?? "") || "x" }}', 'x'],
		['={{ $json.id > 5 && $json.id <= 7 ? $json.k : "z" }}', 'b'],
		['={{ $json.k == "b" ? 1 : -1 }}', 1],
		['={{ $json.k === "c" ? 1 : $json.k !== "b" ? 2 : 3 }}', 3],
		['={{ $json.no == undefined }}', true],
		['={{ $json.no != $json.zero }}', true],
		['={{ "a" < "b" }}', true],
		['={{ $json.id + 1 }}', 8],
		['={{ $json.list.join("; ") }}', 'x; y'],
		['={{ "a,b".split(",")[1] }}', 'b'],
		['={{ $json.text.replace("A", "E").slice(1, -1) }}', 'Eda'],
		['={{ $json.text.substring(1).startsWith("Ad") }}', true],
		['={{ $json.text.replaceAll(" ", "").endsWith("a") }}', true],
		['={{ $json.text.includes("d") }}', true],
		['={{ $json.text.trimStart() + $json.text.trimEnd() }}', 'Ada  Ada'],
		['={{ $json.text.split("\\n")[0].toLowerCase() }}', ' ada '],
		['={{ { a: 1, "b": "two" }[$json.k] ?? "" }}', 'two'],
		['={{ { a: 1 }[$json.k] ?? "none" }}', 'none'],
		['={{ [$json.k, "c"] }}', ['b', 'c']],
		['={{ $json.deep[$json.k] }}', 'B'],
		['={{ $json.list[$json.zero] }}', 'x'],
		['={{ $json.nothing?.trim().length }}', undefined],
		['=USER_DEFINED:{{ $json.id }}', 'USER_DEFINED:7'],
		['={{ $json.k }}{{ $json.id }}', 'b7'],
		['= {{ $json.id }}', ' 7'],
		['={{ $json.id }} ', '7 '],
		[
			'={{ $json.no }}|{{ $json.zero }}|{{ $json.nothing }}|{{ false }}|{{ Number("x") }}',
			'|0||false|',
		],
		['={{ $json.nothing.at.all }}!', '!'],
		["={{ $json.k + $('N').first().json.a.hash() }}", "bonce $('N').first().json.a.hash()"],
		['={{ $json.k + $vars["a b"] }}', 'bonce $vars["a b"]'],
		["={{ $('N').isExecuted ? $json.k : 0 }}", 'b'],
		["={{ $json.deep[$('N').all(0, 1)[0].json.key ? 'b' : 'c'] }}", 'B'],
	])('evaluates %s', (expression, value) => {
		expect(read(expression, row2)).toEqual(value);
		expect(compile(expression)?.isOnce).toBe(!/\$(json|node|input)|\.item/.test(expression));
	});

	it.each([
		'={{ null }}',
		'={{ "text" }}',
		'={{ $vars.a }}',
		'={{ $workflow.id }}',
		'=run {{ $execution.id }} of {{ $workflow.name }}',
		"={{ $('N').first().json.a || $('N').last().json.b }}",
		"={{ $('N').all()[0].json.a }}",
		"={{ $('N').params.a.b }}",
		'={{ $input.first().json.a }}',
		"={{ $('N').isExecuted ? 'a' : 'b' }}",
		"={{ $('N').first().json[$vars.key] }}",
	])('sees that %s is the same for every item', (expression) => {
		expect(compile(expression)?.isOnce).toBe(true);
	});

	it.each([
		...['$json.a', '{{ $json.a }}', '=$json.a', '={{ $json }}', '={{ }}', '=', '', '={{ $json.a'],
		...['={{ -$json.a }}', '={{ $json.a() }}', '={{ $json.a - 1 }}', '={{ $json.a * 2 }}'],
		...['={{ `${$json.a}` }}', '={{ [...$json.a] }}', '={{ $json.a; }}', '={{ $json.a = 1 }}'],
		...['={{ $json.a.match("x") }}', '={{ $json.a.first() }}', '={{ $json.a.toNumber() }}'],
		...['={{ $json.a.trim?.() }}', '={{ $json.a?.("x") }}', '={{ (x) => 1 }}', '={{ new Date() }}'],
		...['={{ $json.a || $json.b ?? 1 }}', '={{ $json.a ?? $json.b && 1 }}', '={{ 1 && 2 ?? 3 }}'],
		...['={{ $json.a ?.5 : 1 }}', '={{ 1.toString() }}', '={{ 01 }}', '={{ 1a }}', '={{ 1e3 }}'],
		...['={{ $json.a ? 1 }}', '={{ ($json.a }}', '={{ $json.a) }}', '={{ [1,,2] }}', '={{ [,] }}'],
		...['={{ {a}.a }}', '={{ {a: $json.b}.a }}', '={{ {...$json}.a }}', '={{ {["a"]: 1}.a }}'],
		...['={{ { constructor: 1 }.a }}', '={{ { __proto__: null }.a }}', '={{ $json.a /* b */ }}'],
		...['={{ $json.a.replace(/x/, "") }}', '={{ $json.a ^ 1 }}', '={{ typeof $json.a }}'],
		...["={{ $('N').item.json }}", "={{ $('N').item.binary.a }}", "={{ $('').item.json.a }}"],
		...["={{ $('N').first.json.a }}", "={{ $('N').item['json'].a }}", '={{ $node["N"].data.a }}'],
		...[
			"={{ $('N').itemMatching(0).json.a }}",
			'={{ $($json.a).item.json.a }}',
			'={{ $("a" + "b").item.json.a }}',
		],
		...["={{ $('N').first().json.a.randomItem() }}", "={{ $('N').first().json.a[$json.b] }}"],
		...[
			'={{ $now }}',
			'={{ $today }}',
			'={{ $fromAI("a") }}',
			'={{ $env.A }}',
			'={{ $itemIndex }}',
		],
		...[
			'={{ $execution.customData.get("a") }}',
			'={{ Math.random() }}',
			'={{ $evaluateExpression("1") }}',
		],
		...[
			'={{ $json.a',
			'={{ $json.a }} {{',
			'=\\{{ $json.a }}',
			'={{ "\\\\" }}\\',
			'={{ $json["\\" }}',
		],
		...[
			'={{ $json.a?.b || ".first()" }}',
			'={{ $json.a?.b ?? $vars.$if }}',
			'={{ $json.a?.b + ".first (" }}',
		],
		...['={{ $jsona }}', '={{ $json2.a }}', '={{ $JSON.a }}', '={{ $binary.a }}', '={{ $now }}'],
		...['={{ $json[a] }}', '={{ $json[`a`] }}', '={{ $json[01] }}', '={{ $json[1e3] }}'],
		...['={{ $json["a\'] }}', '={{ $json["\\u0061"] }}'],
		...['={{ $json["\n"] }}', '={{ $json["\u2028"] }}', '={{ $json["\ud83e"] }}'],
		...['={{ $json["a}}"] }}', '={{\u00a0$json.a }}', '={{ $json.größe }}'],
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
		expect(compile(expression)).toBeUndefined();
	});

	it.each([[undefined], [null], [5], [true], [['={{ $json.a }}']], [{ a: '={{ $json.a }}' }]])(
		'does not compile %j',
		(raw) => {
			expect(compile(raw)).toBeUndefined();
		},
	);

	it('takes no longer for a text made to slow it down', () => {
		const startedAt = performance.now();
		expect(compile(`={{ $json${'["a"]'.repeat(20_000)}["`)).toBeUndefined();
		expect(compile(`={{ $json.a${' '.repeat(100_000)}x }}`)).toBeUndefined();
		expect(compile(`={{ $json["${'\\"'.repeat(50_000)} }}`)).toBeUndefined();
		expect(performance.now() - startedAt).toBeLessThan(1_000);
	});
});
