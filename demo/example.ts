/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowJson } from '../tools/engine';
import { EXAMPLES_FOLDER } from '../tools/project';

const FILE_NODE = 'n8n-nodes-base.readWriteFile';

/** The full path of a file in the examples' folder. */
export function examplePath(file: string): string {
	return join(EXAMPLES_FOLDER, file);
}

/** A workflow of the examples' folder, as n8n would import it. */
export function readExample(file: string): WorkflowJson {
	return JSON.parse(readFileSync(examplePath(file), 'utf8')) as WorkflowJson;
}

/** The workflow with its file nodes set to read `path`: what a person does after the import. */
export function readingFile(workflow: WorkflowJson, path: string): WorkflowJson {
	const nodes = workflow.nodes.map((node) =>
		node.type === FILE_NODE
			? { ...node, parameters: { ...node.parameters, fileSelector: path } }
			: node,
	);
	return { ...workflow, nodes };
}
