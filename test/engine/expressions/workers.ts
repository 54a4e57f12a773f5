import fc from 'fast-check';
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type IPairedItemData,
} from 'n8n-workflow';

/** Nodes that make items of items, and say in every way that nodes do it where these come from. */

/** Which of its input items a node's items are made of. */
const PICKS = [...(['same', 'same', 'same', 'same', 'reverse', 'half', 'twice', 'none'] as const)];
/** What a node says of where its items come from. */
const PAIRINGS = [
	...([
		'item',
		'item',
		'item',
		'item',
		'item',
		'item',
		'item',
		'item',
		'number',
		'number',
	] as const),
	...(['list', 'two', 'missing', 'wrong', 'otherInput'] as const),
];
export interface Worker {
	readonly pick: (typeof PICKS)[number];
	readonly pairing: (typeof PAIRINGS)[number];
}

export const worker = fc.record({
	pick: fc.constantFrom(...PICKS),
	pairing: fc.constantFrom(...PAIRINGS),
});

function pairedItem(pairing: Worker['pairing'], item: number): INodeExecutionData['pairedItem'] {
	if (pairing === 'missing') return undefined;
	if (pairing === 'number') return item;
	if (pairing === 'wrong') return { item: item + 3 };
	if (pairing === 'otherInput') return { item, input: 1 };
	if (pairing === 'list') return [{ item }];
	return pairing === 'two' ? [{ item }, { item: 0 }] : { item };
}

function picked(pick: Worker['pick'], count: number): number[] {
	const all = Array.from({ length: count }, (_, i) => i);
	if (pick === 'reverse') return all.reverse();
	if (pick === 'half') return all.filter((i) => i % 2 === 0);
	if (pick === 'twice') return all.flatMap((i) => [i, i]);
	return pick === 'none' ? [...all, 0].slice(0, 1) : all;
}

function node(
	inputs: number,
	outputs: number,
	execute: (context: IExecuteFunctions) => INodeExecutionData[][],
): INodeType {
	const main = (count: number) => Array.from({ length: count }, () => NodeConnectionTypes.Main);
	return {
		description: {
			displayName: 'Worker',
			name: 'worker',
			group: ['transform'],
			version: 1,
			description: 'Makes items of items',
			defaults: { name: 'Worker' },
			inputs: main(inputs),
			outputs: main(outputs),
			properties: [],
		},
		async execute() {
			return execute(this);
		},
	};
}

/** Items of all inputs, each changed a little so that the nodes can be told apart. */
function work(context: IExecuteFunctions, { pick, pairing }: Worker, inputs: number) {
	const { name } = context.getNode();
	return Array.from({ length: inputs }, (_, input) => input).flatMap((input) => {
		const items = context.getInputData(input) ?? [];
		return picked(pick, items.length).map((from): INodeExecutionData => {
			const { json } = items[from];
			const paired = pairedItem(pairing, from);
			const isOne = typeof paired === 'object' && !Array.isArray(paired) && inputs > 1;
			const changed = {
				...json,
				text: typeof json.text === 'string' ? `${json.text}${name}` : name,
			};
			return { json: changed, pairedItem: isOne ? { input, ...paired } : paired };
		});
	});
}

/** As n8n's Loop Over Items, two at a time: batches by its second output, and then all by its first. */
function loop(context: IExecuteFunctions): INodeExecutionData[][] {
	const state = context.getContext('node') as { left?: INodeExecutionData[]; source?: unknown };
	if (state.left === undefined) {
		state.source = context.getInputSourceData();
		state.left = context.getInputData().map(({ json }, item) => ({ json, pairedItem: { item } }));
	}
	const batch = state.left.splice(0, 2);
	const sourceOverwrite = state.source as IPairedItemData['sourceOverwrite'];
	for (const each of batch) Object.assign(each.pairedItem as object, { sourceOverwrite });
	return batch.length === 0 ? [context.getInputData(), []] : [[], batch];
}

/** Whether the item goes out of the first of two outputs. */
const isFirst = (_: unknown, index: number) => index % 2 === 0;

export function workerNode(worker: Worker, inputs: number, outputs: number): INodeType {
	return node(inputs, outputs, (context) => {
		const items = work(context, worker, inputs);
		if (outputs === 1) return [items];
		return [items.filter(isFirst), items.filter((_, index) => !isFirst(_, index))];
	});
}

export const loopNode = (): INodeType => node(1, 2, loop);
