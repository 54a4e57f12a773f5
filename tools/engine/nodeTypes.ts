import {
	NodeConnectionTypes,
	type IDataObject,
	type INodeProperties,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';
import { standInNodeTypes } from './nodes';

/** n8n adds this to the type name of a node's tool form. */
export const TOOL_SUFFIX = 'Tool';

const toolDescription: INodeProperties = {
	displayName: 'Description',
	name: 'toolDescription',
	type: 'string',
	default: '',
	displayOptions: { show: { descriptionType: ['manual'] } },
};

const descriptionType: INodeProperties = {
	displayName: 'Tool Description',
	name: 'descriptionType',
	type: 'hidden',
	default: 'auto',
};

/** n8n's server offers every node with `usableAsTool` a second time, as a sub-node of an agent; n8n-core leaves that to it. */
function asTool(node: INodeType): INodeType {
	const description = {
		...node.description,
		name: node.description.name + TOOL_SUFFIX,
		displayName: `${node.description.displayName} ${TOOL_SUFFIX}`,
		inputs: [],
		outputs: [NodeConnectionTypes.AiTool],
		properties: [descriptionType, toolDescription, ...node.description.properties],
	};
	return Object.create(node, { description: { value: description } }) as INodeType;
}

/** The node types that one execution knows. */
export class HarnessNodeTypes implements INodeTypes {
	private readonly types: Map<string, INodeType>;

	constructor(nodeTypes: Record<string, INodeType> = {}) {
		this.types = new Map(Object.entries({ ...standInNodeTypes, ...nodeTypes }));
		for (const [name, node] of Object.entries(nodeTypes)) {
			if (node.description.usableAsTool) this.types.set(name + TOOL_SUFFIX, asTool(node));
		}
	}

	/** @throws Error when a workflow holds a node that was neither given nor is stood in for. */
	getByName(name: string): INodeType {
		const node = this.types.get(name);
		if (!node) throw new Error(`The harness knows no node type '${name}'`);
		return node;
	}

	getByNameAndVersion(name: string): INodeType {
		return this.getByName(name);
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}
