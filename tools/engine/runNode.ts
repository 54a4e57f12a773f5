import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWorkflowSettings,
} from 'n8n-workflow';
import { nodeJson } from './nodeJson';
import { runWorkflow } from './runWorkflow';
import type { EngineOptions, NodeRun, WorkflowJson, WorkflowRun } from './types';

export interface RunNodeOptions extends Omit<EngineOptions, 'nodeTypes'> {
	node: INodeType;
	/** Full type name, such as `n8n-nodes-hubspot-associations.hubSpotAssociations`. */
	type: string;
	parameters: INodeParameters;
	/** What the trigger before the node gives out. */
	items: INodeExecutionData[] | IDataObject[];
	onError?: INode['onError'];
	alwaysOutputData?: boolean;
	settings?: IWorkflowSettings;
	signal?: AbortSignal;
}

export interface NodeUnderTestRun extends Pick<NodeRun, 'hints' | 'error'> {
	/** The first output. */
	items: INodeExecutionData[];
	/** The error output, there with `onError: 'continueErrorOutput'`. */
	errorItems: INodeExecutionData[];
	/** Missing when the engine never ran the node, as it does with no items. */
	nodeRun?: NodeRun;
	workflowRun: WorkflowRun;
}

export const TRIGGER_NAME = 'Trigger';
export const NODE_NAME = 'Node under test';

/** The shortest way to a node in the real engine: a trigger that gives out `items`, then the node. */
export async function runNode(options: RunNodeOptions): Promise<NodeUnderTestRun> {
	const { node, type, items, signal, credentials, credentialTypes } = options;
	const workflowRun = await runWorkflow({
		workflow: triggerThenNode(options),
		nodeTypes: { [type]: node },
		startItems: items,
		signal,
		credentials,
		credentialTypes,
	});
	const nodeRun = workflowRun.nodes[NODE_NAME]?.[0];
	return {
		items: nodeRun?.outputs[0] ?? [],
		errorItems: nodeRun?.outputs[1] ?? [],
		error: nodeRun?.error ?? workflowRun.error,
		hints: nodeRun?.hints ?? [],
		nodeRun,
		workflowRun,
	};
}

function triggerThenNode(options: RunNodeOptions): WorkflowJson {
	return {
		nodes: [
			nodeJson({ name: TRIGGER_NAME, type: 'n8n-nodes-base.manualTrigger', parameters: {} }),
			nodeJson({ ...options, name: NODE_NAME }),
		],
		connections: { [TRIGGER_NAME]: { main: [[{ node: NODE_NAME, type: 'main', index: 0 }]] } },
		settings: options.settings,
	};
}
