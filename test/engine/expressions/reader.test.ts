import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';
import {
	createParameterReader,
	type ParameterReader,
} from '../../../nodes/HubSpotAssociations/input/expressions/parameterReader';
import { runAsTool, runNode } from '../../../tools/engine';

const properties: INodeProperties[] = [
	{ displayName: 'Text', name: 'text', type: 'string', default: 'preset' },
	{ displayName: 'Number', name: 'number', type: 'number', default: 5 },
	{ displayName: 'Labels', name: 'labels', type: 'multiOptions', options: [], default: [] },
	{
		displayName: 'Type',
		name: 'type',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{ displayName: 'List', name: 'list', type: 'list' },
			{ displayName: 'ID', name: 'id', type: 'string' },
		],
	},
	{
		displayName: 'Hidden',
		name: 'hidden',
		type: 'string',
		default: 'never seen',
		displayOptions: { show: { text: ['x'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		default: {},
		options: [{ displayName: 'Size', name: 'size', type: 'number', default: 1 }],
	},
];

function probe(execute: (context: IExecuteFunctions) => void): INodeType {
	return {
		description: {
			displayName: 'Probe',
			name: 'probe',
			usableAsTool: true,
			group: ['transform'],
			version: 1,
			description: 'Reads parameters',
			defaults: { name: 'Probe' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties,
		},
		async execute() {
			execute(this);
			return [[]];
		},
	};
}

async function inEngine(
	parameters: INodeParameters,
	execute: (context: IExecuteFunctions) => void,
	items = [{ a: 'first' }, { a: 'second' }, {}],
): Promise<void> {
	const node = probe(execute);
	const type = 'n8n-nodes-harness.probe';
	const run = await runNode({ node, type, parameters, items, credentialTypes: [] });
	if (run.error) throw new Error(run.error.message);
}

/** What the reader gives for three items, whether it calls that constant, and how often n8n's evaluator was asked. */
async function readThree(parameters: INodeParameters, name: string, fallback?: unknown) {
	let result: { values: unknown[]; isConstant: boolean; asked: number } | undefined;
	await inEngine(parameters, (context) => {
		const asked = jest.spyOn(context, 'getNodeParameter');
		const reader = createParameterReader(context, name, fallback);
		const values = [0, 1, 2].map((i) => reader.read(i));
		result = { values, isConstant: reader.isConstant, asked: asked.mock.calls.length - 1 };
	});
	return result;
}

describe('createParameterReader', () => {
	it.each([
		['a text', { text: 'x' }, 'text', 'x'],
		['a default', {}, 'text', 'preset'],
		['a number', {}, 'number', 5],
		['an expression without code', { text: '=typed' }, 'text', 'typed'],
		['an empty expression', { text: '=' }, 'text', ''],
		['a list', { labels: ['USER_DEFINED:1'] }, 'labels', ['USER_DEFINED:1']],
		['a collection', { options: { size: 3 } }, 'options', { size: 3 }],
		['an entry of a collection', { options: { size: 3 } }, 'options.size', 3],
	])('reads %s once', async (_, parameters, name, value) => {
		const values = [value, value, value];
		expect(await readThree(parameters, name)).toEqual({ values, isConstant: true, asked: 1 });
	});

	it('reads a compiled expression, and asks n8n once to be sure', async () => {
		expect(await readThree({ text: '={{ $json.a }}' }, 'text')).toEqual({
			values: ['first', 'second', undefined],
			isConstant: false,
			asked: 1,
		});
	});

	it.each([
		['={{ $json.a?.trim() }}', ['first', 'second', undefined]],
		['=0-{{ $json.a }}', ['0-first', '0-second', '0-']],
		["={{ $('Trigger').item.json.a || 'none' }}", ['first', 'second', 'none']],
		['={{ $node["Trigger"].json.a }}', ['first', 'second', undefined]],
		['={{ $input.item.json.a }}', ['first', 'second', undefined]],
		[
			"={{ $('Trigger').item.json.a ?? $('Trigger').first().json.a }}",
			['first', 'second', 'first'],
		],
	])('reads %s, and asks n8n once to be sure', async (text, values) => {
		expect(await readThree({ text }, 'text')).toEqual({ values, isConstant: false, asked: 1 });
	});

	it.each([
		['={{ null }}', null],
		['={{ $workflow.name }} of {{ $execution.id }}', 'Harness of harness'],
		["={{ $('Trigger').last().json.a || $('Trigger').all()[1].json.a }}", 'second'],
		['={{ $input.first().json.a.toUpperCase() }}', 'FIRST'],
		["={{ $('Trigger').first().json }}", { a: 'first' }],
	])('asks n8n once for %s, which is the same for every item', async (text, value) => {
		expect(await readThree({ text }, 'text')).toEqual({
			values: [value, value, value],
			isConstant: false,
			asked: 1,
		});
	});

	it('fails every item by asking once where what is the same for all of them fails', async () => {
		await inEngine({ text: "={{ $('Nope').first().json.a }}" }, (context) => {
			const asked = jest.spyOn(context, 'getNodeParameter');
			const reader = createParameterReader(context, 'text');
			for (const itemIndex of [1, 0, 2]) {
				expect(() => reader.read(itemIndex)).toThrow(
					expect.objectContaining({
						message: expect.stringContaining("Referenced node doesn't exist") as string,
						context: expect.objectContaining({ itemIndex }) as object,
					}),
				);
			}
			expect(asked).toHaveBeenCalledTimes(2);
		});
	});

	it.each([
		[
			'an expression',
			{ text: '={{ `${$json.a}1` }}' },
			'text',
			['first1', 'second1', 'undefined1'],
		],
		[
			'a text with code',
			{ text: '=0-{{ [$json.a].at(0) }}' },
			'text',
			['0-first', '0-second', '0-'],
		],
		[
			'a list with code',
			{ labels: ['={{ $json.a }}'] },
			'labels',
			[['first'], ['second'], [undefined]],
		],
	])('leaves %s to n8n', async (_, parameters, name, values) => {
		expect(await readThree(parameters, name)).toEqual({ values, isConstant: false, asked: 3 });
	});

	it.each([
		['missing', 'absent'],
		['hidden', 'hidden'],
		['not in the collection', 'options.size'],
	])('gives the fallback for a parameter that is %s', async (_, name) => {
		const values = ['fallback', 'fallback', 'fallback'];
		expect(await readThree({}, name, 'fallback')).toMatchObject({ values, isConstant: true });
	});

	it('throws as n8n does for a missing parameter without a fallback', async () => {
		await expect(readThree({}, 'absent')).rejects.toThrow('Could not get parameter');
	});

	it('reads a resource locator', async () => {
		const locator = { __rl: true, mode: 'list', value: '0-1', cachedResultName: 'Contacts' };
		const value = { mode: 'list', value: '0-1', cachedResultName: 'Contacts' };
		expect(await readThree({ type: locator }, 'type')).toEqual({
			values: [value, value, value],
			isConstant: true,
			asked: 1,
		});
	});

	it.each([
		['={{ $json.a }}', 1, ['first', 'second', undefined]],
		['={{ $json.a?.length }}', 1, [5, 6, undefined]],
		['={{ $json.a?.at(0) }}', 3, ['f', 's', undefined]],
	])('reads a resource locator with %s in it', async (expression, asked, found) => {
		const type = { __rl: true, mode: 'id', value: expression };
		const values = found.map((value) => ({ mode: 'id', value }));
		expect(await readThree({ type }, 'type')).toEqual({ values, isConstant: false, asked });
	});

	it('throws what n8n throws, for the item that it throws for', async () => {
		await inEngine({ text: '={{ $json.constructor }}' }, (context) => {
			const reader = createParameterReader(context, 'text');
			expect(() => reader.read(1)).toThrow('Expression contains invalid constructor function call');
		});
	});

	it('never trusts the compiled form when n8n has given something else', async () => {
		await inEngine({ text: '={{ $json.a }}' }, (context) => {
			const reader: ParameterReader = createParameterReader(context, 'text');
			jest.spyOn(context, 'getNodeParameter').mockReturnValue('as a later n8n reads it');
			expect([0, 1, 0].map((i) => reader.read(i))).toEqual(
				Array(3).fill('as a later n8n reads it'),
			);
		});
	});

	it("reads the agent's item in a tool call, as n8n does", async () => {
		const values: unknown[] = [];
		const node = probe((context) => {
			values.push(context.getInputData()[0].json);
			values.push(createParameterReader(context, 'text').read(0));
		});
		await runAsTool({
			node,
			type: 'n8n-nodes-harness.probe',
			parameters: { text: '={{ $json.a }}', number: "={{ $fromAI('a', '', 'number') }}" },
			calls: [{ a: 7 }],
			items: [{ a: "the agent's" }],
			credentialTypes: [],
		});
		expect(values).toEqual([{ a: 7 }, "the agent's"]);
	});

	it.each(['v0', 'v1'] as const)(
		"sees the very items that n8n's evaluator sees (%s)",
		async (executionOrder) => {
			const same: boolean[] = [];
			const node = probe((context) => {
				for (const [i, { json }] of context.getInputData().entries()) {
					same.push(context.evaluateExpression('{{ $json }}', i) === (json as unknown));
				}
			});
			const type = 'n8n-nodes-harness.probe';
			const items = [{ a: 1 }, { a: 2 }];
			const settings = { executionOrder };
			await runNode({ node, type, parameters: {}, items, settings, credentialTypes: [] });
			expect(same).toEqual([true, true]);
		},
	);
});
