import type { INode } from 'n8n-workflow';
import { HubSpotAssociations } from '../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { runWorkflow, type WorkflowJson } from '../../tools/engine';
import { nodeJson } from '../../tools/engine/nodeJson';
import { NODE_TYPE } from '../../tools/project';
import { stopwatch, type Measured, type Target } from '../contenders/contender';
import type { Mode, ModeRow } from './mode';

/** One of the two that take part in a mode, in a process of its own. */
export type ModeContender = (mode: Mode, rows: ModeRow[], target: Target) => Promise<Measured>;

const NODE = 'HubSpot';
/** The node that gives out the rows: expressions name it. */
const SHEET = 'Sheet';

/**
 * This node in n8n's engine. Measures what n8n shows as the node's time: from before `execute` to after n8n
 * has taken its items.
 */
const nodeInEngine: ModeContender = async (mode, rows, { url, token }) => {
	const credentials = { hubSpotAssociationsApi: { accessToken: token, baseUrl: url } };
	let stop: ReturnType<typeof stopwatch> | undefined;
	let measured = { ms: 0, cpuMs: 0 };
	const { nodes, error } = await runWorkflow({
		workflow: workflowOf(mode, credentials),
		nodeTypes: { [NODE_TYPE]: new HubSpotAssociations() },
		credentials,
		startItems: rows,
		onNodeStart: (name) => {
			if (name === NODE) stop = stopwatch();
		},
		onNodeEnd: (name) => {
			if (name === NODE && stop) measured = stop();
		},
	});
	if (error) throw new Error(error.message);
	const [items] = nodes[NODE][0].outputs;
	const confirmed = items.filter(({ json }, row) => mode.confirms(json, rows[row])).length;
	return { ...measured, confirmed };
};

const bareScript: ModeContender = async (mode, rows, target) => {
	const stop = stopwatch();
	const outcomes = await mode.floor(rows, target);
	const measured = stop();
	return { ...measured, confirmed: outcomes.filter((outcome) => outcome !== undefined).length };
};

export const MODE_CONTENDERS: Readonly<Record<string, ModeContender>> = {
	node: nodeInEngine,
	floor: bareScript,
};

function workflowOf(
	{ parameters, onError = 'continueRegularOutput', nodesBetween = 0 }: Mode,
	credentials: Parameters<typeof nodeJson>[0]['credentials'],
): WorkflowJson {
	const passing = Array.from({ length: nodesBetween }, (_, index) =>
		nodeJson({ name: `Pass ${index}`, type: 'n8n-nodes-base.noOp', parameters: {} }),
	);
	const nodes: INode[] = [
		nodeJson({ name: SHEET, type: 'n8n-nodes-base.manualTrigger', parameters: {} }),
		...passing,
		nodeJson({ name: NODE, type: NODE_TYPE, parameters, credentials, onError }),
	];
	return {
		nodes,
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map(({ name }, index) => [
					nodes[index].name,
					{ main: [[{ node: name, type: 'main', index: 0 }]] },
				]),
		),
	};
}
