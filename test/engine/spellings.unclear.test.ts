import { simulatorForEachTest } from '../support/simulator';
import { associationRun, calls } from './support/associations';
import { byId, runHubSpotNode } from '../../tools/hubSpotNode';
import {
	CARS,
	limitTowards,
	MANY_SPELLINGS,
	RECORDS,
	runRows,
	toSpelled,
} from './support/spellings';
import { deleting, sync } from './support/syncLimits';

const simulator = simulatorForEachTest({ behaviour: MANY_SPELLINGS });

describe('keeps objects apart that are not one', () => {
	it('with the types that HubSpot lists for each', async () => {
		simulator.account.addObjectType({ objectTypeId: '2-78', name: 'trucks' });
		const [first] = limitTowards(simulator, '2-77');
		const [second] = limitTowards(simulator, '2-78');
		const { done, refused } = await runRows(simulator, sync(deleting, toSpelled), [
			{ object: '2-77', type: first, maximum: 5 },
			{ object: 'p_trucks', type: second, maximum: 5 },
		]);
		expect(refused).toEqual([]);
		expect(done.map(({ action }) => action)).toEqual([
			'unchanged',
			'unchanged',
			'deleted',
			'deleted',
		]);
	});

	it.each([
		['0-1', '0-2', '0-3', '2-77'],
		['0-1', '0-2', '0-5', 'p_cars'],
		['0-1', 'p_cars', '0-1', 'p_trucks'],
		['0-1', 'p_cars', '0-2', 'p_cars'],
		['p_cars', '0-1', 'p_cars', '0-2'],
		['2-77', '0-1', 'p_cars', '0-2'],
	])('without a request for %s → %s and %s → %s', async (from, to, otherFrom, otherTo) => {
		const bySpelling = { fromObjectType: byId('={{ $json.of }}'), ...toSpelled };
		await runRows(simulator, associationRun('delete', bySpelling), [
			{ ...RECORDS, of: from, object: to },
			{ ...RECORDS, of: otherFrom, object: otherTo },
		]);
		expect(calls(simulator).filter((call) => call.includes('labels'))).toEqual([]);
	});
});

describe('where HubSpot does not say what a spelling names', () => {
	it('refuses its rows, keeps the others and deletes nothing', async () => {
		const [first] = limitTowards(simulator, '2-77');
		const { done, refused } = await runRows(simulator, sync(deleting, toSpelled), [
			{ object: '2-77', type: first, maximum: 5 },
			{ object: 'p_carz', type: 'USER_DEFINED:45', maximum: 5 },
			{ object: 'carz', type: 'USER_DEFINED:45', maximum: 5 },
		]);
		expect(done.map(({ action }) => action)).toEqual(['unchanged']);
		expect(refused).toEqual([
			'It is unclear whether contacts → p_carz is the same as contacts → 2-77, which other items use: Unable to infer object type from: p_carz. Use the same name or ID for each object in every item, preferably its ID, such as 2-123.',
			expect.stringContaining('contacts → carz is the same as contacts → 2-77'),
		]);
		expect(simulator.account.limitList()).toHaveLength(2);
	});

	it('refuses them where the labels of the other pair cannot be read', async () => {
		simulator.faults.add({ path: /2-77\/labels$/, fault: { kind: 'status', status: 403 } });
		const { done, refused } = await runRows(
			simulator,
			associationRun('delete', toSpelled),
			CARS.map((object) => ({ ...RECORDS, object })),
		);
		expect(done).toMatchObject([{ toObjectType: '2-77' }]);
		expect(refused).toEqual([
			expect.stringContaining('It is unclear whether contacts → p62515_cars'),
		]);
	});

	it('stops before anything is changed when the node is set to stop', async () => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: associationRun('create', toSpelled),
			items: ['2-77', 'p_carz'].map((object) => ({ ...RECORDS, object })),
			onError: 'stopWorkflow',
		});
		expect(error?.message).toContain('It is unclear whether contacts → p_carz');
		expect(calls(simulator).filter((call) => call.startsWith('create'))).toEqual([]);
	});
});

it('refuses more spellings than are worth a question each at once, and the others go on', async () => {
	const names = Array.from({ length: 4_000 }, (_, index) => `p_thing${index}`);
	const startedAt = performance.now();
	const { done, refused } = await runRows(simulator, associationRun('create', toSpelled), [
		...names.map((object) => ({ object, ...RECORDS })),
		{ object: '2-77', ...RECORDS },
	]);
	expect(performance.now() - startedAt).toBeLessThan(10_000);
	expect(done).toHaveLength(1);
	expect(new Set(refused).size).toBe(4_000);
	expect(refused[0]).toBe(
		'It is unclear whether contacts → p_thing0 is the same as contacts → 2-77, which other items use. Use the same name or ID for each object in every item, preferably its ID, such as 2-123.',
	);
	expect(calls(simulator)).toHaveLength(2);
});
