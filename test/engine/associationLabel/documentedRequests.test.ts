import type { IDataObject } from 'n8n-workflow';
import {
	API_VERSIONS,
	type ApiVersion,
} from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { checkExchange, openApiAvailable } from '../../contract/openapi';
import { fromList, runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';

const simulator = simulatorForEachTest();

const OPERATIONS: Array<[operation: string, item: IDataObject]> = [
	['getAll', {}],
	['create', { label: 'Mentor', inverse: 'Mentee' }],
	['create', { label: 'Board Member' }],
	['create', { label: 'Decision Maker' }],
	['update', { type: 'USER_DEFINED:36', label: 'Decider', inverse: 'Decided' }],
	['update', { type: 'USER_DEFINED:36', inverse: 'Decided' }],
	['delete', { type: 'USER_DEFINED:36' }],
	['delete', { type: 'USER_DEFINED:999' }],
];

/** Every call goes to the version that is chosen and, where HubSpot's documents are at hand, holds to them. */
function checkExchanges(apiVersion: ApiVersion): void {
	const root = new RegExp(`^/crm/(associations/${apiVersion}|limits/${apiVersion}|v3/limits)/`);
	expect(simulator.requests.length).toBeGreaterThan(0);
	for (const { path } of simulator.requests) expect(path).toMatch(root);
	if (openApiAvailable()) expect(simulator.requests.flatMap(checkExchange)).toEqual([]);
}

if (!openApiAvailable()) {
	it.skip("HubSpot's OpenAPI documents are absent: bodies are not validated against them", () => {});
}

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
				returnAll: true,
				options: { apiVersion },
			},
			items: [item],
		});
		expect(error).toBeUndefined();
		checkExchanges(apiVersion);
	});
});
