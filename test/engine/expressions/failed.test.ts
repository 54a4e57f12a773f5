import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';
import { createParameterReader } from '../../../nodes/HubSpotAssociations/input/expressions/parameterReader';
import { runAsTool, runNode } from '../../../tools/engine';

const TYPE = 'n8n-nodes-harness.probe';

/** A node that reads parameters. */
function probe(execute: (this: IExecuteFunctions) => void): INodeType {
	return {
		description: {
			displayName: 'Probe',
			name: 'probe',
			usableAsTool: true,
			group: ['transform'],
			version: 1,
			description: 'Reads a parameter',
			defaults: { name: 'Probe' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: ['labels', 'number'].map((name) => ({
				displayName: name,
				name,
				type: 'string',
				default: '',
			})),
		},
		async execute() {
			execute.call(this);
			return [[]];
		},
	};
}

async function inEngine(node: INodeType, labels: unknown, items: IDataObject[]): Promise<void> {
	const parameters = { labels } as INodeParameters;
	const run = await runNode({ node, type: TYPE, parameters, items, credentialTypes: [] });
	if (run.error) throw new Error(run.error.message);
}

/** The value, or the message that is thrown. */
function messageOf(read: () => unknown): unknown {
	try {
		return read();
	} catch (error) {
		return (error as Error).message;
	}
}

/** What the reader gives for one row. */
async function read(labels: unknown): Promise<unknown> {
	let result: unknown;
	const node = probe(function () {
		result = messageOf(() => createParameterReader(this, 'labels', '').read(0));
	});
	await inEngine(node, labels, [ROW]);
	return result;
}

const ROW = { role: null, text: 'Buyer', empty: '', people: [{ name: null }] };

const unresolved = (reason: string) =>
	expect.stringMatching(
		`^The expression in 'Label Names or IDs' cannot be resolved: ${reason.replace(/[()?$]/g, '\\$&')}`,
	);

const OF_NULL = "Cannot read properties of null (reading 'trim')";

describe('an expression that n8n swallows the failure of is unresolved', () => {
	it.each([
		['a method of null', '={{ $json.role.trim() }}', OF_NULL],
		['with a fallback that is never reached', "={{ $json.role.trim() || 'Buyer' }}", OF_NULL],
		['an unknown method', '={{ $json.text.trm() }}', '$json.text.trm is not a function'],
		[
			'a field named as a code',
			'={{ $json.role.typePermission.trim() }}',
			"Cannot read properties of null (reading 'typePermission')",
		],
		['a misspelled $json', '={{ $jsn.role }}', 'Cannot read properties of undefined'],
		['a name alone', '={{ role }}', 'role is not defined'],
		['in a callback', '={{ $json.people.map((p) => p.name.trim()) }}', OF_NULL],
		['with a semicolon', '={{ $json.role.trim(); }}', OF_NULL],
		['with a comment', '={{ $json.role.trim() // the role\n }}', OF_NULL],
		['on lines', '={{\n$json.role\n.trim()\n}}', OF_NULL],
		['in an object', '={{ {a: $json.role.trim()} }}', OF_NULL],
		['not of a member', '={{ 1n + 1 }}', 'Cannot mix BigInt'],
		['thrown without words', '={{ (() => { throw 1 })() }}', 'n8n gave no reason'],
		["another node's item", "={{ $('Trigger').item.json.role.trim() }}", OF_NULL],
		['an item that is not there', "={{ $('Trigger').all()[5].json.role }}", 'Cannot read'],
		['with an extension of n8n', '={{ $json.text.isEmpty() ? 1 : $json.role.trim() }}', OF_NULL],
		['in a text', '=Buyer, {{ $json.role.trim() }}', OF_NULL],
		['first in a text', '={{ $json.role.trim() }}, Buyer', OF_NULL],
		['between others', '={{ $json.text }}, {{ $json.role.trim() }}, {{ $json.text }}', OF_NULL],
		['beside another', '={{ $json.text.trim() }}{{ $json.role.trim() }}', OF_NULL],
		['in a list', ['USER_DEFINED:1', '={{ $json.role.trim() }}'], OF_NULL],
		['in a locator', { __rl: true, mode: 'id', value: '={{ $json.role.trim() }}' }, OF_NULL],
	])('%s', async (_, raw, reason) => {
		expect(await read(raw)).toEqual(unresolved(reason));
	});

	it.each([
		["an extension's", '={{ $json.role.toTitleCase() }}', "toTitleCase can't be used on null"],
		['an unknown node', "={{ $('Nope').item.json.a }}", "Referenced node doesn't exist"],
		['code that cannot be read', '={{ $json. }}', 'invalid syntax'],
	])('as is one that n8n throws: %s', async (_, raw, reason) => {
		expect(await read(raw)).toEqual(unresolved(reason));
	});
});

describe('an expression that is empty stays so', () => {
	it.each([
		['a missing field', '={{ $json.missing }}', undefined],
		['a field of a missing one', '={{ $json.missing.a["b c"] }}', undefined],
		['a field of null', '={{ $json.role.name }}', undefined],
		['an empty text', '={{ $json.empty.trim() }}', ''],
		['an optional step', '={{ $json.role?.trim() }}', undefined],
		['an optional extension', '={{ $json.role?.toTitleCase() }}', undefined],
		['null itself', '={{ null }}', null],
		['undefined itself', '={{ undefined }}', undefined],
		["a field of another node's item", "={{ $('Trigger').first().json.missing.a }}", undefined],
		["a field of the input's item", '={{ $input.item.json.missing.a }}', undefined],
		['a caught exception', '={{ (() => { try { return x.y } catch (e) { return "" } })() }}', ''],
		['a field in a text', '=Buyer, {{ $json.role.name }}', 'Buyer, '],
		['an empty part of a text', '=Buyer, {{ $json.empty.trim() }}', 'Buyer, '],
		['a field in a list', ['={{ $json.missing.a }}'], [undefined]],
	])('%s', async (_, raw, value) => {
		expect(await read(raw)).toEqual(value);
	});
});

it.each([
	['a value', '={{ $json.text.trim() }}', 'Buyer'],
	['zero', '={{ $json.text.length - 5 }}', 0],
	['no', '={{ $json.text.startsWith("x") }}', false],
	['a text', '=The {{ $json.text.trim() }}', 'The Buyer'],
	[
		'a text that begins with what joins it',
		'={{ $json.text.trim() }}y{{ $json.text.trim() }}',
		'BuyeryBuyer',
	],
	['a text with a backslash', '=\\\\{{ $json.text.trim() }}', '\\Buyer'],
])('reads %s', async (_, raw, value) => {
	expect(await read(raw)).toEqual(value);
});

it('evaluates only what came back empty a second time', async () => {
	const items = [{ a: ' x ' }, { a: '' }, { a: ' y ' }];
	let evaluated: unknown;
	const node = probe(function () {
		const again = jest.spyOn(this, 'evaluateExpression');
		const trimmed = createParameterReader(this, 'labels', '');
		evaluated = [items.map((_, i) => trimmed.read(i)), again.mock.calls.map(([, item]) => item)];
	});
	await inEngine(node, '={{ $json.a.concat("").trim() }}', items);
	expect(evaluated).toEqual([['x', '', 'y'], [1]]);
});

it("sees the failure of an expression over the agent's item in a tool call", async () => {
	let message: unknown;
	const node = probe(function () {
		message = messageOf(() => createParameterReader(this, 'labels', '').read(0));
	});
	await runAsTool({
		node,
		type: TYPE,
		parameters: { labels: '={{ $json.role.trim() }}', number: "={{ $fromAI('a', '', 'number') }}" },
		calls: [{ a: 7 }],
		items: [ROW],
		credentialTypes: [],
	});
	expect(message).toEqual(unresolved(OF_NULL));
});
