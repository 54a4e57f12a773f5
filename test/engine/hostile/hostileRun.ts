import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import type { RecordedRequest, Simulator } from '../../../simulator';
import { credentialsFor } from '../faults/access';
import { runNode, type NodeUnderTestRun } from '../../../tools/engine';
import type { CredentialData } from '../../../tools/engine/types';
import { NODE_TYPE } from '../../../tools/project';
import { wrongFields, wrongMessages, wrongRequests } from './checks';

/** As fast as it goes; nothing is tried again, so that a hang is one of the node's own. */
export const OPTIONS: INodeParameters = {
	maxConcurrency: 20,
	requestsPerTenSeconds: 1_000_000,
	maxRetries: 0,
	timeout: 20_000,
};

/** Both credentials of the simulator's account. */
export function bothCredentials(simulator: Simulator): CredentialData {
	return {
		...credentialsFor(simulator, 'accessToken').credentials,
		...credentialsFor(simulator, 'oAuth2').credentials,
	};
}

/** Runs the node in the real engine; every row that fails shows why. */
export async function runHostile(
	parameters: INodeParameters,
	items: INodeExecutionData[],
	credentials: CredentialData,
): Promise<NodeUnderTestRun> {
	return await runNode({
		node: new HubSpotAssociations(),
		type: NODE_TYPE,
		parameters,
		items,
		credentials,
		onError: 'continueErrorOutput',
	});
}

/** What `findingsOf` gives where nothing is wrong. */
export const NONE = { error: undefined, lost: [], requests: [], fields: [], messages: [] };

/** Every row has an outcome, every request is one of HubSpot's documents, every message is for people. */
export function findingsOf(
	{ error, items, errorItems }: NodeUnderTestRun,
	requests: readonly RecordedRequest[],
	{ operation, rows }: { readonly operation: unknown; readonly rows: number },
) {
	const isWrite = ({ path }: { path: string }) => !/\/(read|search|token)$/.test(path);
	return {
		error: error?.message,
		// A reading operation gives no item for what it does not find.
		lost: operation === 'getAll' ? [] : lostRows([...items, ...errorItems], rows).slice(0, 3),
		requests: wrongRequests(requests).slice(0, 3),
		fields: requests
			.filter(isWrite)
			.flatMap(({ body }) => wrongFields(body))
			.slice(0, 3),
		messages: wrongMessages(errorItems).slice(0, 3),
	};
}

function lostRows(items: readonly INodeExecutionData[], rows: number): number[] {
	const answered = new Set(
		items.map(({ pairedItem }) =>
			typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : undefined,
		),
	);
	return Array.from({ length: rows }, (_, row) => row).filter((row) => !answered.has(row));
}
