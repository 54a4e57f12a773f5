import { newNode, type Workflow } from '../../../tools/n8n/workflows';
import { NODE_TYPE } from '../../../tools/project';

/**
 * Associates the rows `{ contact, company }` that are posted to /webhook/associate, and answers
 * `{ done, refused }`.
 * @param label as CATEGORY:typeId, from contacts to companies
 */
export function postedRowsWorkflow(label: string, batchSize: number): Workflow {
	return {
		name: 'Associate what is posted',
		nodes: [
			newNode(
				'Posted',
				'n8n-nodes-base.webhook',
				2,
				{ httpMethod: 'POST', path: 'associate', responseMode: 'lastNode' },
				{ webhookId: 'associate' },
			),
			newNode('Rows', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.rows', options: {} }),
			newNode(
				'Associate',
				NODE_TYPE,
				1,
				{
					resource: 'association',
					operation: 'create',
					fromObjectType: { __rl: true, mode: 'list', value: '0-1' },
					toObjectType: { __rl: true, mode: 'list', value: '0-2' },
					fromRecordId: '={{ $json.contact }}',
					toRecordId: '={{ $json.company }}',
					labels: [label],
					options: { batchSize },
				},
				{
					credentials: {
						hubSpotAssociationsApi: { id: 'HubSpotAssocApi1', name: 'HubSpot account' },
					},
					onError: 'continueErrorOutput',
				},
			),
			newNode('Both', 'n8n-nodes-base.merge', 3, {}),
			newNode(
				'Count',
				'n8n-nodes-base.set',
				3.4,
				{
					mode: 'raw',
					jsonOutput:
						"={{ { done: $('Associate').all(0).length, refused: $('Associate').all(1).length } }}",
				},
				{ executeOnce: true },
			),
		],
		connections: {
			Posted: { main: [[{ node: 'Rows', type: 'main', index: 0 }]] },
			Rows: { main: [[{ node: 'Associate', type: 'main', index: 0 }]] },
			Associate: {
				main: [
					[{ node: 'Both', type: 'main', index: 0 }],
					[{ node: 'Both', type: 'main', index: 1 }],
				],
			},
			Both: { main: [[{ node: 'Count', type: 'main', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	};
}
