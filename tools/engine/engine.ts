/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { userFolder } from './environment';
import { rmSync } from 'node:fs';
import { LoadOptionsContext } from 'n8n-core';
import {
	Workflow,
	type IWorkflowExecuteAdditionalData,
	type INode,
	type Logger,
} from 'n8n-workflow';
import { HarnessCredentialTypes } from './credentialTypes';
import { HarnessCredentialsHelper } from './credentialsHelper';
import { HarnessNodeTypes } from './nodeTypes';
import type { EngineOptions, WorkflowJson } from './types';

/** n8n builds addresses from these; nothing listens there. */
const NOWHERE = 'http://127.0.0.1:1/';

/** Everything that n8n-core asks for besides the workflow. */
export interface Engine {
	nodeTypes: HarnessNodeTypes;
	credentialTypes: HarnessCredentialTypes;
	credentialsHelper: HarnessCredentialsHelper;
	additionalData: IWorkflowExecuteAdditionalData;
}

export const EXECUTION_ID = 'harness';

function refuse(what: string): () => never {
	return () => {
		throw new Error(`The harness does not offer ${what}`);
	};
}

/** @returns an engine that shares nothing with another one but n8n's logger. */
export function createEngine(options: EngineOptions): Engine {
	const nodeTypes = new HarnessNodeTypes(options.nodeTypes);
	const credentialTypes = new HarnessCredentialTypes(options.credentialTypes);
	const credentialsHelper = new HarnessCredentialsHelper(credentialTypes, options.credentials);
	const additionalData: IWorkflowExecuteAdditionalData = {
		credentialsHelper,
		executionId: EXECUTION_ID,
		currentNodeExecutionIndex: 0,
		executeWorkflow: refuse('sub-workflows'),
		getRunExecutionData: refuse('other executions'),
		getRuntimeCredential: refuse('runtime credentials'),
		startRunnerTask: refuse('task runners'),
		logAiEvent: () => {},
		variables: {},
		externalSecretsProxy: {} as IWorkflowExecuteAdditionalData['externalSecretsProxy'],
		restApiUrl: NOWHERE,
		instanceBaseUrl: NOWHERE,
		formBaseUrl: NOWHERE,
		formWaitingBaseUrl: NOWHERE,
		formTestBaseUrl: NOWHERE,
		webhookBaseUrl: NOWHERE,
		webhookWaitingBaseUrl: NOWHERE,
		webhookTestBaseUrl: NOWHERE,
		mcpBaseUrl: NOWHERE,
		mcpTestBaseUrl: NOWHERE,
	};
	return { nodeTypes, credentialTypes, credentialsHelper, additionalData };
}

/** @returns n8n's workflow; node parameters get their defaults, as when the server loads one. */
export function createWorkflow(engine: Engine, json: WorkflowJson): Workflow {
	return new Workflow({
		id: EXECUTION_ID,
		name: json.name ?? 'Harness',
		nodes: structuredClone(json.nodes),
		connections: json.connections,
		active: false,
		nodeTypes: engine.nodeTypes,
		settings: { executionOrder: 'v1', ...json.settings },
	});
}

/** Starts n8n-core and takes its logger. Its settings file is written and read now and never again, so the folder can go. */
function start(): Logger {
	const engine = createEngine({ credentialTypes: [] });
	const node: INode = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = createWorkflow(engine, { nodes: [node], connections: {} });
	const { logger } = new LoadOptionsContext(workflow, node, engine.additionalData, '');
	rmSync(userFolder, { recursive: true, force: true });
	return logger;
}

/** The one logger of n8n-core, its nodes and n8n-workflow in this process. */
export const n8nLogger = start();
