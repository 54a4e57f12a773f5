import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ODD, isNothing, primitive } from './ordinary';
import type { Read, Sources } from './sources';

/** What is used of the data that n8n's evaluator sees for one item. */
interface DataProxy {
	readonly $json: unknown;
	readonly $input: { readonly item: unknown };
	readonly $node: Readonly<Record<string, { readonly json: unknown }>>;
	$(node: string): {
		/** Finds the item of that node which another item of the input comes from. */
		readonly itemMatching: Read;
		all(): readonly unknown[];
	};
}

interface Known {
	readonly input: readonly INodeExecutionData[];
	readonly sources: Sources;
}

const KNOWN = new WeakMap<IExecuteFunctions, Known>();

/** Returns the data of a run, shared by the readers of all its parameters: the next one often asks for the same item. */
export function itemSources(context: IExecuteFunctions): Sources {
	const input = context.getInputData();
	const known = KNOWN.get(context);
	if (known?.input === input) return known.sources;
	const sources = createItemSources(context, input);
	KNOWN.set(context, { input, sources });
	return sources;
}

/**
 * Takes an item's data from what n8n's evaluator would see. To set that up for each item is most of what the evaluator costs,
 * so it is done once, for the first item:
 * - An item of another node is found by n8n's own `itemMatching`, the code of `item`, in 3 to 20 µs.
 * - A list is n8n's own too. What n8n reads of the first item shows whether it means the items or their fields: an agent's
 *   tool sees the agent's items, and a workflow can be set to keep binary data among the fields.
 */
function createItemSources(
	context: IExecuteFunctions,
	input: readonly INodeExecutionData[],
): Sources {
	const proxy = once(() => context.getWorkflowDataProxy(0) as DataProxy);
	return {
		json: later(() => elementsOf(input, proxy().$json)),
		inputItem: later(() => elementsOf(input, proxy().$input.item)),
		nodeJson: byName((node) =>
			later(() => elementsOf(proxy().$(node).all(), proxy().$node[node].json)),
		),
		pairedItem: byName((node) => remembering(later(() => proxy().$(node).itemMatching))),
		once: byName((code) => once(() => present(context.evaluateExpression(`{{ ${code} }}`, 0)))),
	};
}

/** @throws ODD where the first element is neither what n8n reads nor the item around it */
function elementsOf(list: readonly unknown[], first: unknown): Read {
	if (list[0] === first) return (itemIndex) => list[itemIndex];
	const items = list as ReadonlyArray<Partial<INodeExecutionData>>;
	if (items[0].json === first) return (itemIndex) => items[itemIndex].json;
	throw ODD;
}

/** @throws ODD for what may stand for an exception that n8n hides, and for an object */
function present(value: unknown): unknown {
	if (isNothing(value)) throw ODD;
	return primitive(value);
}

/** Makes a thing when it is first asked for. What cannot be made is not tried again. */
function once<Made>(make: () => Made): () => Made {
	let get = (): Made => {
		get = () => {
			throw ODD;
		};
		const made = make();
		get = () => made;
		return made;
	};
	return () => get();
}

function later(make: () => Read): Read {
	const read = once(make);
	return (itemIndex) => read()(itemIndex);
}

function byName<Made>(make: (name: string) => Made): (name: string) => Made {
	const made = new Map<string, Made>();
	return (name) => {
		const known = made.get(name) ?? make(name);
		made.set(name, known);
		return known;
	};
}

/** Keeps the last value: rows are read one after the other, each by several readers. */
function remembering(read: Read): Read {
	let last: { itemIndex: number; value: unknown } | undefined;
	return (itemIndex) => {
		if (last?.itemIndex !== itemIndex) last = { itemIndex, value: read(itemIndex) };
		return last.value;
	};
}
