import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { byId, runHubSpotNode, type RunHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { calls } from '../support/associations';
import {
	applyPlan,
	BILLING,
	DECISION_MAKER,
	deleting,
	held,
	hold,
	PRIMARY,
	syncAssociations,
	synced,
	type Associations,
} from '../support/syncAssociations';

const simulator = simulatorForEachTest();

const PRESENT = {
	'1001>5001': ['Decision Maker'],
	'1001>5009': ['Billing Contact'],
	'1002>5002': ['Decision Maker'],
	'1004>5004': [],
};
const WANTED = {
	'1001>5001': [DECISION_MAKER],
	'1002>5002': [PRIMARY],
	'1003>5003': [],
	'1004>5004': [BILLING, DECISION_MAKER],
};
const DONE = {
	'1001>5001': ['Decision Maker'],
	'1002>5002': ['Primary'],
	'1003>5003': [],
	'1004>5004': ['Billing Contact', 'Decision Maker'],
};

/** The items of a dry run of sync that has one of everything to do: a row each, then the deletion. */
async function planned(wanted: Associations = WANTED): Promise<IDataObject[]> {
	hold(simulator, PRESENT);
	const { items } = await synced(simulator, wanted, { ...deleting, dryRun: true });
	return items.map(({ json }) => json);
}

async function applied(
	items: IDataObject[],
	options: INodeParameters = {},
	run: Partial<RunHubSpotNode> = {},
) {
	return await runHubSpotNode({ simulator, parameters: applyPlan(options), items, ...run });
}

function writes(): string[] {
	return calls(simulator).filter((call) => !/^(GET|read)/.test(call));
}

function actions(items: readonly INodeExecutionData[]): unknown[] {
	return items.map(({ json }) => json.action);
}

const ALL = ['unchanged', 'updated', 'created', 'updated', 'deleted'];

it('carries out the items of a dry run as they are', async () => {
	const plan = await planned();
	expect(plan.map(({ action }) => action)).toEqual(ALL);
	expect(held(simulator)).toEqual(PRESENT);
	const { items, errorItems, hints } = await applied(plan);
	expect(errorItems).toEqual([]);
	expect(actions(items)).toEqual(ALL);
	expect(items[4]).toMatchObject({
		json: { fromObjectId: '1001', toObjectId: '5009', previousLabels: ['Billing Contact'] },
		pairedItem: { item: 4 },
	});
	expect(held(simulator)).toEqual(DONE);
	expect(hints[0].message).toBe(
		'5 items · 1 created · 2 changed · 1 unchanged · 1 deleted · 5 requests',
	);
});

it('carries out those that are left, and extra fields do no harm', async () => {
	const plan = await planned();
	const approved = [plan[4], plan[2]].map((item) => ({ ...item, approvedBy: 'Ada', error: null }));
	const { items, errorItems } = await applied(approved);
	expect(errorItems).toEqual([]);
	expect(actions(items)).toEqual(['deleted', 'created']);
	const kept = Object.entries(PRESENT).filter(([records]) => records !== '1001>5009');
	expect(held(simulator)).toEqual({ ...Object.fromEntries(kept), '1003>5003': [] });
});

it('carries out what went through a sheet, which knows only texts and numbers', async () => {
	const plan = await planned();
	const sheet = plan.map((item) =>
		Object.fromEntries(
			Object.entries(item).map(([name, value]) => {
				if (value === null) return [name, ''];
				if (typeof value === 'object') return [name, JSON.stringify(value)];
				return [name, /^\d+$/.test(String(value)) ? Number(value) : value];
			}),
		),
	);
	const { items, errorItems } = await applied(sheet as IDataObject[]);
	expect(errorItems).toEqual([]);
	expect(actions(items)).toEqual(ALL);
	expect(held(simulator)).toEqual(DONE);
});

it.each(['2026-03', '2026-09', 'v4'])(
	'carries out a plan in %s, also between custom objects',
	async (apiVersion) => {
		const { account } = simulator;
		account.associate('contacts', '2-77', '1001', '9001', ['Driver']);
		const rows = [
			{ from: 1001, to: 9001, labels: [] },
			{ from: 1002, to: 9002, labels: [] },
		];
		const parameters = syncAssociations({ dryRun: true }, { toObjectType: byId('p62515_cars') });
		const plan = await synced(simulator, rows, {}, { parameters });
		const { errorItems } = await applied(
			plan.items.map(({ json }) => json),
			{ apiVersion },
		);
		expect(errorItems).toEqual([]);
		const now = account
			.associations('contacts', '2-77')
			.map(({ toObjectId, labels }) => [toObjectId, labels]);
		expect(now).toEqual([
			['9001', []],
			['9002', []],
		]);
	},
);

describe('refuses an item whose records have changed since', () => {
	it.each<[number, Associations, string]>([
		[
			2,
			{ '1003>5003': ['Billing Contact'] },
			'Records 1003 and 5003 have changed since the plan was made: there is now an association labeled "Billing Contact", where the plan found no association',
		],
		[
			4,
			{ '1001>5009': ['Billing Contact', 'Decision Maker'] },
			'Records 1001 and 5009 have changed since the plan was made: there is now an association labeled "Billing Contact" and "Decision Maker", where the plan found an association labeled "Billing Contact"',
		],
		[
			0,
			{ '1001>5001': [] },
			'Records 1001 and 5001 have changed since the plan was made: there is now an unlabeled association, where the plan found an association labeled "Decision Maker"',
		],
	])('item %i, if there is %j', async (index, now, message) => {
		const plan = await planned();
		hold(simulator, now);
		const { errorItems } = await applied(plan);
		const [{ json, pairedItem }] = errorItems;
		expect(pairedItem).toEqual({ item: index });
		expect(json.message).toBe(
			`${message}. Run Sync with 'Dry Run' again, and approve the new plan.`,
		);
		expect(json.error).toMatchObject({ state: 'notSent', retryable: false });
		expect(held(simulator)).toMatchObject(now);
	});

	it('all of them once the plan was carried out', async () => {
		const plan = await planned();
		await applied(plan);
		const { items, errorItems } = await applied(plan);
		expect(actions(items)).toEqual(['unchanged']);
		expect(errorItems).toHaveLength(4);
		expect(held(simulator)).toEqual(DONE);
	});

	it('and keeps what else the record has', async () => {
		const plan = await planned({ '1001>5003': [] });
		expect(plan.map(({ action }) => action)).toEqual(['created', 'deleted', 'deleted']);
		hold(simulator, { '1001>5003': ['Billing Contact'] });
		const { items, errorItems } = await applied(plan);
		expect(items).toEqual([]);
		expect(errorItems).toHaveLength(3);
		expect(held(simulator)).toEqual({ ...PRESENT, '1001>5003': ['Billing Contact'] });
	});
});

describe('refuses by its name a field that is', () => {
	const EDITS: IDataObject = {
		action: 'deleted',
		fromObjectTypeId: '0-3',
		fromObjectId: '1002',
		toObjectTypeId: '0-3',
		toObjectId: 5010,
		labels: ['Billing Contact'],
		previousLabels: ['Decision Maker'],
		plan: '{}',
	};

	it.each(Object.keys(EDITS))('missing: %s', async (name) => {
		const [, , { ...item }] = await planned();
		delete item[name];
		const { items, errorItems } = await applied([item]);
		expect(items).toEqual([]);
		expect(errorItems[0].json.message).toBe(
			`The field '${name}' is missing. Pass on the items of Sync's dry run as they are. To change the plan, change the rows that Sync reads.`,
		);
		expect(writes()).toEqual([]);
	});

	it.each(Object.keys(EDITS))('edited: %s', async (name) => {
		const plan = await planned();
		const { items, errorItems } = await applied([{ ...plan[2], [name]: EDITS[name] }]);
		expect(items).toEqual([]);
		expect(errorItems[0].json.message).toContain(`The field '${name}' `);
		expect(writes()).toEqual([]);
	});

	it('edited: it shows both values', async () => {
		const plan = await planned();
		const { errorItems } = await applied([{ ...plan[3], labels: ['Boss'] }]);
		expect(errorItems[0].json.message).toContain(
			`The field 'labels' was changed: it is "Boss", but the plan has "Billing Contact, Decision Maker"`,
		);
	});
});

it('stops before anything is sent where an item is refused and the node is set to stop', async () => {
	const plan = await planned();
	const { error } = await applied([plan[2], { any: 'thing' }], {}, { onError: 'stopWorkflow' });
	expect(error?.message).toBe("The field 'plan' is missing [item 1]");
	expect(writes()).toEqual([]);
});

it('deletes no more than Max Deletions allows', async () => {
	const plan = await planned();
	const { items, errorItems } = await applied(plan, { maxDeletions: 0 });
	expect(items).toEqual([]);
	expect(errorItems[0].json.message).toContain(
		"1 association would be deleted, but 'Max Deletions' is 0",
	);
	expect(held(simulator)).toEqual(PRESENT);
});

it('refuses two plans for the same records, and takes the same one twice', async () => {
	const [plan] = (await planned({ '1003>5003': [] })).slice(0, 1);
	const other = await synced(simulator, { '1003>5003': [BILLING] }, { dryRun: true });
	const both = await applied([plan, other.items[0].json]);
	expect(both.errorItems.map(({ json }) => json.message)).toEqual(
		Array(2).fill(
			'Items plan different changes for records 1003 and 5003: items 0, 1. Keep only the items of one dry run.',
		),
	);
	const twice = await applied([plan, plan]);
	expect(actions(twice.items)).toEqual(['created', 'created']);
});

it('makes room first where a limit would refuse what is planned', async () => {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 1);
	hold(simulator, { '1001>5001': [] });
	const { items: plan } = await synced(
		simulator,
		{ '1001>5002': [] },
		{ ...deleting, dryRun: true },
	);
	const { errorItems } = await applied(plan.map(({ json }) => json));
	expect(errorItems).toEqual([]);
	expect(held(simulator)).toEqual({ '1001>5002': [] });
});

it('shows in a dry run of its own what it would send', async () => {
	const plan = await planned();
	const { items } = await applied(plan, { dryRun: true });
	expect(items.map(({ json }) => json.action)).toEqual(ALL);
	expect(items[4].json).toMatchObject({ method: 'POST', plan: plan[4].plan });
	expect(held(simulator)).toEqual(PRESENT);
});
