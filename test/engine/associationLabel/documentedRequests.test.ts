import type { IDataObject } from 'n8n-workflow';
import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { fromList, runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { expectDocumentedCalls } from '../support/exchanges';

const simulator = simulatorForEachTest();

const OPERATIONS: Array<[operation: string, item: IDataObject]> = [
	['getAll', {}],
	['getUsage', {}],
	['create', { label: 'Mentor', inverse: 'Mentee' }],
	['create', { label: 'Board Member' }],
	['create', { label: 'Decision Maker' }],
	['update', { type: 'USER_DEFINED:36', label: 'Decider', inverse: 'Decided' }],
	['update', { type: 'USER_DEFINED:36', inverse: 'Decided' }],
	['upsert', { label: 'Mentor', inverse: 'Mentee' }],
	['upsert', { label: 'Decision Maker', inverse: 'Decided' }],
	['delete', { type: 'USER_DEFINED:36' }],
	['delete', { type: 'USER_DEFINED:999' }],
];

describe.each(API_VERSIONS)('%s', (apiVersion) => {
	it.each(OPERATIONS)('%s %j', async (operation, item) => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: {
				resource: 'associationLabel',
				operation,
				fromObjectType: fromList('0-1'),
				toObjectType: fromList('0-2'),
				associationType: fromList('={{ $json.type }}'),
				label: '={{ $json.label }}',
				inverseLabel: '={{ $json.inverse }}',
				scope: 'pair',
				returnAll: true,
				options: { apiVersion },
			},
			items: [item],
		});
		expect(error).toBeUndefined();
		expectDocumentedCalls(simulator, apiVersion);
	});
});
