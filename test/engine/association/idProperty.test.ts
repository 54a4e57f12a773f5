import { SEED } from '../../../simulator';
import { simulatorForEachTest } from '../../support/simulator';
import { associationRun, callCounts, calls } from '../support/associations';
import { fromList, runHubSpotNode } from '../../../tools/hubSpotNode';
import { byEmailAndDomain, domainOf, emailOf } from '../support/idProperties';

const simulator = simulatorForEachTest();

describe('finds records', () => {
	it.each(['v4', '2026-03', '2026-09'])('by email and domain, in %s', async (apiVersion) => {
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain({}, { apiVersion }),
			items: [
				{ from: emailOf(simulator, 1001), to: domainOf(simulator, 5001) },
				{
					from: `  ${emailOf(simulator, 1002).toUpperCase()} `,
					to: ` ${domainOf(simulator, 5001).toUpperCase()}`,
				},
			],
		});
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => [json.fromObjectId, json.toObjectId])).toEqual([
			['1001', '5001'],
			['1002', '5001'],
		]);
		expect(callCounts(simulator)).toEqual({
			'batch/read 0-1': 1,
			'batch/read 0-2': 1,
			'search 0-2': 1,
			'associate/default 0-1>0-2': 1,
		});
	});

	it('looks a value up once, however it is spelled', async () => {
		await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain(),
			items: [
				{ from: emailOf(simulator, 1001), to: domainOf(simulator, 5001) },
				{
					from: emailOf(simulator, 1001).toUpperCase(),
					to: domainOf(simulator, 5001).toUpperCase(),
				},
			],
		});
		const [bodies] = [simulator.requests.map(({ body }) => body)];
		expect(bodies).toContainEqual({
			inputs: [{ id: emailOf(simulator, 1001) }],
			idProperty: 'email',
			properties: ['email'],
			propertiesWithHistory: [],
		});
		expect(bodies).toContainEqual({
			filterGroups: [
				{
					filters: [
						{ propertyName: 'domain', operator: 'IN', values: [domainOf(simulator, 5001)] },
					],
				},
			],
			properties: ['domain'],
			limit: 200,
		});
		expect(simulator.account.associations('contacts', 'companies')).toHaveLength(1);
	});

	it('by a property of a custom object, on one side alone', async () => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: associationRun('create', {
				toObjectType: fromList(SEED.cars.objectTypeId),
				labels: ['USER_DEFINED:45'],
				options: { toIdProperty: 'vin' },
			}),
			items: [{ from: 1001, to: 'SIMVIN00000003' }],
		});
		expect(items.map(({ json }) => json.toObjectId)).toEqual([String(SEED.cars.firstId + 2)]);
		expect(calls(simulator)).toEqual(['batch/read 2-77', 'create 0-1>2-77']);
	});

	it('shares the values of both sides where they are one object', async () => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain({ toObjectType: fromList('0-1') }, { toIdProperty: 'email' }),
			items: [{ from: emailOf(simulator, 1001), to: emailOf(simulator, 1002) }],
		});
		expect(items).toHaveLength(1);
		expect(calls(simulator)).toEqual(['batch/read 0-1', 'associate/default 0-1>0-1']);
	});

	it.each([
		['delete', 'archive 0-1>0-2', {}],
		['removeLabels', 'labels/archive 0-1>0-2', { labels: ['USER_DEFINED:36'] }],
		['getAll', 'read 0-1>0-2', { returnAll: true }],
	])('for %s, too', async (operation, call, further) => {
		simulator.account.associate('contacts', 'companies', '1001', '5001', ['Decision Maker']);
		const { items } = await runHubSpotNode({
			simulator,
			parameters: associationRun(operation, { ...further, options: { fromIdProperty: 'email' } }),
			items: [{ from: emailOf(simulator, 1001), to: 5001 }],
		});
		expect(items.map(({ json }) => [json.fromObjectId, json.toObjectId])).toEqual([
			['1001', '5001'],
		]);
		expect(calls(simulator)).toEqual(['batch/read 0-1', call]);
	});
});

it.each(['', ' ', 'hs_object_id'])(
	'takes the property "%s" for the record ID',
	async (property) => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain({}, { fromIdProperty: property, toIdProperty: property }),
			items: [{ from: 1001, to: 5001 }],
		});
		expect(items).toHaveLength(1);
		expect(calls(simulator)).toEqual(['associate/default 0-1>0-2']);
	},
);
