import type { INodeParameters } from 'n8n-workflow';
import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import { simulatorForEachTest } from '../../support/simulator';
import { callCounts } from '../support/associations';
import { byId, runHubSpotNode, writeLimits } from '../../../tools/hubSpotNode';
import { held, hold } from '../support/syncLimits';

/** HubSpot's OpenAPI documents let the result of a limit that was set go without its maximum. */

const simulator = simulatorForEachTest({ behaviour: { limitResultsNameMaximum: false } });

const ROWS = [
	{ to: '0-2', type: 'USER_DEFINED:36', maximum: 5 },
	{ to: '0-2', type: 'USER_DEFINED:38', maximum: 4 },
	{ to: '0-3', type: 'USER_DEFINED:40', maximum: 3 },
];

async function run(operation: string, options: INodeParameters = {}) {
	return await runHubSpotNode({
		simulator,
		parameters: writeLimits(operation, {
			toObjectType: byId('={{ $json.to }}'),
			options: { maxConcurrency: 1, ...options },
		}),
		items: ROWS,
	});
}

const READS = { 'GET limits 0-1>0-2': 1, 'GET limits 0-1>0-3': 1 };

describe.each(API_VERSIONS)('%s', (apiVersion) => {
	it.each(['create', 'update'])('%s reads the limits back, once a batch', async (operation) => {
		const { items, errorItems } = await run(operation, { apiVersion });
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => json.maxToObjectIds)).toEqual([5, 4, 3]);
		expect(simulator.requests).toHaveLength(4);
		expect(callCounts(simulator)).toMatchObject(READS);
	});

	it.each(['upsert', 'sync'])('%s reads them back too', async (operation) => {
		hold(simulator, { 'USER_DEFINED:36': 9 });
		const { items, errorItems } = await run(operation, { apiVersion });
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => [json.action, json.maxToObjectIds])).toEqual([
			['updated', 5],
			['created', 4],
			['created', 3],
		]);
		expect(held(simulator)).toMatchObject({ 'USER_DEFINED:36': 5, 'USER_DEFINED:38': 4 });
	});
});

it('calls no limit set that HubSpot does not hold as wanted', async () => {
	simulator.faults.add({
		method: 'GET',
		path: /0-1\/0-2$/,
		fault: {
			kind: 'status',
			status: 200,
			body: {
				results: [{ category: 'USER_DEFINED', typeId: 36, userEnforcedMaxToObjectIds: 7 }],
			},
		},
	});
	const { items, errorItems } = await run('create');
	expect(items.map(({ json }) => json.typeId)).toEqual([40]);
	expect(errorItems.map(({ json }) => json.error)).toEqual([
		expect.objectContaining({ state: 'unknown', typeId: 36 }),
		expect.objectContaining({ state: 'unknown', typeId: 38 }),
	]);
});

it('leaves it open where the limits cannot be read back', async () => {
	simulator.faults.add({
		method: 'GET',
		path: /0-1\/0-2$/,
		times: Infinity,
		fault: { kind: 'status', status: 403 },
	});
	const { items, errorItems } = await run('update');
	expect(items.map(({ json }) => json.typeId)).toEqual([40]);
	expect(errorItems.map(({ json }) => json.error)).toEqual([
		expect.objectContaining({ state: 'unknown' }),
		expect.objectContaining({ state: 'unknown' }),
	]);
});

it('reads nothing back where HubSpot refuses', async () => {
	const { errorItems } = await runHubSpotNode({
		simulator,
		parameters: writeLimits('update'),
		items: [{ type: 'USER_DEFINED:36', maximum: 20_000 }],
	});
	expect(errorItems).toHaveLength(1);
	expect(callCounts(simulator)).not.toHaveProperty('GET limits 0-1>0-2');
});
