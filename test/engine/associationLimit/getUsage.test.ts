import type { INodeParameters } from 'n8n-workflow';
import { fromList, runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { refusalOf } from '../support/refusal';
import { requestLines } from '../support/requests';

const simulator = simulatorForEachTest();

/** Two contacts of five companies each at most: one has four of them, one all five. */
beforeEach(() => {
	const { account } = simulator;
	account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 5);
	for (const company of ['5001', '5002', '5003', '5004', '5005']) {
		if (company !== '5005') account.associate('contacts', 'companies', '1001', company);
		account.associate('contacts', 'companies', '1002', company);
	}
	account.associate('contacts', 'companies', '1003', '5001');
});

function getUsage(scope: string, further: INodeParameters = {}): INodeParameters {
	return { resource: 'associationLimit', operation: 'getUsage', scope, ...further };
}

const PAIR: INodeParameters = {
	fromObjectType: fromList('={{ $json.from }}'),
	toObjectType: fromList('={{ $json.to }}'),
};

it('names the records near and at the limit of two objects, and asks for each pair once', async () => {
	const { items, hints } = await runHubSpotNode({
		simulator,
		parameters: getUsage('pair', PAIR),
		items: [
			{ from: 'contacts', to: '0-2' },
			{ from: '0-1', to: 'companies' },
		],
	});
	const usage = {
		fromObjectType: 'contacts',
		toObjectType: 'companies',
		limit: 5,
		totalRecordsNearLimit: 1,
		totalRecordsAtLimit: 1,
		nearLimitRecords: [{ objectId: '1001', name: expect.any(String), used: 4, percentage: 80 }],
		atLimitRecords: [{ objectId: '1002', name: expect.any(String) }],
		fromObjectTypeId: '0-1',
		toObjectTypeId: '0-2',
	};
	expect(items).toEqual([
		{ json: usage, pairedItem: { item: 0 } },
		{ json: usage, pairedItem: { item: 1 } },
	]);
	expect(requestLines(simulator)).toEqual(['GET /crm/limits/2026-03/associations/records/0-1/0-2']);
	expect(hints[0].message).toBe('2 items · 2 done · 2 results · 1 request');
});

it('names the objects with records near or at a limit: of the account, and from one object', async () => {
	const account = await runHubSpotNode({ simulator, parameters: getUsage('all'), items: [{}, {}] });
	const contacts = {
		name: 'Contacts',
		hasRecordsNearLimit: true,
		hasRecordsAtLimit: true,
		objectTypeId: '0-1',
	};
	expect(account.items).toContainEqual({ json: contacts, pairedItem: { item: 0 } });
	expect(account.items).toContainEqual({ json: contacts, pairedItem: { item: 1 } });
	expect(requestLines(simulator)).toEqual(['GET /crm/limits/2026-03/associations/records/from']);

	const one = await runHubSpotNode({
		simulator,
		parameters: getUsage('object', { fromObjectType: fromList('contact') }),
		items: [{}],
	});
	expect(one.items).toContainEqual({
		json: {
			name: 'Companies',
			hasRecordsNearLimit: true,
			hasRecordsAtLimit: true,
			objectTypeId: '0-2',
			fromObjectType: 'contacts',
			fromObjectTypeId: '0-1',
		},
		pairedItem: { item: 0 },
	});
	expect(requestLines(simulator).at(-1)).toBe(
		'GET /crm/limits/2026-03/associations/records/0-1/to',
	);
});

it('reads the usage of v4 where that version keeps it', async () => {
	await runHubSpotNode({
		simulator,
		parameters: getUsage('pair', { ...PAIR, options: { apiVersion: 'v4' } }),
		items: [{ from: 'contacts', to: 'companies' }],
	});
	expect(requestLines(simulator)).toEqual(['GET /crm/v3/limits/associations/records/0-1/0-2']);
});

it('refuses an object that cannot be one, and a scope that it does not have, before anything is read', async () => {
	expect(
		await refusalOf(simulator, getUsage('pair', PAIR), { from: 'no such/object', to: '0-2' }),
	).toMatchObject({
		message: expect.stringContaining("'From Object Type' must be the name or ID of an object"),
		requests: 0,
	});
	expect(await refusalOf(simulator, getUsage('some'), {})).toMatchObject({
		message: '\'Scope\' must be one of pair, object, all, but is "some"',
		requests: 0,
	});
});

it('does not take an answer without its limit for a usage of nothing', async () => {
	simulator.faults.add({
		fault: { kind: 'status', status: 200, body: { totalRecordsAtLimit: 0 } },
		times: Infinity,
	});
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: getUsage('pair', { ...PAIR, options: { maxRetries: 0 } }),
		items: [{ from: 'contacts', to: 'companies' }],
	});
	expect(errorItems[0].json.message).toContain('the response could not be read');
});
