import type { INodeParameters } from 'n8n-workflow';
import { simulatorForAllTests } from '../support/simulator';
import { checkingLimits } from './support/associations';
import { byId, runHubSpotNode, writeLimits } from '../../tools/hubSpotNode';

/** Labels and limits are read once a pair, and no more once HubSpot has refused the whole run. */

const simulator = simulatorForAllTests();

beforeEach(() => simulator.refill());

const OBJECTS: INodeParameters = {
	fromObjectType: byId('contacts'),
	toObjectType: byId('={{ $json.to }}'),
};

const ROWS = ['companies', 'deals', 'tickets'].map((to) => ({
	to,
	from: '1001',
	type: 'USER_DEFINED:36',
	maximum: 5,
	label: 'Chair',
}));

const READERS: Readonly<Record<string, INodeParameters>> = {
	'all labels': { resource: 'associationLabel', operation: 'getAll', returnAll: true },
	'some labels': { resource: 'associationLabel', operation: 'getAll', limit: 50 },
	'all limits': writeLimits('getAll', { scope: 'pair', returnAll: true }),
	'some limits': writeLimits('getAll', { scope: 'pair', limit: 50 }),
	'limits to compare': writeLimits('upsert'),
	'labels by name': writeLimits('create', { associationType: byId('36') }),
	'labels to look for': {
		resource: 'associationLabel',
		operation: 'create',
		label: '={{ $json.label }}',
	},
	'limits to check': checkingLimits([], { toRecordId: '5001' }),
};

async function run(parameters: INodeParameters, token?: string) {
	return await runHubSpotNode({
		simulator,
		parameters: {
			...parameters,
			...OBJECTS,
			options: { ...(parameters.options as INodeParameters), maxConcurrency: 1 },
		},
		items: ROWS,
		token,
	});
}

const readers = Object.entries(READERS);

it.each(readers)('asks once for %s when the token is refused', async (_, parameters) => {
	const { items, errorItems } = await run(parameters, 'wrong');
	expect(simulator.requests).toHaveLength(1);
	expect(items).toEqual([]);
	expect(errorItems.map(({ json }) => json.message)).toEqual(
		ROWS.map(() => expect.stringContaining('Authentication credentials not found')),
	);
});

it.each(readers)('asks for %s of each pair where one is refused', async (_, parameters) => {
	simulator.faults.add({ times: Infinity, fault: { kind: 'status', status: 403 } });
	await run(parameters);
	const asked = new Set(simulator.requests.map(({ path }) => path.replace(/0-1/, 'contacts')));
	expect(asked.size).toBeGreaterThanOrEqual(ROWS.length);
	expect(simulator.requests).toHaveLength(asked.size);
});
