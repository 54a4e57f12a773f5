import { byId } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { callCounts, calls } from '../support/associations';
import {
	BILLING,
	DECISION_MAKER,
	PRIMARY,
	deleting,
	held,
	hold,
	syncAssociations,
	synced,
} from '../support/syncAssociations';

const simulator = simulatorForEachTest();

const KEEP = { existingLabels: 'keep' };
const BOTH = ['Billing Contact', 'Decision Maker'];

it('creates, changes, leaves alone and deletes, each with the labels before and after', async () => {
	hold(simulator, {
		'1001>5001': ['Decision Maker'],
		'1001>5009': [],
		'1002>5002': ['Decision Maker'],
	});
	const { items, errorItems, hints } = await synced(
		simulator,
		{ '1001>5001': [DECISION_MAKER], '1002>5002': [BILLING], '1003>5003': [BILLING] },
		deleting,
	);
	expect(errorItems).toEqual([]);
	const objects = {
		fromObjectType: 'contacts',
		fromObjectTypeId: '0-1',
		toObjectType: 'companies',
		toObjectTypeId: '0-2',
	};
	const decides = { category: 'USER_DEFINED', typeId: 36, label: 'Decision Maker' };
	expect(items[0]).toEqual({
		json: {
			action: 'unchanged',
			...objects,
			fromObjectId: '1001',
			toObjectId: '5001',
			labels: ['Decision Maker'],
			previousLabels: ['Decision Maker'],
			labelTypes: [decides],
			previousLabelTypes: [decides],
		},
		pairedItem: { item: 0 },
	});
	expect(items.slice(1)).toMatchObject([
		{
			json: { action: 'updated', labels: ['Billing Contact'], previousLabels: ['Decision Maker'] },
			pairedItem: { item: 1 },
		},
		{ json: { action: 'created', labels: ['Billing Contact'], previousLabels: null } },
		{
			json: { action: 'deleted', toObjectId: '5009', labels: null, previousLabels: [] },
			pairedItem: { item: 0 },
		},
	]);
	expect(held(simulator)).toEqual({
		'1001>5001': ['Decision Maker'],
		'1002>5002': ['Billing Contact'],
		'1003>5003': ['Billing Contact'],
	});
	expect(hints[0].message).toBe(
		'3 items · 1 created · 1 changed · 1 unchanged · 1 deleted · 3 requests',
	);
});

it('sends nothing but one read where all is as wanted', async () => {
	const wanted = { '1001>5001': ['Decision Maker'], '1001>5002': [], '1002>5001': ['Primary'] };
	hold(simulator, wanted);
	const { done } = await synced(
		simulator,
		{ '1001>5001': [DECISION_MAKER], '1001>5002': [], '1002>5001': [] },
		deleting,
	);
	expect(done.map((text) => text.split(' ')[0])).toEqual(['unchanged', 'unchanged', 'unchanged']);
	expect(calls(simulator)).toEqual(['read 0-1>0-2']);
	expect(held(simulator)).toEqual(wanted);
});

describe('labels', () => {
	const present = { '1001>5001': ['Decision Maker', 'Primary'], '1002>5002': ['Decision Maker'] };

	it.each([
		['replaces those of the account', [BILLING], {}, ['Billing Contact', 'Primary']],
		['keeps them', [BILLING], KEEP, ['Billing Contact', 'Decision Maker', 'Primary']],
		['takes several', [BILLING, DECISION_MAKER], {}, [...BOTH, 'Primary']],
		['takes them by name', ['billing contact', '36'], {}, [...BOTH, 'Primary']],
		['takes away all for an unlabeled row', [], {}, ['Primary']],
		['keeps all for an unlabeled row', [], KEEP, ['Decision Maker', 'Primary']],
		['takes the unlabeled type for no label', ['HUBSPOT_DEFINED:279'], {}, ['Primary']],
		['never takes away Primary', [PRIMARY], {}, ['Primary']],
	])('%s', async (_, labels, options, expected) => {
		hold(simulator, present);
		const { refused, items } = await synced(simulator, { '1001>5001': labels }, options);
		expect(refused).toEqual([]);
		expect([...(items[0].json.labels as string[])].sort()).toEqual(expected);
		expect(held(simulator)).toEqual({ ...present, '1001>5001': expected });
	});

	it('removes what Primary alone does not replace, once it has added Primary', async () => {
		hold(simulator, present);
		const { done } = await synced(simulator, { '1002>5002': [PRIMARY] });
		expect(done).toEqual(['updated 1002>5002: [Decision Maker] -> [Primary]']);
		expect(held(simulator)['1002>5002']).toEqual(['Primary']);
		expect(calls(simulator).slice(-2)).toEqual(['create 0-1>0-2', 'labels/archive 0-1>0-2']);
	});

	it('removes nothing where Primary is refused', async () => {
		hold(simulator, present);
		simulator.faults.add({ path: /create$/, fault: { kind: 'status', status: 400 } });
		const { done, errorItems } = await synced(simulator, { '1002>5002': [PRIMARY] });
		expect(done).toEqual([]);
		expect(errorItems.map(({ json }) => json.error)).toMatchObject([{ state: 'refused' }]);
		expect(held(simulator)).toEqual(present);
	});

	it('says that the old labels are still there where their removal is refused', async () => {
		hold(simulator, { ...present, '1002>5009': [] });
		simulator.faults.add({ path: /archive$/, fault: { kind: 'status', status: 400 } });
		const { done, refused, errorItems } = await synced(
			simulator,
			{ '1002>5002': [PRIMARY] },
			deleting,
		);
		expect(done).toEqual([]);
		expect(refused[0]).toContain(
			'Records 1002 and 5002 have the new labels, but also the old ones:',
		);
		expect(refused[1]).toContain('Records 1002 and 5009 stay associated');
		expect(errorItems[0].json.error).toMatchObject({ state: 'unknown', status: 400 });
	});

	it('joins the rows of the same two records', async () => {
		const items = [BILLING, DECISION_MAKER].map((label) => ({
			from: 1001,
			to: 5001,
			labels: label,
		}));
		const { done } = await synced(simulator, items);
		expect(done).toEqual(
			Array(2).fill('created 1001>5001: none -> [Billing Contact,Decision Maker]'),
		);
		expect(calls(simulator)).toEqual(['read 0-1>0-2', 'create 0-1>0-2']);
	});

	it('reads them once for a whole run', async () => {
		const wanted = { '1001>5001': ['Billing Contact'], '1002>5002': [DECISION_MAKER] };
		await synced(simulator, wanted);
		expect(callCounts(simulator)).toEqual({
			'GET labels 0-1>0-2': 1,
			'read 0-1>0-2': 1,
			'create 0-1>0-2': 1,
		});
	});

	it('refuses a row whose labels cannot be compared', async () => {
		hold(simulator, present);
		const unreadable = { category: 'NEW_CATEGORY', typeId: 1, label: 'New' };
		const results = [
			{ from: { id: '1001' }, to: [{ toObjectId: '5001', associationTypes: [unreadable] }] },
		];
		simulator.faults.add({
			path: /read$/,
			fault: { kind: 'bodyAfter', status: 200, body: { status: 'COMPLETE', results } },
		});
		const { done, refused } = await synced(simulator, { '1001>5001': [BILLING] });
		expect(done).toEqual([]);
		expect(refused[0]).toContain('have a label that this node cannot read');
		expect(held(simulator)).toEqual(present);
	});
});

