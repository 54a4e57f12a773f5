/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { IDataObject, INode, IWorkflowBase } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import { EXAMPLES_FOLDER } from '../project';

export type Workflow = Pick<IWorkflowBase, 'name' | 'nodes' | 'connections' | 'settings'>;

/** Where n8n's Docker image lets workflows read and write files: the examples name files there. */
const DOCKER_FILES_FOLDER = '/home/node/.n8n-files';

/** File names without `.json`: also the workflows' ids here. */
export function exampleNames(): string[] {
	return readdirSync(EXAMPLES_FOLDER)
		.filter((name) => name.endsWith('.json'))
		.map((name) => basename(name, '.json'));
}

/**
 * An example as a person would import it.
 * @param filesFolder where its files are, if not where n8n's Docker image has them
 */
export function readExample(name: string, filesFolder = DOCKER_FILES_FOLDER): Workflow {
	const text = readFileSync(join(EXAMPLES_FOLDER, `${name}.json`), 'utf8');
	return JSON.parse(text.replaceAll(DOCKER_FILES_FOLDER, filesFolder)) as Workflow;
}

/**
 * The workflow with a start by hand beside its trigger, for n8n's command line starts no other.
 * @param fields what the trigger would have sent
 */
export function startedByHand(workflow: Workflow, trigger: string, fields: IDataObject): Workflow {
	const start = newNode('By Hand', 'n8n-nodes-base.manualTrigger', 1, {});
	const sample = newNode('Sample', 'n8n-nodes-base.set', 3.4, {
		mode: 'raw',
		jsonOutput: JSON.stringify(fields),
	});
	return {
		...workflow,
		nodes: [...workflow.nodes, start, sample],
		connections: {
			...workflow.connections,
			[start.name]: { main: [[{ node: sample.name, type: 'main', index: 0 }]] },
			[sample.name]: workflow.connections[trigger],
		},
	};
}

export function newNode(
	name: string,
	type: string,
	typeVersion: number,
	parameters: INode['parameters'],
	further: Partial<INode> = {},
): INode {
	return { id: name, name, type, typeVersion, parameters, position: [0, 0], ...further };
}

/** The credential that the examples name, for an account on this machine. */
export function simulatorCredential({ url, token }: Pick<Simulator, 'url' | 'token'>) {
	return {
		id: 'HubSpotAssocApi1',
		name: 'HubSpot account',
		type: 'hubSpotAssociationsApi',
		data: { accessToken: token, baseUrl: url },
	};
}
