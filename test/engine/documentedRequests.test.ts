import type { INodeParameters } from 'n8n-workflow';
import {
	API_VERSIONS,
	type ApiVersion,
} from '../../nodes/HubSpotAssociations/hubspot/api/versions';
import { createAssociations, runHubSpotNode, writeLimits } from '../../tools/hubSpotNode';
import { simulatorForEachTest } from '../support/simulator';
import { expectDocumented } from './support/exchanges';

const simulator = simulatorForEachTest();

/** The documented path of each call, byte for byte. */
const DOCUMENTED = {
	v4: {
		updateLimits: '/crm/associations/v4/definitions/configurations/0-1/0-2/batch/update',
		createLimits: '/crm/associations/v4/definitions/configurations/0-1/0-2/batch/create',
		create: '/crm/v4/associations/0-1/0-2/batch/create',
		unlabeled: '/crm/v4/associations/0-1/0-2/batch/associate/default',
		labels: '/crm/associations/v4/0-1/0-2/labels',
	},
	'2026-03': datedPaths('2026-03'),
	'2026-09': datedPaths('2026-09'),
} satisfies Record<ApiVersion, Record<string, string>>;

function datedPaths(version: string) {
	const root = `/crm/associations/${version}`;
	return {
		updateLimits: `${root}/definitions/configurations/0-1/0-2/batch/update`,
		createLimits: `${root}/definitions/configurations/0-1/0-2/batch/create`,
		create: `${root}/0-1/0-2/batch/create`,
		unlabeled: `${root}/0-1/0-2/batch/associate/default`,
		labels: `${root}/0-1/0-2/labels`,
	};
}

async function exchanges(parameters: INodeParameters, items: Array<Record<string, unknown>>) {
	const run = await runHubSpotNode({ simulator, parameters, items: items as never });
	expect(run.error).toBeUndefined();
	return simulator.requests.map(({ method, path, body }) => ({ method, path, body }));
}

describe.each(API_VERSIONS)('version %s', (apiVersion) => {
	const paths = DOCUMENTED[apiVersion];
	const options = { apiVersion };

	it('call A and B: updates limits', async () => {
		const sent = await exchanges(writeLimits('update', { options }), [
			{ type: 'HUBSPOT_DEFINED:279', maximum: 5 },
			{ type: 'USER_DEFINED:38', maximum: 3 },
		]);
		expect(sent).toEqual([
			{
				method: 'POST',
				path: paths.updateLimits,
				body: {
					inputs: [
						{ category: 'HUBSPOT_DEFINED', typeId: 279, maxToObjectIds: 5 },
						{ category: 'USER_DEFINED', typeId: 38, maxToObjectIds: 3 },
					],
				},
			},
		]);
		expectDocumented(simulator);
	});

	it('call C and D: creates limits, one of them refused', async () => {
		const sent = await exchanges(writeLimits('create', { options }), [
			{ type: 'HUBSPOT_DEFINED:279', maximum: 5 },
			{ type: 'HUBSPOT_DEFINED:5', maximum: 3 },
		]);
		expect(sent).toEqual([
			{
				method: 'POST',
				path: paths.createLimits,
				body: {
					inputs: [
						{ category: 'HUBSPOT_DEFINED', typeId: 279, maxToObjectIds: 5 },
						{ category: 'HUBSPOT_DEFINED', typeId: 5, maxToObjectIds: 3 },
					],
				},
			},
		]);
		expectDocumented(simulator);
	});

	it('call E: creates associations with labels, by name and by id, one of them refused', async () => {
		const sent = await exchanges(createAssociations({ options, labels: '={{ $json.label }}' }), [
			{ from: 1001, to: 5001, label: 'Decision Maker' },
			{ from: 999_999, to: 5002, label: 'USER_DEFINED:38' },
		]);
		expect(sent).toEqual([
			{ method: 'GET', path: paths.labels, body: undefined },
			{
				method: 'POST',
				path: paths.create,
				body: {
					inputs: [
						{
							from: { id: '1001' },
							to: { id: '5001' },
							types: [{ associationCategory: 'USER_DEFINED', associationTypeId: 36 }],
						},
						{
							from: { id: '999999' },
							to: { id: '5002' },
							types: [{ associationCategory: 'USER_DEFINED', associationTypeId: 38 }],
						},
					],
				},
			},
		]);
		expectDocumented(simulator);
	});

	it('associates without a label', async () => {
		const sent = await exchanges(createAssociations({ options }), [{ from: 1001, to: 5001 }]);
		expect(sent).toEqual([
			{
				method: 'POST',
				path: paths.unlabeled,
				body: { inputs: [{ from: { id: '1001' }, to: { id: '5001' } }] },
			},
		]);
		expectDocumented(simulator);
	});

	it('writes the types of limits as they can be read back', async () => {
		await exchanges(writeLimits('create', { options }), [
			{ type: 'HUBSPOT_DEFINED:279', maximum: 5 },
		]);
		await exchanges(writeLimits('update', { options }), [
			{ type: 'HUBSPOT_DEFINED:279', maximum: 4 },
		]);
		expect(simulator.account.limitList()).toEqual([
			expect.objectContaining({ category: 'HUBSPOT_DEFINED', typeId: 279, maxToObjectIds: 4 }),
		]);
	});
});
