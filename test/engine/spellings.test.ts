import { simulatorForEachTest } from '../support/simulator';
import { associationRun, calls } from './support/associations';
import { byId } from '../../tools/hubSpotNode';
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

const ONE_OBJECT = [
	['0-101', 'commerce_payments'],
	['0-101', 'payments'],
	['0-8', '0-08'],
	['line_items', 'lineitems'],
	['2-77', '2-077'],
	['2-77', 'p62515_cars'],
	['2-77', 'p_cars'],
	['2-77', 'cars'],
	['p62515_cars', 'P62515_Cars'],
	['p62515_cars', 'p_cars'],
	['p_cars', 'cars'],
];

describe.each(ONE_OBJECT)('%s and %s are one object', (one, other) => {
	it('to Sync with Delete Unlisted, which deletes neither of the listed limits', async () => {
		const [first, second] = limitTowards(simulator, one);
		const { done, refused } = await runRows(simulator, sync(deleting, toSpelled), [
			{ object: one, type: first, maximum: 5 },
			{ object: other, type: second, maximum: 5 },
		]);
		expect(refused).toEqual([]);
		expect(done.map(({ action }) => action)).toEqual(['unchanged', 'unchanged']);
		expect(simulator.account.limitList()).toHaveLength(2);
	});
});

function labelsOfCar(): string[][] {
	return simulator.account.associations('contacts', '2-77').map(({ labels }) => labels);
}

it.each(['2026-03', '2026-09', 'v4'])(
	'creates one association with the labels of every spelling, in %s',
	async (apiVersion) => {
		simulator.account.addLabel('contacts', '2-77', { label: 'Owner', typeId: 60 });
		const labels = ['USER_DEFINED:45', 'USER_DEFINED:60'];
		const { done, refused } = await runRows(
			simulator,
			associationRun('create', {
				...toSpelled,
				labels: '={{ $json.label }}',
				options: { apiVersion },
			}),
			CARS.map((object, index) => ({ ...RECORDS, object, label: labels[index] })),
		);
		expect(refused).toEqual([]);
		expect(done).toHaveLength(2);
		expect(labelsOfCar()).toEqual([['Driver', 'Owner']]);
		expect(calls(simulator)).toEqual([
			'GET labels 0-1>2-77',
			'GET labels 0-1>p62515_cars',
			'create 0-1>2-77',
		]);
	},
);

it('shows one batch for both spellings in a dry run', async () => {
	const { done } = await runRows(
		simulator,
		associationRun('delete', { ...toSpelled, options: { dryRun: true } }),
		CARS.map((object, index) => ({ ...RECORDS, from: 1001 + index, object })),
	);
	expect(done.map(({ batch }) => batch)).toEqual([1, 1]);
	expect(calls(simulator)).toEqual(['GET labels 0-1>2-77', 'GET labels 0-1>p62515_cars']);
});

it.each(['delete', 'removeLabels'])(
	'sends one request for both spellings to %s',
	async (operation) => {
		simulator.account.associate('contacts', '2-77', '1001', '9001', ['Driver']);
		const { done, refused } = await runRows(
			simulator,
			associationRun(operation, { ...toSpelled, labels: ['USER_DEFINED:45'] }),
			CARS.map((object) => ({ ...RECORDS, object })),
		);
		expect(refused).toEqual([]);
		expect(done).toHaveLength(2);
		expect(labelsOfCar()).toEqual(operation === 'delete' ? [] : [[]]);
		expect(calls(simulator).filter((call) => call.includes('archive'))).toHaveLength(1);
	},
);

it('shows each row as it spells its objects, without leading zeros', async () => {
	const [first, second] = limitTowards(simulator, '2-77');
	const { done } = await runRows(simulator, sync({}, toSpelled), [
		{ object: 'p_cars', type: first, maximum: 5 },
		{ object: '2-077', type: second, maximum: 5 },
	]);
	expect(done.map(({ toObjectType }) => toObjectType)).toEqual(['p_cars', '2-77']);
});

it('refuses different maximums of one limit under two spellings', async () => {
	const parameters = { ...sync({}, toSpelled), operation: 'update' };
	const { refused } = await runRows(simulator, parameters, [
		{ object: '2-77', type: 'USER_DEFINED:45', maximum: 5 },
		{ object: 'p_cars', type: 'USER_DEFINED:45', maximum: 6 },
	]);
	expect(refused).toHaveLength(2);
	expect(refused[0]).toContain('different maximums for the same limit');
	expect(simulator.account.limitList()).toEqual([]);
});

it('makes a label once for both spellings', async () => {
	const { done, refused } = await runRows(
		simulator,
		{
			resource: 'associationLabel',
			operation: 'create',
			fromObjectType: byId('0-1'),
			...toSpelled,
			label: 'Owner',
		},
		CARS.map((object) => ({ object })),
	);
	expect(refused).toEqual([]);
	expect(done.map(({ typeId }) => typeId)).toEqual([done[0].typeId, done[0].typeId]);
});

it('asks nothing in a run that spells every pair in one way', async () => {
	await runRows(simulator, associationRun('delete', toSpelled), [
		{ ...RECORDS, object: 'cars' },
		{ ...RECORDS, from: 1002, object: 'cars' },
	]);
	expect(calls(simulator)).toEqual(['archive 0-1>cars']);
});
