import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { HubSpotAssociations } from '../nodes/HubSpotAssociations/HubSpotAssociations.node';
import type { Simulator } from '../simulator';
import { runNode, type NodeUnderTestRun } from './engine';
import { NODE_TYPE } from './project';

export interface RunHubSpotNode {
	simulator: Pick<Simulator, 'url' | 'token'>;
	parameters: INodeParameters;
	items: IDataObject[] | INodeExecutionData[];
	/** Default: continue on the error output, so that each row shows what became of it. */
	onError?: INode['onError'];
	alwaysOutputData?: boolean;
	signal?: AbortSignal;
	/** Instead of the simulator's token. */
	token?: string;
}

/** Runs the node in the real engine against the simulator. */
export async function runHubSpotNode(run: RunHubSpotNode): Promise<NodeUnderTestRun> {
	const { simulator, parameters, items, signal, alwaysOutputData } = run;
	return await runNode({
		node: new HubSpotAssociations(),
		type: NODE_TYPE,
		parameters,
		items,
		signal,
		alwaysOutputData,
		onError: run.onError ?? 'continueErrorOutput',
		credentials: {
			hubSpotAssociationsApi: {
				accessToken: run.token ?? simulator.token,
				baseUrl: simulator.url,
			},
		},
	});
}

export function fromList(value: string): INodeParameters {
	return { __rl: true, mode: 'list', value } as unknown as INodeParameters;
}

export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value } as unknown as INodeParameters;
}

/** The parameters of association create for rows { from, to } of contacts and companies. */
export function createAssociations(further: INodeParameters = {}): INodeParameters {
	return {
		resource: 'association',
		operation: 'create',
		fromObjectType: fromList('0-1'),
		toObjectType: fromList('0-2'),
		fromRecordId: '={{ $json.from }}',
		toRecordId: '={{ $json.to }}',
		...further,
	};
}

/** The parameters of an operation on limits for rows { type, maximum } of contacts and companies. */
export function writeLimits(operation: string, further: INodeParameters = {}): INodeParameters {
	return {
		resource: 'associationLimit',
		operation,
		fromObjectType: fromList('0-1'),
		toObjectType: fromList('0-2'),
		associationType: byId('={{ $json.type }}'),
		maxToObjectIds: '={{ $json.maximum }}',
		...further,
	};
}