it('associates without a label between custom objects, and takes labels away', async () => {
	simulator.account.associate('contacts', '2-77', '1001', '9001', ['Driver']);
	const { done, refused } = await synced(
		simulator,
		[
			{ from: 1001, to: 9001, labels: [] },
			{ from: 1002, to: 9002, labels: [] },
			{ from: 1003, to: 9003, labels: 'Driver' },
		],
		{},
		{ parameters: syncAssociations({}, { toObjectType: byId('2-77') }) },
	);
	expect(refused).toEqual([]);
	expect(done).toEqual([
		'updated 1001>9001: [Driver] -> []',
		'created 1002>9002: none -> []',
		'created 1003>9003: none -> [Driver]',
	]);
	const now = simulator.account.associations('contacts', '2-77');
	expect(now.map(({ labels }) => labels)).toEqual([[], [], ['Driver']]);
});

it('finds records by email and domain', async () => {
	hold(simulator, { '1001>5009': [] });
	const items = [
		{ from: 'aoife.murphy.1@example.com', to: 'harbour-logistics-1.example.com', labels: BILLING },
	];
	const { done } = await synced(simulator, items, {
		...deleting,
		fromIdProperty: 'email',
		toIdProperty: 'domain',
	});
	expect(done).toEqual([
		'created 1001>5001: none -> [Billing Contact]',
		'deleted 1001>5009: [] -> none',
	]);
});

it.each(['2026-03', '2026-09', 'v4'])(
	'makes the account as the rows say, whatever HubSpot does where its documents are silent, in %s',
	async (apiVersion) => {
		simulator.refill({
			behaviour: {
				numericIds: true,
				resultDirections: 'both',
				removalAnswer: 'noContent',
				readPageSize: 1,
				batchMaximum: { create: 1, archive: 1, read: 1, labelsArchive: 1, associateDefault: 1 },
			},
		});
		hold(simulator, {
			'1001>5001': ['Decision Maker'],
			'1001>5002': ['Decision Maker'],
			'1001>5003': [],
			'1001>5004': ['Billing Contact'],
		});
		const wanted = {
			'1001>5001': [BILLING],
			'1001>5002': [],
			'1001>5005': [],
			'1002>5001': [BILLING],
		};
		const { refused, done } = await synced(simulator, wanted, { ...deleting, apiVersion });
		expect(refused).toEqual([]);
		expect(done.map((text) => text.split(' ')[0])).toEqual([
			'updated',
			'updated',
			'created',
			'created',
			'deleted',
			'deleted',
		]);
		expect(held(simulator)).toEqual({
			'1001>5001': ['Billing Contact'],
			'1001>5002': [],
			'1001>5005': [],
			'1002>5001': ['Billing Contact'],
		});
	},
);

it('does nothing the second time', async () => {
	const wanted = {
		'1001>5001': [BILLING],
		'1001>5002': [],
		'1002>5002': ['Primary', 'Billing Contact'],
	};
	await synced(simulator, wanted, deleting);
	const { done } = await synced(simulator, wanted, deleting);
	expect(done.map((text) => text.split(' ')[0])).toEqual(['unchanged', 'unchanged', 'unchanged']);
});
