/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeExecutionData, IRun } from 'n8n-workflow';
import { runN8n } from './n8nCommand';
import type { N8nFolder } from './n8nFolder';
import type { Credential } from './restClient';
import type { Workflow } from './workflows';

/** What one node of an execution sent out. */
export type NodeOutputs = (node: string, output?: number) => INodeExecutionData[];

export async function importCredentials(
	folder: N8nFolder,
	credentials: ReadonlyArray<Credential & { id: string }>,
	env: NodeJS.ProcessEnv = {},
): Promise<void> {
	const file = join(folder.userFolder, 'credentials.json');
	writeFileSync(file, JSON.stringify(credentials));
	await runN8n(folder, ['import:credentials', `--input=${file}`], env);
}

export async function importWorkflows(
	folder: N8nFolder,
	workflows: ReadonlyArray<Workflow & { id: string }>,
	env: NodeJS.ProcessEnv = {},
): Promise<void> {
	const file = join(folder.userFolder, 'workflows.json');
	writeFileSync(file, JSON.stringify(workflows.map((one) => ({ ...one, active: false }))));
	await runN8n(folder, ['import:workflow', `--input=${file}`], env);
}

/**
 * Runs a workflow to its end with `n8n execute`.
 * @throws Error with what n8n printed, when the execution did not succeed
 */
export async function executeWorkflow(folder: N8nFolder, id: string): Promise<NodeOutputs> {
	const printed = await runN8n(folder, ['execute', `--id=${id}`, '--rawOutput']);
	// n8n logs before and after the result.
	const result = /^\{$[\s\S]*?^\}$/m.exec(printed)?.[0];
	if (result === undefined) throw new Error(`n8n executed nothing:\n${printed}`);
	const { data } = JSON.parse(result) as IRun;
	return (node, output = 0) => data.resultData.runData[node]?.[0].data?.main[output] ?? [];
}
