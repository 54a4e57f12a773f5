import { SEED } from '../../../simulator';
import { byId, createAssociations, runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';

const simulator = simulatorForEachTest();

function isPairedWith(pairedItem: unknown, item: number): boolean {
	return JSON.stringify(pairedItem) === JSON.stringify({ item });
}

function lengthOf(body: unknown): number {
	return (body as { inputs: unknown[] }).inputs.length;
}

describe('which item gets which outcome', () => {
	it('gives every merged item the result of the one input', async () => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: createAssociations({ labels: '={{ $json.label }}' }),
			items: [
				{ from: 1001, to: 5001, label: 'Decision Maker' },
				{ from: 1002, to: 5002, label: '' },
				{ from: '1001', to: '5001', label: 'USER_DEFINED:38' },
			],
		});
		expect(items.map(({ json, pairedItem }) => [json.labels, pairedItem])).toEqual([
			[['Decision Maker', 'Billing Contact'], { item: 0 }],
			[[], { item: 1 }],
			[['Decision Maker', 'Billing Contact'], { item: 2 }],
		]);
		const creates = simulator.requests.filter(({ path }) => path.endsWith('/batch/create'));
		expect(creates).toHaveLength(1);
		expect(creates[0].body).toEqual({
			inputs: [
				{
					from: { id: '1001' },
					to: { id: '5001' },
					types: [
						{ associationCategory: 'USER_DEFINED', associationTypeId: 36 },
						{ associationCategory: 'USER_DEFINED', associationTypeId: 38 },
					],
				},
			],
		});
	});

	it('gives merged rows an item each: a later node may change one of them', async () => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: createAssociations(),
			items: [
				{ from: 1001, to: 5001 },
				{ from: 1001, to: 5001 },
			],
		});
		items[0].json.changed = true;
		expect(items[1].json).toMatchObject({ fromObjectId: '1001', toObjectId: '5001' });
		expect(items[1].json).not.toHaveProperty('changed');
	});

	it('gives merged rows their own labels, and their own input in a dry run', async () => {
		const rowTwice = Array.from({ length: 2 }, () => ({ from: 1001, to: 5001 }));
		const run = async (options: { dryRun?: boolean }) => {
			const parameters = createAssociations({ labels: 'Billing Contact', options });
			return (await runHubSpotNode({ simulator, parameters, items: rowTwice })).items;
		};
		const [created, untouched] = await run({});
		(created.json.labels as string[]).push('Changed');
		expect(untouched.json.labels).toEqual(['Billing Contact']);
		const [planned, same] = await run({ dryRun: true });
		Object.assign((planned.json.input as { to: object }).to, { id: 'changed' });
		expect(same.json.input).toMatchObject({ to: { id: '5001' } });
	});

	it('merges a pair that is spelled in two ways', async () => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: createAssociations({ fromObjectType: byId('={{ $json.object }}') }),
			items: [
				{ object: 'contacts', from: 1001, to: 5001 },
				{ object: '0-1', from: '01001', to: 'https://app.hubspot.com/contacts/1/record/0-2/5001' },
			],
		});
		expect(items).toHaveLength(2);
		expect(simulator.requests.map(({ path }) => path)).toEqual([
			'/crm/associations/2026-03/contacts/0-2/batch/associate/default',
		]);
	});

	it('splits one run into groups where the object type is an expression', async () => {
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: createAssociations({
				fromObjectType: byId('={{ $json.object }}'),
				labels: '={{ $json.label }}',
			}),
			items: [
				{ object: 'contacts', from: 1001, to: 5001, label: '' },
				{ object: 'deals', from: 7001, to: 5001, label: '' },
				{ object: 'contacts', from: 1002, to: 5001, label: 'USER_DEFINED:38' },
				{ object: 'deals', from: 7002, to: 5002, label: '' },
			],
		});
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => [json.fromObjectTypeId, json.fromObjectId])).toEqual([
			['0-1', '1001'],
			['0-3', '7001'],
			['0-1', '1002'],
			['0-3', '7002'],
		]);
		expect(simulator.requests.map(({ path }) => path).sort()).toEqual([
			'/crm/associations/2026-03/contacts/0-2/batch/associate/default',
			'/crm/associations/2026-03/contacts/0-2/batch/create',
			'/crm/associations/2026-03/deals/0-2/batch/associate/default',
		]);
	});

	it('associates a custom object without a label by the type that the account has for it', async () => {
		const { items } = await runHubSpotNode({
			simulator,
			parameters: createAssociations({ toObjectType: byId(SEED.cars.objectTypeId) }),
			items: [{ from: 1001, to: SEED.cars.firstId }],
		});
		expect(items.map(({ json }) => json.toObjectId)).toEqual([String(SEED.cars.firstId)]);
		expect(simulator.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
			`GET /crm/associations/2026-03/0-1/${SEED.cars.objectTypeId}/labels`,
			`POST /crm/associations/2026-03/0-1/${SEED.cars.objectTypeId}/batch/create`,
		]);
	});
});

describe('two directions between records of one object', () => {
	const contacts = { fromObjectType: byId('contacts'), toObjectType: byId('contacts') };
	const items = [
		{ from: 1001, to: 1002 },
		{ from: 1002, to: 1001 },
		{ from: 1003, to: 1004 },
	];

	it.each(['one', 'both'] as const)(
		'never takes the result of the one for the other, where HubSpot answers %s',
		async (resultDirections) => {
			simulator.refill({ behaviour: { resultDirections } });
			simulator.faults.add({
				when: (body) => JSON.stringify(body).includes('"from":{"id":"1002"}'),
				fault: { kind: 'silentNoOp', ids: ['1002'] },
			});
			const run = await runHubSpotNode({
				simulator,
				parameters: createAssociations(contacts),
				items,
			});
			expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
			expect(run.errorItems.map(({ json, pairedItem }) => [pairedItem, json.message])).toEqual([
				[{ item: 1 }, expect.stringMatching(/^HubSpot's response did not include this row/)],
			]);
		},
	);

	it('sends them apart, and each once', async () => {
		const run = await runHubSpotNode({
			simulator,
			parameters: createAssociations(contacts),
			items: [...items, ...items],
		});
		expect(run.errorItems).toEqual([]);
		expect(simulator.requests.map(({ body }) => lengthOf(body)).sort()).toEqual([1, 2]);
	});
});

describe('how many items', () => {
	it('0 items: sends nothing', async () => {
		const { items, error } = await runHubSpotNode({
			simulator,
			parameters: createAssociations(),
			items: [],
		});
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
		expect(simulator.requests).toEqual([]);
	});

	it('2,001 items: two requests, 2,001 outcomes in order', async () => {
		simulator.account.addRecords('contacts', 2_001, 100_000);
		const { items } = await runHubSpotNode({
			simulator,
			parameters: createAssociations({ labels: ['USER_DEFINED:38'] }),
			items: Array.from({ length: 2_001 }, (_, index) => ({ from: 100_000 + index, to: 5001 })),
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => json.fromObjectId)).toEqual(
			Array.from({ length: 2_001 }, (_, index) => String(100_000 + index)),
		);
		expect(items.every(({ pairedItem }, item) => isPairedWith(pairedItem, item))).toBe(true);
		expect(simulator.requests.map(({ body }) => lengthOf(body)).sort()).toEqual([1, 2_000]);
		expect(simulator.account.associations('contacts', 'companies')).toHaveLength(2_001);
	});
});
