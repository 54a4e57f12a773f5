import './environment';
import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	NodeConnectionTypes,
	type ICredentialTestRequest,
	type ICredentialsDecrypted,
	type INodeCredentialTestResult,
	type INodeExecutionData,
	type INodeType,
	type NodeApiError,
} from 'n8n-workflow';
import { createEngine, createWorkflow } from './engine';
import { nodeJson } from './nodeJson';
import { newRunExecutionData } from './runExecutionData';
import type { EngineOptions } from './types';

const TYPE = 'n8n-nodes-harness.credentialTest';

/** n8n puts the test's request into a declarative node of its own. */
function testNode(credentialType: string, { request }: ICredentialTestRequest): INodeType {
	return {
		description: {
			displayName: 'Temp',
			name: 'credentialTest',
			group: ['input'],
			version: 1,
			description: 'Runs the request of a credential test',
			defaults: { name: 'Temp' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: credentialType, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request } },
			],
		},
	};
}

/**
 * Runs the `test` of a credential type as n8n's "Test" button does, with the credential's data given under its type's name.
 * @throws Error when the type has no `test`
 */
export async function testCredential(
	credentialType: string,
	options: Pick<EngineOptions, 'credentials' | 'credentialTypes'>,
): Promise<INodeCredentialTestResult> {
	const { test } = createEngine(options).credentialTypes.get(credentialType);
	if (!test) throw new Error(`The credential type '${credentialType}' has no test`);
	const nodeType = testNode(credentialType, test);
	try {
		const output = await runTestNode(credentialType, nodeType, options);
		return judgeBody(test, output);
	} catch (error) {
		return judgeError(test, error as NodeApiError);
	}
}

async function runTestNode(
	credentialType: string,
	nodeType: INodeType,
	options: Pick<EngineOptions, 'credentials' | 'credentialTypes'>,
): Promise<INodeExecutionData[][] | undefined> {
	const engine = createEngine({ ...options, nodeTypes: { [TYPE]: nodeType } });
	const node = nodeJson({ ...options, name: 'Temp', type: TYPE, parameters: {} });
	const workflow = createWorkflow(engine, { nodes: [node], connections: {} });
	const items: INodeExecutionData[] = [{ json: {} }];
	const details = { id: credentialType, name: credentialType };
	const decrypted: ICredentialsDecrypted = {
		...details,
		type: credentialType,
		data: await engine.credentialsHelper.getDecrypted(
			engine.additionalData,
			details,
			credentialType,
		),
	};
	const context = new ExecuteContext(
		workflow,
		workflow.nodes[node.name],
		engine.additionalData,
		'internal',
		newRunExecutionData(),
		0,
		items,
		{ main: [items] },
		{ node, data: {}, source: null },
		[],
	);
	return await new RoutingNode(context, nodeType, decrypted).runNode();
}

function judgeBody(
	{ rules = [] }: ICredentialTestRequest,
	output: INodeExecutionData[][] | undefined,
): INodeCredentialTestResult {
	for (const { type, properties } of rules) {
		if (type !== 'responseSuccessBody') continue;
		if (output?.[0][0].json[properties.key] === properties.value) {
			return { status: 'Error', message: properties.message };
		}
	}
	return { status: 'OK', message: 'Connection successful!' };
}

function judgeError(
	{ rules = [] }: ICredentialTestRequest,
	{ httpCode, message }: NodeApiError,
): INodeCredentialTestResult {
	const rule = rules.find(
		({ type, properties }) => type === 'responseCode' && String(properties.value) === httpCode,
	);
	return { status: 'Error', message: rule?.properties.message ?? message };
}
