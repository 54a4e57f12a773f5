import {
	NodeConnectionTypes,
	jsonParse,
	type IDataObject,
	type IExecuteFunctions,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';
import { nodeJson } from './nodeJson';
import { TOOL_SUFFIX } from './nodeTypes';
import { TRIGGER_NAME } from './runNode';
import { runWorkflow } from './runWorkflow';
import type { EngineOptions, WorkflowRun } from './types';

const AGENT_TYPE = 'n8n-nodes-harness.agent';

export interface RunAsToolOptions extends Omit<EngineOptions, 'nodeTypes'> {
	node: INodeType;
	/** Full type name, without the suffix that n8n gives to its tool form. */
	type: string;
	/** As saved with the tool, with `$fromAI(...)` where the agent fills in. */
	parameters: INodeParameters;
	/** What the agent says, one call after the other, by the keys of `$fromAI`. */
	calls: IDataObject[];
	/** The agent's own items; a tool's expressions see the first. */
	items?: IDataObject[];
	signal?: AbortSignal;
}

export interface ToolRun {
	name: string;
	description: string;
	/** Names of the arguments that the agent is asked for. */
	argumentNames: string[];
	/** By call: what the agent gets back, or the message that it was thrown. */
	answers: Array<{ response: unknown } | { thrown: string }>;
	workflowRun: WorkflowRun;
}

/** What the harness uses of the LangChain tool that n8n-core makes. */
interface Tool {
	name: string;
	description: string;
	schema: { shape: object };
	invoke(call: IDataObject): Promise<unknown>;
}

/** An agent without a model: makes the calls that it is told to. */
function agent(
	calls: IDataObject[],
	report: (tool: Tool, answers: ToolRun['answers']) => void,
): INodeType {
	return {
		description: {
			displayName: 'Agent',
			name: 'agent',
			group: ['transform'],
			version: 1,
			description: 'Calls a tool',
			defaults: { name: 'Agent' },
			inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			const tools = await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0);
			const [tool] = tools as Tool[];
			const answers: ToolRun['answers'] = [];
			for (const call of calls) answers.push(await answer(tool, call));
			report(tool, answers);
			return [this.getInputData()];
		},
	};
}

async function answer(tool: Tool, call: IDataObject): Promise<ToolRun['answers'][number]> {
	try {
		return { response: readResponse(await tool.invoke(call)) };
	} catch (error) {
		return { thrown: (error as Error).message };
	}
}

/** Reads JSON; a sentence, as older engines give for what the node threw, is left as it is. */
function readResponse(response: unknown): unknown {
	return typeof response === 'string' ? jsonParse(response, { fallbackValue: response }) : response;
}

/**
 * Runs a node with `usableAsTool` as an agent's tool, through n8n-core's own way of making a tool of a node.
 * @throws Error when the engine could not make a tool of it
 */
export async function runAsTool(options: RunAsToolOptions): Promise<ToolRun> {
	const { node, type, calls, items = [{}], signal, credentials, credentialTypes } = options;
	let reported: Omit<ToolRun, 'workflowRun'> | undefined;
	const agentNode = agent(calls, ({ name, description, schema }, answers) => {
		reported = { name, description, argumentNames: Object.keys(schema.shape), answers };
	});
	const tool = nodeJson({ ...options, name: 'Tool', type: type + TOOL_SUFFIX });
	const workflowRun = await runWorkflow({
		workflow: {
			nodes: [
				nodeJson({ name: TRIGGER_NAME, type: 'n8n-nodes-base.manualTrigger', parameters: {} }),
				nodeJson({ name: 'Agent', type: AGENT_TYPE, parameters: {} }),
				tool,
			],
			connections: {
				[TRIGGER_NAME]: { main: [[{ node: 'Agent', type: NodeConnectionTypes.Main, index: 0 }]] },
				Tool: { ai_tool: [[{ node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 }]] },
			},
		},
		nodeTypes: { [type]: node, [AGENT_TYPE]: agentNode },
		startItems: items,
		signal,
		credentials,
		credentialTypes,
	});
	if (!reported) throw new Error(workflowRun.error?.message ?? 'The agent did not run');
	return { ...reported, workflowRun };
}
