import './environment';
import { LoadOptionsContext } from 'n8n-core';
import type {
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';
import { createEngine, createWorkflow } from './engine';
import { nodeJson } from './nodeJson';
import type { EngineOptions } from './types';

export interface NodeMethodOptions extends Omit<EngineOptions, 'nodeTypes'> {
	node: INodeType;
	/** Full type name. */
	type: string;
	/** What the person has filled in so far. */
	parameters: INodeParameters;
	/** Name of the method under `methods.listSearch` or `methods.loadOptions`. */
	method: string;
	/** Path of the parameter whose list is opened. */
	path?: string;
}

function createContext(options: NodeMethodOptions): LoadOptionsContext {
	const { node, type, path = 'parameters' } = options;
	const engine = createEngine({ ...options, nodeTypes: { [type]: node } });
	const json = nodeJson({ ...options, name: 'Node under test' });
	const workflow = createWorkflow(engine, { nodes: [json], connections: {} });
	// With the defaults filled in, as the editor sends them.
	const saved = workflow.nodes[json.name];
	engine.additionalData.currentNodeParameters = saved.parameters;
	return new LoadOptionsContext(workflow, saved, engine.additionalData, path);
}

/** Opens a "From List" of a resource locator, as the editor does. */
export async function searchList(
	options: NodeMethodOptions & { filter?: string; paginationToken?: string },
): Promise<INodeListSearchResult> {
	const { node, method, filter, paginationToken } = options;
	const search = node.methods?.listSearch?.[method];
	if (!search) throw new Error(`The node has no list search '${method}'`);
	return await search.call(createContext(options), filter, paginationToken);
}

/** Loads the entries of an options parameter, as the editor does. */
export async function loadOptions(options: NodeMethodOptions): Promise<INodePropertyOptions[]> {
	const load = options.node.methods?.loadOptions?.[options.method];
	if (!load) throw new Error(`The node has no load options '${options.method}'`);
	return await load.call(createContext(options));
}
