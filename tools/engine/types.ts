import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IPinData,
	IRun,
	IRunData,
	ITaskData,
	IWorkflowSettings,
	NodeExecutionHint,
} from 'n8n-workflow';

/** A workflow as the editor exports it. */
export interface WorkflowJson {
	name?: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

/** Decrypted credential data by the credential type's name. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

export interface EngineOptions {
	/** By full type name, besides the stand-ins for n8n's own nodes. */
	nodeTypes?: Record<string, INodeType>;
	credentials?: CredentialData;
	/** Default: the credential types of this package. */
	credentialTypes?: ICredentialType[];
}

export interface RunOptions extends EngineOptions {
	workflow: WorkflowJson;
	/** What the start node gives out; default one empty item, as n8n's Manual Trigger does. */
	startItems?: INodeExecutionData[] | IDataObject[];
	/** Cancels the execution as n8n's stop button does. */
	signal?: AbortSignal;
	/** Runs one node again on what the nodes before it have sent out, as the editor's "Execute step" does. */
	step?: { node: string; runData: IRunData };
	onNodeStart?: (nodeName: string) => void;
	onNodeEnd?: (nodeName: string, run: NodeRun) => void;
}

/** One run of one node. */
export interface NodeRun {
	/** Items by output. With "continue (using error output)" the last output holds the failed items. */
	outputs: INodeExecutionData[][];
	error?: ITaskData['error'];
	hints: NodeExecutionHint[];
	executionTimeMs: number;
	executionStatus: ITaskData['executionStatus'];
}

export interface WorkflowRun {
	/** By node name; a node that never ran is missing. */
	nodes: Record<string, NodeRun[]>;
	/** Why the execution stopped; a plain object, no longer an Error. */
	error?: IRun['data']['resultData']['error'];
	run: IRun;
	/** Everything that n8n and the nodes logged, at any level, as one line each. */
	logs: string[];
	/** The credentials as they stand after the run, with renewed OAuth2 tokens. */
	credentials: CredentialData;
}
