import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { associationRun, calls } from './support/associations';
import { byId, runHubSpotNode } from './support/hubSpotNode';
import { deleting, sync } from './support/syncLimits';

/** Spellings of one object that HubSpot accepts: documented, and known to nobody but HubSpot. */
const behaviour = {
	customObjectBareNames: true,
	furtherObjectNames: { '0-8': ['lineitems'], '0-101': ['payments'] },
};

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator({ behaviour });
});

afterEach(() => simulator.close());

const toSpelled: INodeParameters = { toObjectType: byId('={{ $json.object }}') };

async function run(parameters: INodeParameters, items: IDataObject[]) {
	const { items: done, errorItems } = await runHubSpotNode({ simulator, parameters, items });
	return {
		done: done.map(({ json }) => json),
		refused: errorItems.map(({ json }) => json.message),
	};
}

/** A limit of contacts towards an object, for the unlabeled type and one label of the pair. */
function limitsOf(object: string) {
	const { account } = simulator;
	const [unlabeled, label] = [
		account.labels('contacts', object)[0],
		account.addLabel('contacts', object, { label: 'Watched' }),
	];
	const types = [unlabeled, label].map(({ category, typeId }) => `${category}:${typeId}`);
	for (const { category, typeId } of [unlabeled, label]) {
		account.setLimit('contacts', object, category, typeId, 5);
	}
	return types;
}

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
		const [first, second] = limitsOf(one);
		const { done, refused } = await run(sync(deleting, toSpelled), [
			{ object: one, type: first, maximum: 5 },
			{ object: other, type: second, maximum: 5 },
		]);
		expect(refused).toEqual([]);
		expect(done.map(({ action }) => action)).toEqual(['unchanged', 'unchanged']);
		expect(simulator.account.limitList()).toHaveLength(2);
	});
});

const CARS = ['2-77', 'p62515_cars'];
const RECORDS = { from: 1001, to: 9001 };

function labelsOfCar(): string[][] {
	return simulator.account.associations('contacts', '2-77').map(({ labels }) => labels);
}

it('creates one association with the labels of every spelling', async () => {
	simulator.account.addLabel('contacts', '2-77', { label: 'Owner', typeId: 60 });
	const labels = ['USER_DEFINED:45', 'USER_DEFINED:60'];
	const { done, refused } = await run(
		associationRun('create', { ...toSpelled, labels: '={{ $json.label }}' }),
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
});

it.each(['delete', 'removeLabels'])(
	'sends one request for both spellings to %s',
	async (operation) => {
		simulator.account.associate('contacts', '2-77', '1001', '9001', ['Driver']);
		const { done, refused } = await run(
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
	const [first, second] = limitsOf('2-77');
	const { done } = await run(sync({}, toSpelled), [
		{ object: 'p_cars', type: first, maximum: 5 },
		{ object: '2-077', type: second, maximum: 5 },
	]);
	expect(done.map(({ toObjectType }) => toObjectType)).toEqual(['p_cars', '2-77']);
});

it('refuses different maximums of one limit under two spellings', async () => {
	const parameters = { ...sync({}, toSpelled), operation: 'update' };
	const { refused } = await run(parameters, [
		{ object: '2-77', type: 'USER_DEFINED:45', maximum: 5 },
		{ object: 'p_cars', type: 'USER_DEFINED:45', maximum: 6 },
	]);
	expect(refused).toHaveLength(2);
	expect(refused[0]).toContain('Different maximums for the same limit');
	expect(simulator.account.limitList()).toEqual([]);
});

it('makes a label once for both spellings', async () => {
	const { done, refused } = await run(
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

describe('keeps objects apart that are not one', () => {
	it('with the types that HubSpot lists for each', async () => {
		simulator.account.addObjectType({ objectTypeId: '2-78', name: 'trucks' });
		const [first] = limitsOf('2-77');
		const [second] = limitsOf('2-78');
		const { done, refused } = await run(sync(deleting, toSpelled), [
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
		await run(associationRun('delete', bySpelling), [
			{ ...RECORDS, of: from, object: to },
			{ ...RECORDS, of: otherFrom, object: otherTo },
		]);
		expect(calls(simulator).filter((call) => call.includes('labels'))).toEqual([]);
	});
});

describe('where HubSpot does not say what a spelling names', () => {
	it('refuses its rows, keeps the others and deletes nothing', async () => {
		const [first] = limitsOf('2-77');
		const { done, refused } = await run(sync(deleting, toSpelled), [
			{ object: '2-77', type: first, maximum: 5 },
			{ object: 'p_carz', type: 'USER_DEFINED:45', maximum: 5 },
			{ object: 'carz', type: 'USER_DEFINED:45', maximum: 5 },
		]);
		expect(done.map(({ action }) => action)).toEqual(['unchanged']);
		expect(refused).toEqual([
			'It is unclear whether contacts → p_carz is the same as contacts → 2-77, which other items name: Unable to infer object type from: p_carz. Write each object the same way in every item, best by its ID such as 2-123.',
			expect.stringContaining('contacts → carz is the same as contacts → 2-77'),
		]);
		expect(simulator.account.limitList()).toHaveLength(2);
	});

	it('refuses them where the labels of the other pair cannot be read', async () => {
		simulator.faults.add({ path: /2-77\/labels$/, fault: { kind: 'status', status: 403 } });
		const { done, refused } = await run(
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

it('asks nothing in a run that spells every pair in one way', async () => {
	await run(associationRun('delete', toSpelled), [
		{ ...RECORDS, object: 'cars' },
		{ ...RECORDS, from: 1002, object: 'cars' },
	]);
	expect(calls(simulator)).toEqual(['archive 0-1>cars']);
});
