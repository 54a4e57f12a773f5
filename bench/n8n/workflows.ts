import type { INode } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import { newNode, simulatorCredential, type Workflow } from '../../tools/n8n/workflows';
import { createAssociations } from '../../tools/hubSpotNode';
import { NODE_TYPE } from '../../tools/project';
import { ASSOCIATION_TYPE, BATCH_SIZE } from '../contenders/contender';

type Target = Pick<Simulator, 'url' | 'token'>;

/** n8n's own credential for HubSpot, which the HTTP Request node offers. */
const SERVICE_KEY = { id: 'HubSpotServiceKey1', name: 'HubSpot Service Key' };

const TYPES = `[{ associationCategory: '${ASSOCIATION_TYPE.category}', associationTypeId: ${ASSOCIATION_TYPE.typeId} }]`;

/** What most people write first: all rows in, one item for each batch out. */
const MAKE_BATCHES = `const inputs = $input.all().map(({ json }) => ({
  from: { id: json.from },
  to: { id: json.to },
  types: ${TYPES},
}));
const batches = [];
for (let start = 0; start < inputs.length; start += ${BATCH_SIZE}) {
  batches.push({ json: { inputs: inputs.slice(start, start + ${BATCH_SIZE}) } });
}
return batches;`;

const ONE_ROW = `={{ { inputs: [{ from: { id: $json.from }, to: { id: $json.to }, types: ${TYPES} }] } }}`;

/** A way to associate rows in n8n: the nodes behind those that read the rows. */
export interface WorkflowContender {
	readonly name: string;
	/** Its time is the sum of theirs. */
	nodes(target: Target): INode[];
}

export const WORKFLOW_CONTENDERS: readonly WorkflowContender[] = [
	{ name: 'node', nodes: ({ url, token }) => [hubSpotAssociations({ url, token })] },
	{
		name: 'code-http',
		nodes: ({ url }) => [
			newNode('Make Batches', 'n8n-nodes-base.code', 2, { jsCode: MAKE_BATCHES }),
			httpRequest(url, '={{ $json }}'),
		],
	},
	{ name: 'http-per-row', nodes: ({ url }) => [httpRequest(url, ONE_ROW)] },
	{
		name: 'rows-only',
		nodes: () => [newNode('Pass Through', 'n8n-nodes-base.noOp', 1, {})],
	},
];

/** A workflow that reads the rows of a sheet and hands them to the contender's nodes. */
export function workflowOf(contender: WorkflowContender, sheet: string, target: Target): Workflow {
	const nodes = [
		newNode('By Hand', 'n8n-nodes-base.manualTrigger', 1, {}),
		newNode('Read Sheet', 'n8n-nodes-base.readWriteFile', 1, { fileSelector: sheet, options: {} }),
		newNode('Extract Rows', 'n8n-nodes-base.extractFromFile', 1, { options: {} }),
		...contender.nodes(target),
	];
	return {
		name: contender.name,
		nodes,
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map(({ name }, before) => [
					nodes[before].name,
					{ main: [[{ node: name, type: 'main', index: 0 }]] },
				]),
		),
		// Writing the rows to n8n's database is no contender's work.
		settings: { saveDataSuccessExecution: 'none' },
	};
}

/** Both credentials, for the same account. */
export function credentialsFor({ url, token }: Target) {
	return [
		simulatorCredential({ url, token }),
		{ ...SERVICE_KEY, type: 'hubspotAppToken', data: { appToken: token } },
	];
}

function hubSpotAssociations(target: Target): INode {
	const { id, name, type } = simulatorCredential(target);
	const parameters = createAssociations({
		labels: [`${ASSOCIATION_TYPE.category}:${ASSOCIATION_TYPE.typeId}`],
	});
	return newNode('Associate', NODE_TYPE, 1, parameters, {
		credentials: { [type]: { id, name } },
		onError: 'continueRegularOutput',
	});
}

/** As the node stands when it is added, with HubSpot's address, credential and body filled in. */
function httpRequest(url: string, jsonBody: string): INode {
	const parameters = {
		method: 'POST',
		url: `${url}/crm/associations/2026-03/contacts/companies/batch/create`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'hubspotAppToken',
		sendBody: true,
		specifyBody: 'json',
		jsonBody,
		options: {},
	};
	return newNode('Send', 'n8n-nodes-base.httpRequest', 4.2, parameters, {
		credentials: { hubspotAppToken: SERVICE_KEY },
	});
}
