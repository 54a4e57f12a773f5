import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	API_VERSIONS,
	type ApiVersion,
} from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { checkExchange, openApiAvailable } from '../../contract/openapi';
import { runHubSpotNode, writeLimits } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';

const simulator = simulatorForEachTest();

beforeEach(() => {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 10);
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 1, 1);
});

const LIMITS: IDataObject[] = [
	{ type: 'HUBSPOT_DEFINED:279', maximum: 20 },
	{ type: 'USER_DEFINED:36', maximum: 5 },
	{ type: 'USER_DEFINED:999', maximum: 5 },
];

const OPERATIONS: Array<[operation: string, parameters: INodeParameters]> = [
	['getAll', { returnAll: true }],
	['getAll', { returnAll: true, scope: 'all' }],
	['create', {}],
	['update', {}],
	['upsert', {}],
	['delete', {}],
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
	it.each(OPERATIONS)('%s %j', async (operation, parameters) => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: writeLimits(operation, { ...parameters, options: { apiVersion } }),
			items: LIMITS,
		});
		expect(error).toBeUndefined();
		checkExchanges(apiVersion);
	});

	it('sync, with every kind of change', async () => {
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: writeLimits('sync', { options: { apiVersion, deleteUnlisted: true } }),
			items: LIMITS.slice(0, 2),
		});
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => json.action)).toEqual(['updated', 'created', 'deleted']);
		expect(simulator.requests).toHaveLength(5);
		checkExchanges(apiVersion);
	});
});
