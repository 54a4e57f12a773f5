import fc from 'fast-check';
import { NodeConnectionTypes, type IDataObject, type IPinData } from 'n8n-workflow';
import { runWorkflow, type RunOptions, type WorkflowJson } from '../../../tools/engine';
import { nodeJson } from '../../../tools/engine/nodeJson';
import { PROBE_TYPE, probe, probeParameters, type Reading } from './readBothWays';
import { loopNode, worker, workerNode, type Worker } from './workers';

/** Workflows of several nodes before the one that reads, with their items paired in every way that nodes do it. */

const PROBE = 'Probe';
const TRIGGER = 'Trigger';

/** Each node has a type of its own. */
const typeOf = (name: string) => `n8n-nodes-harness.${name}`;

/** What stands before the probe. */
const SHAPES = [
	'chain',
	'chain',
	'chain',
	'merge',
	'twoOutputs',
	'twoBranches',
	'loop',
	'once',
] as const;

export interface Chain {
	readonly rows: readonly IDataObject[];
	/** Nodes A, B and C. */
	readonly workers: readonly Worker[];
	readonly shape: (typeof SHAPES)[number];
	/** Whether the output of node B is pinned, so that it does not run. */
	readonly isPinned: boolean;
	/** Whether the probe runs once more, alone. */
	readonly isPartial: boolean;
}

const fields = fc.record({
	text: fc.constantFrom<unknown>(' Ada ', 'a,b', '', 'x', null, 7, 'null'),
	id: fc.constantFrom<unknown>(0, 7, 1001, '1001', 'a', 2 ** 53, -3, 1.5),
	no: fc.constantFrom<unknown>(null, undefined, false, '', 0),
	flag: fc.boolean(),
	list: fc.constantFrom<unknown>(['x', 'y'], [], ['a', 1, null], 'no list'),
	deep: fc.constantFrom<unknown>({ text: 'x', b: 'a' }, { b: 2 }, {}, null, 'text'),
	odd: fc.constantFrom<unknown>(NaN, -0, Infinity, new Date(0), ['a', {}], { a: 1 }, 'usual'),
});

export const chain: fc.Arbitrary<Chain> = fc.record({
	rows: fc.array(fields as fc.Arbitrary<IDataObject>, { minLength: 1, maxLength: 6 }),
	workers: fc.array(worker, { minLength: 3, maxLength: 3 }),
	shape: fc.constantFrom(...SHAPES),
	isPinned: fc.integer({ min: 0, max: 4 }).map((die) => die === 0),
	isPartial: fc.integer({ min: 0, max: 3 }).map((die) => die === 0),
});

const ofNode = (name: string) => [
	...[`$('${name}').item.json`, `$("${name}").item.json`, `$node["${name}"].json`],
];

/** What fields are read from: nodes before the probe, one beside it, the probe itself, and one that is not there. */
export const CHAIN_BASES = [
	...Array<string>(8).fill('$json'),
	...['A', 'A', 'A', 'B', 'C', 'C', TRIGGER].flatMap(ofNode),
	...['Loop', 'Beside', 'Nowhere', PROBE].flatMap(ofNode),
	...['$input.item.json', '$input.first().json', '$input.last().json'],
	...[
		"$('A').first().json",
		"$('B').last().json",
		'$("C").all()[1].json',
		"$('Nowhere').first().json",
	],
	...['$workflow', '$execution', '$vars', '$prevNode', "$('A').params"],
];

/** Where a node's output goes: node, output, next node, its input. */
type Wire = readonly [from: string, output: number, to: string, input: number];

const START: readonly Wire[] = [
	[TRIGGER, 0, 'Beside', 0],
	[TRIGGER, 0, 'A', 0],
];

const WIRES: Readonly<Record<Chain['shape'], readonly Wire[]>> = {
	chain: [
		['A', 0, 'B', 0],
		['B', 0, 'C', 0],
		['C', 0, PROBE, 0],
	],
	once: [
		['A', 0, 'B', 0],
		['B', 0, 'C', 0],
		['C', 0, PROBE, 0],
	],
	twoOutputs: [
		['A', 0, 'B', 0],
		['B', 0, 'C', 0],
		['C', 1, PROBE, 0],
	],
	merge: [
		['A', 0, 'C', 0],
		[TRIGGER, 0, 'B', 0],
		['B', 0, 'C', 1],
		['C', 0, PROBE, 0],
	],
	twoBranches: [
		['A', 0, 'B', 0],
		['A', 0, 'C', 0],
		['B', 0, PROBE, 0],
		['C', 0, PROBE, 0],
	],
	loop: [
		...([
			['A', 0, 'B', 0],
			['B', 0, 'C', 0],
			['C', 0, 'Loop', 0],
		] as const),
		...([
			['Loop', 1, PROBE, 0],
			[PROBE, 0, 'Loop', 0],
		] as const),
	],
};

function connectionsOf(wires: readonly Wire[]): WorkflowJson['connections'] {
	const connections: WorkflowJson['connections'] = {};
	for (const [from, output, to, index] of wires) {
		const main = (connections[from] ??= { main: [[], []] }).main;
		main[output]?.push({ node: to, type: NodeConnectionTypes.Main, index });
	}
	return connections;
}

function workflowOf({ shape, isPinned, rows }: Chain, expressions: string[]): WorkflowJson {
	const plain = ['A', 'B', 'C', 'Beside', 'Loop'].map((name) =>
		nodeJson({ name, type: typeOf(name), parameters: {} }),
	);
	const trigger = nodeJson({ name: TRIGGER, type: 'n8n-nodes-base.manualTrigger', parameters: {} });
	const parameters = probeParameters(expressions);
	const reading = {
		...nodeJson({ name: PROBE, type: PROBE_TYPE, parameters }),
		executeOnce: shape === 'once',
	};
	const pinData: IPinData = { B: rows.map((json) => ({ json: { ...json, text: 'pinned' } })) };
	return {
		nodes: [trigger, ...plain, reading],
		connections: connectionsOf([...START, ...WIRES[shape]]),
		pinData: isPinned ? pinData : undefined,
	};
}

/** Runs the workflow in the real engine and returns what its last node reads, in all of its runs. */
export async function readInChain(of: Chain, expressions: string[]): Promise<Reading[]> {
	const readings: Reading[] = [];
	const [a, b, c] = of.workers;
	const options: RunOptions = {
		workflow: workflowOf(of, expressions),
		nodeTypes: {
			[typeOf('A')]: workerNode(a, 1, 1),
			[typeOf('B')]: workerNode(b, 1, 1),
			[typeOf('C')]: workerNode(c, of.shape === 'merge' ? 2 : 1, of.shape === 'twoOutputs' ? 2 : 1),
			[typeOf('Beside')]: workerNode(a, 1, 1),
			[typeOf('Loop')]: loopNode(),
			[PROBE_TYPE]: probe(expressions, (reading) => readings.push(reading)),
		},
		startItems: of.rows.map((json) => ({ json })),
		credentialTypes: [],
	};
	const { run } = await runWorkflow(options);
	const { runData } = run.data.resultData;
	if (of.isPartial) await runWorkflow({ ...options, step: { node: PROBE, runData } });
	return readings;
}
