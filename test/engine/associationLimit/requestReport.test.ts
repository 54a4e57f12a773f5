import type { INodeParameters } from 'n8n-workflow';
import { runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { refusalOf } from '../support/refusal';
import { requestLines } from '../support/requests';

const simulator = simulatorForEachTest();

function requestReport(options: INodeParameters = {}): INodeParameters {
	return {
		resource: 'associationLimit',
		operation: 'requestReport',
		userId: '={{ $json.user }}',
		options,
	};
}

it('requests one report per user, and gives every row its own result', async () => {
	const { items, hints } = await runHubSpotNode({
		simulator,
		parameters: requestReport(),
		items: [{ user: 7 }, { user: '7' }, { user: 8 }],
	});
	const report = (userId: number) => ({
		userId,
		userEmail: expect.stringContaining('@'),
		enqueuedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
	});
	expect(items).toEqual([
		{ json: report(7), pairedItem: { item: 0 } },
		{ json: report(7), pairedItem: { item: 1 } },
		{ json: report(8), pairedItem: { item: 2 } },
	]);
	const root = '/crm/associations/2026-03/usage/high-usage-report';
	expect(requestLines(simulator).sort()).toEqual([`POST ${root}/7`, `POST ${root}/8`]);
	expect(hints[0].message).toContain('1 merged with an earlier one');
});

it.each([
	['v4', '/crm/v4/associations/usage/high-usage-report/7'],
	['2026-09', '/crm/associations/2026-09/usage/high-usage-report/7'],
])('requests it in version %s', async (apiVersion, path) => {
	await runHubSpotNode({
		simulator,
		parameters: requestReport({ apiVersion }),
		items: [{ user: 7 }],
	});
	expect(requestLines(simulator)).toEqual([`POST ${path}`]);
});

it('shows in a dry run what it would request, and requests nothing', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: requestReport({ dryRun: true }),
		items: [{ user: 7 }],
	});
	expect(items[0].json).toMatchObject({
		userId: 7,
		method: 'POST',
		url: `${simulator.url}/crm/associations/2026-03/usage/high-usage-report/7`,
	});
	expect(simulator.requests).toEqual([]);
});

it.each([
	['', "'User ID' is empty. Enter the ID of a user as HubSpot's owners and users APIs return it."],
	[
		'ada@example.com',
		"'User ID' must be a whole number between 1 and 2147483647, but is \"ada@example.com\". Enter the ID of a user as HubSpot's owners and users APIs return it.",
	],
])('refuses %j before anything is sent', async (user, message) => {
	expect(await refusalOf(simulator, requestReport(), { user })).toMatchObject({
		message,
		requests: 0,
	});
});

it('tells the row that HubSpot refused why', async () => {
	simulator.faults.add({
		fault: {
			kind: 'status',
			status: 404,
			body: {
				status: 'error',
				category: 'OBJECT_NOT_FOUND',
				message: 'No user with ID 9',
				correlationId: 'c',
			},
		},
	});
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: requestReport(),
		items: [{ user: 9 }],
	});
	expect(errorItems[0].json).toMatchObject({
		error: { state: 'refused', userId: 9, correlationId: 'c' },
		message: expect.stringContaining('No user with ID 9'),
	});
});
