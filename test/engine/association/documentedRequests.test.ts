import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	API_VERSIONS,
	type ApiVersion,
} from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { checkExchange, openApiAvailable } from '../../contract/openapi';
import { simulatorForEachTest } from '../../support/simulator';
import { associationRun } from '../support/associations';
import { runHubSpotNode } from '../../../tools/hubSpotNode';

const simulator = simulatorForEachTest({ behaviour: { readPageSize: 2 } });

beforeEach(() => {
	const { account } = simulator;
	for (let company = 5001; company <= 5005; company++) {
		account.associate('contacts', 'companies', '1001', String(company), ['Decision Maker']);
	}
	account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 6);
	account.setLimit('companies', 'contacts', 'HUBSPOT_DEFINED', 280, 9);
});

const RECORDS: Record<ApiVersion, string> = {
	v4: '/crm/v4/associations/0-1/0-2/batch',
	'2026-03': '/crm/associations/2026-03/0-1/0-2/batch',
	'2026-09': '/crm/associations/2026-09/0-1/0-2/batch',
};

const OBJECTS: Record<ApiVersion, string> = {
	v4: '/crm/v3/objects',
	'2026-03': '/crm/objects/2026-03',
	'2026-09': '/crm/objects/2026-09',
};

if (!openApiAvailable()) {
	it.skip("HubSpot's OpenAPI documents are absent: bodies are not validated against them", () => {});
}

describe.each(API_VERSIONS)('version %s', (apiVersion) => {
	/** Runs an operation, holds every exchange against HubSpot's documents, and gives the paths. */
	async function pathsOf(
		operation: string,
		items: IDataObject[],
		further: INodeParameters = {},
		options: INodeParameters = {},
	): Promise<Set<string>> {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: associationRun(operation, { ...further, options: { ...options, apiVersion } }),
			items,
		});
		expect(error).toBeUndefined();
		if (openApiAvailable()) expect(simulator.requests.flatMap(checkExchange)).toEqual([]);
		return new Set(simulator.requests.map(({ path }) => path));
	}

	const items = [
		{ from: 1001, to: 5001 },
		{ from: 99999901, to: 99999902 },
	];

	it('deletes', async () => {
		expect(await pathsOf('delete', items)).toEqual(new Set([`${RECORDS[apiVersion]}/archive`]));
	});

	it('removes labels', async () => {
		const paths = await pathsOf('removeLabels', items, { labels: ['USER_DEFINED:36'] });
		expect(paths).toEqual(new Set([`${RECORDS[apiVersion]}/labels/archive`]));
	});

	it('gets many, on every page and where there are none', async () => {
		const paths = await pathsOf('getAll', items, { returnAll: true });
		expect(paths).toEqual(new Set([`${RECORDS[apiVersion]}/read`]));
		expect(simulator.requests.map(({ status }) => status)).toEqual([207, 200, 200]);
	});

	it('creates with labels kept and limits checked', async () => {
		const paths = await pathsOf(
			'create',
			items,
			{ labels: ['Billing Contact'] },
			{ existingLabels: 'keep', checkLimits: true },
		);
		expect(paths).toContain(`${RECORDS[apiVersion]}/read`);
		expect(paths).toContain(`${RECORDS[apiVersion]}/create`);
		expect(paths.size).toBe(7);
	});

	describe('what differs from the rows', () => {
		const labels = '={{ $json.labels }}';
		const rows = [
			{ from: 1001, to: 5001, labels: ['USER_DEFINED:38'] },
			{ from: 1001, to: 5006, labels: [] },
			{ from: 1002, to: 5001, labels: [] },
		];
		const calls = ['read', 'create', 'associate/default', 'labels/archive', 'archive'];

		beforeEach(() =>
			simulator.account.associate('contacts', 'companies', '1002', '5001', ['Decision Maker']),
		);

		it('syncs: creates, changes, takes labels away and deletes', async () => {
			const paths = await pathsOf('sync', rows, { labels }, { deleteUnlisted: true });
			for (const call of calls) expect(paths).toContain(`${RECORDS[apiVersion]}/${call}`);
		});

		it('applies the plan of that', async () => {
			const options = { deleteUnlisted: true, dryRun: true, apiVersion };
			const parameters = associationRun('sync', { labels, options });
			const { items: plan } = await runHubSpotNode({ simulator, parameters, items: rows });
			const paths = await pathsOf(
				'applyPlan',
				plan.map(({ json }) => json),
			);
			for (const call of calls) expect(paths).toContain(`${RECORDS[apiVersion]}/${call}`);
		});
	});

	it('looks records up by a unique property and by search', async () => {
		const emails = simulator.account.records('contacts');
		const paths = await pathsOf(
			'create',
			[
				{ from: emails.get('1001')?.email, to: 'harbour-logistics-1.example.com' },
				{ from: 'nobody@example.com', to: 'nothing.example' },
			],
			{},
			{ fromIdProperty: 'email', toIdProperty: 'domain' },
		);
		expect(paths).toEqual(
			new Set([
				`${OBJECTS[apiVersion]}/0-1/batch/read`,
				`${OBJECTS[apiVersion]}/0-2/batch/read`,
				`${OBJECTS[apiVersion]}/0-2/search`,
				`${RECORDS[apiVersion]}/associate/default`,
			]),
		);
	});
});
