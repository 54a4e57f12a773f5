import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { runHubSpotNode, writeLimits } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { expectDocumentedCalls } from '../support/exchanges';

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
	['getUsage', { scope: 'pair' }],
	['getUsage', { scope: 'object' }],
	['getUsage', { scope: 'all' }],
	['requestReport', { userId: 7 }],
];

describe.each(API_VERSIONS)('%s', (apiVersion) => {
	it.each(OPERATIONS)('%s %j', async (operation, parameters) => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: writeLimits(operation, { ...parameters, options: { apiVersion } }),
			items: LIMITS,
		});
		expect(error).toBeUndefined();
		expectDocumentedCalls(simulator, apiVersion);
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
		expectDocumentedCalls(simulator, apiVersion);
	});
});
