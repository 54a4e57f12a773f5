import type { INodeParameters } from 'n8n-workflow';
import { startSimulator, type BehaviourOptions, type Simulator } from '../../simulator';
import { byId, runHubSpotNode, writeLimits } from '../support/hubSpotNode';
import { requestLines } from '../support/requests';

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator();
});

afterEach(async () => {
	await simulator.close();
});

const OBJECT = 'HUBSPOT_DEFINED:279';
const DECISION_MAKER = 'USER_DEFINED:36';
const BILLING = 'USER_DEFINED:38';

const LIMITS = '/crm/associations/2026-03/definitions/configurations/0-1/0-2';
const READ_LIMITS = `GET ${LIMITS}`;
const READ_LABELS = 'GET /crm/associations/2026-03/0-1/0-2/labels';
const PURGE = `POST ${LIMITS}/batch/purge`;
const UPDATE = `POST ${LIMITS}/batch/update`;
const CREATE = `POST ${LIMITS}/batch/create`;

function hold(maximums: Record<string, number>): void {
	for (const [type, maximum] of Object.entries(maximums)) {
		const [category, typeId] = type.split(':');
		simulator.account.setLimit(
			'contacts',
			'companies',
			category as 'USER_DEFINED',
			Number(typeId),
			maximum,
		);
	}
}

function held(): Record<string, number> {
	return Object.fromEntries(
		simulator.account
			.limitList()
			.map(({ category, typeId, maxToObjectIds }) => [`${category}:${typeId}`, maxToObjectIds]),
	);
}

function sync(options: INodeParameters = {}, further: INodeParameters = {}): INodeParameters {
	return writeLimits('sync', { options, ...further });
}

const deleting = { deleteUnlisted: true };

function rows(maximums: Record<string, number>) {
	return Object.entries(maximums).map(([type, maximum]) => ({ type, maximum }));
}

const limit = {
	fromObjectType: '0-1',
	toObjectType: '0-2',
	category: 'USER_DEFINED',
	typeId: 36,
	label: 'Decision Maker',
};

it('creates, updates, leaves alone and deletes, each told with old and new maximum', async () => {
	hold({ [OBJECT]: 10, [DECISION_MAKER]: 5, 'HUBSPOT_DEFINED:1': 1 });
	const { items, errorItems, hints } = await runHubSpotNode({
		simulator,
		parameters: sync(deleting),
		items: rows({ [DECISION_MAKER]: 6, [BILLING]: 2, [OBJECT]: 10 }),
	});
	expect(errorItems).toEqual([]);
	const billing = { ...limit, typeId: 38, label: 'Billing Contact' };
	const hubSpots = { ...limit, category: 'HUBSPOT_DEFINED' };
	expect(items).toEqual(
		[
			[0, { ...limit, action: 'updated', previousMaxToObjectIds: 5, maxToObjectIds: 6 }],
			[1, { ...billing, action: 'created', previousMaxToObjectIds: null, maxToObjectIds: 2 }],
			[
				2,
				{
					...hubSpots,
					typeId: 279,
					label: null,
					action: 'unchanged',
					previousMaxToObjectIds: 10,
					maxToObjectIds: 10,
				},
			],
			[
				0,
				{
					...hubSpots,
					typeId: 1,
					label: 'Primary',
					action: 'deleted',
					previousMaxToObjectIds: 1,
					maxToObjectIds: null,
				},
			],
		].map(([item, json]) => ({ json, pairedItem: { item } })),
	);
	expect(held()).toEqual({ [OBJECT]: 10, [DECISION_MAKER]: 6, [BILLING]: 2 });
	expect(requestLines(simulator)).toEqual([READ_LIMITS, READ_LABELS, PURGE, UPDATE, CREATE]);
	expect(hints[0].message).toBe('3 items · 4 done · 5 requests');
});

it('sends nothing but one read where all is as wanted', async () => {
	hold({ [OBJECT]: 10, [DECISION_MAKER]: 5 });
	const { items } = await runHubSpotNode({
		simulator,
		parameters: sync(deleting),
		items: rows({ [OBJECT]: 10, [DECISION_MAKER]: 5 }),
	});
	expect(items.map(({ json }) => json.action)).toEqual(['unchanged', 'unchanged']);
	expect(requestLines(simulator)).toEqual([READ_LIMITS]);
});

it('leaves limits that no item names where it is not told to delete', async () => {
	hold({ [DECISION_MAKER]: 5 });
	const { items } = await runHubSpotNode({
		simulator,
		parameters: sync(),
		items: rows({ [BILLING]: 3 }),
	});
	expect(items).toHaveLength(1);
	expect(held()).toEqual({ [DECISION_MAKER]: 5, [BILLING]: 3 });
});

describe('the order of writes keeps label limits under the object limit', () => {
	it.each([
		[
			'raised',
			{ [OBJECT]: 5, [DECISION_MAKER]: 5 },
			{ [DECISION_MAKER]: 8, [OBJECT]: 10 },
			[UPDATE, UPDATE],
		],
		[
			'lowered',
			{ [OBJECT]: 10, [DECISION_MAKER]: 8 },
			{ [OBJECT]: 4, [DECISION_MAKER]: 3 },
			[UPDATE, UPDATE],
		],
		[
			'lowered far enough',
			{ [OBJECT]: 10, [DECISION_MAKER]: 3 },
			{ [OBJECT]: 4, [DECISION_MAKER]: 2 },
			[UPDATE],
		],
		[
			'raised, and a label limit made',
			{ [OBJECT]: 5 },
			{ [BILLING]: 8, [OBJECT]: 10 },
			[UPDATE, CREATE],
		],
		['made', { [DECISION_MAKER]: 8 }, { [OBJECT]: 4, [DECISION_MAKER]: 3 }, [UPDATE, CREATE]],
	])('%s', async (_what, before, wanted, writes) => {
		hold(before);
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync(),
			items: rows(wanted),
		});
		expect(errorItems).toEqual([]);
		expect(held()).toEqual(wanted);
		expect(requestLines(simulator)).toEqual([READ_LIMITS, READ_LABELS, ...writes]);
	});

	it('deletes the object limit before a label limit goes above it', async () => {
		hold({ [OBJECT]: 5, [DECISION_MAKER]: 5 });
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync(deleting),
			items: rows({ [DECISION_MAKER]: 8 }),
		});
		expect(errorItems).toEqual([]);
		expect(held()).toEqual({ [DECISION_MAKER]: 8 });
		expect(requestLines(simulator).slice(2)).toEqual([PURGE, UPDATE]);
	});
});

describe('what HubSpot would refuse is refused before anything is written', () => {
	it('two items, both named', async () => {
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync(),
			items: rows({ [OBJECT]: 5, [DECISION_MAKER]: 6 }),
		});
		const message =
			'The limit of a label must not be above the limit without a label, contacts → companies: item 1 wants 6 for "Decision Maker" (USER_DEFINED:36), but item 0 wants 5 for HUBSPOT_DEFINED:279';
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			`${message} [item 0]`,
			`${message} [item 1]`,
		]);
		expect(requestLines(simulator)).toEqual([READ_LIMITS, READ_LABELS]);
	});

	it('an item against a limit that stays in HubSpot; the others go on', async () => {
		hold({ [OBJECT]: 5 });
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync(),
			items: rows({ [DECISION_MAKER]: 6, [BILLING]: 5 }),
		});
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			'The limit of a label must not be above the limit without a label, contacts → companies: item 0 wants 6 for "Decision Maker" (USER_DEFINED:36), but HubSpot has 5 for HUBSPOT_DEFINED:279 [item 0]',
		]);
		expect(items).toMatchObject([{ json: { action: 'created', typeId: 38 } }]);
	});

	it('different maximums for one limit, which stops the run', async () => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: sync(),
			items: [
				{ type: BILLING, maximum: 2 },
				{ type: BILLING, maximum: 3 },
			],
			onError: 'stopWorkflow',
		});
		expect(error?.message).toContain(
			'Different maximums for the same limit of contacts → companies, USER_DEFINED:38',
		);
		expect(requestLines(simulator)).toEqual([]);
	});

	it('two directions of one label between records of the same object', async () => {
		simulator.account.addLabel('contacts', 'contacts', {
			label: 'Sibling',
			inverseLabel: 'Sibling',
			typeId: 50,
			inverseTypeId: 51,
		});
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync({}, { toObjectType: byId('contacts') }),
			items: rows({ 'USER_DEFINED:50': 2, 'USER_DEFINED:51': 3 }),
		});
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('Both directions of one label share one limit, contacts → contacts'),
			expect.stringContaining('item 1 wants 3 for "Sibling" (USER_DEFINED:51)'),
		]);
	});
});

describe('deletes only what surely nobody wants', () => {
	it('keeps the limits of a pair with an item that was refused', async () => {
		hold({ [DECISION_MAKER]: 5 });
		const { items, errorItems, hints } = await runHubSpotNode({
			simulator,
			parameters: sync(deleting),
			items: [
				{ type: BILLING, maximum: 2 },
				{ type: DECISION_MAKER, maximum: 'five' },
			],
		});
		expect(items).toHaveLength(1);
		expect(errorItems).toHaveLength(1);
		expect(held()).toEqual({ [DECISION_MAKER]: 5, [BILLING]: 2 });
		expect(hints[0].message).toContain(
			'1 unlisted kept, since an item that may name them was refused',
		);
	});

	it('keeps the limits of a pair with an item that breaks a rule', async () => {
		hold({ 'HUBSPOT_DEFINED:1': 1 });
		const { items, errorItems, hints } = await runHubSpotNode({
			simulator,
			parameters: sync(deleting),
			items: rows({ [OBJECT]: 5, [DECISION_MAKER]: 6, [BILLING]: 2 }),
		});
		expect(items).toMatchObject([{ json: { action: 'created', typeId: 38 } }]);
		expect(errorItems).toHaveLength(2);
		expect(held()).toEqual({ 'HUBSPOT_DEFINED:1': 1, [BILLING]: 2 });
		expect(hints[0].message).toContain('1 unlisted kept');
	});

	it('refuses one custom object spelled in two ways', async () => {
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync(deleting, { toObjectType: byId('={{ $json.to }}') }),
			items: [
				{ to: '2-77', type: 'USER_DEFINED:45', maximum: 2 },
				{ to: 'p62515_cars', type: 'USER_DEFINED:45', maximum: 2 },
			],
		});
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('Items 0 and 1 may name one custom object in two ways'),
			expect.stringContaining('Items 0 and 1 may name one custom object in two ways'),
		]);
		expect(requestLines(simulator)).toEqual([]);
	});
});

it('shows in a dry run a plan that a person can approve, and writes nothing', async () => {
	hold({ [OBJECT]: 10, [DECISION_MAKER]: 5, [BILLING]: 3 });
	const before = held();
	const { items } = await runHubSpotNode({
		simulator,
		parameters: sync({ ...deleting, dryRun: true }),
		items: rows({ [OBJECT]: 10, [DECISION_MAKER]: 6 }),
	});
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({ action: 'unchanged', previousMaxToObjectIds: 10 }),
		{
			...limit,
			action: 'updated',
			previousMaxToObjectIds: 5,
			maxToObjectIds: 6,
			method: 'POST',
			url: `${simulator.url}${LIMITS}/batch/update`,
			batch: 2,
			input: { category: 'USER_DEFINED', typeId: 36, maxToObjectIds: 6 },
		},
		{
			...limit,
			typeId: 38,
			label: 'Billing Contact',
			action: 'deleted',
			previousMaxToObjectIds: 3,
			maxToObjectIds: null,
			method: 'POST',
			url: `${simulator.url}${LIMITS}/batch/purge`,
			batch: 1,
			input: { category: 'USER_DEFINED', typeId: 38 },
		},
	]);
	expect(held()).toEqual(before);
	expect(requestLines(simulator)).toEqual([READ_LIMITS, READ_LABELS]);
});

it('sends nothing more once a deletion is refused and the node is set to stop', async () => {
	hold({ [DECISION_MAKER]: 5 });
	simulator.faults.add({ path: /purge$/, fault: { kind: 'status', status: 403 } });
	const { error } = await runHubSpotNode({
		simulator,
		parameters: sync(deleting),
		items: rows({ [BILLING]: 2 }),
		onError: 'stopWorkflow',
	});
	expect(error?.message).toContain('The scope needed for this call is missing');
	expect(error?.description).toContain('0 done, 1 refused, 1 not sent');
	expect(held()).toEqual({ [DECISION_MAKER]: 5 });
	expect(requestLines(simulator)).toEqual([READ_LIMITS, READ_LABELS, PURGE]);
});

it('tells a deletion that HubSpot refused by an item of its own', async () => {
	hold({ [DECISION_MAKER]: 5 });
	simulator.faults.add({ path: /purge$/, fault: { kind: 'status', status: 400 } });
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: sync(deleting),
		items: rows({ [BILLING]: 2 }),
	});
	expect(items).toMatchObject([{ json: { action: 'created' } }]);
	expect(errorItems).toMatchObject([
		{ json: { details: { associationCategory: 'USER_DEFINED', typeId: 36, status: 400 } } },
	]);
});

describe('whatever HubSpot does where its documents are silent', () => {
	it.each<BehaviourOptions>([
		{ limitCreateOverExisting: 'overwrite', limitUpdateWithoutLimit: 'refuse' },
		{ removalAnswer: 'noContent', batchMaximum: { limits: 1 } },
	])('%j', async (behaviour) => {
		await simulator.close();
		simulator = await startSimulator({ behaviour });
		hold({ [OBJECT]: 10, [DECISION_MAKER]: 5, 'HUBSPOT_DEFINED:1': 1 });
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: sync(deleting),
			items: rows({ [DECISION_MAKER]: 6, [BILLING]: 2, [OBJECT]: 12 }),
		});
		expect(errorItems).toEqual([]);
		expect(items.map(({ json }) => json.action)).toEqual([
			'updated',
			'created',
			'updated',
			'deleted',
		]);
		expect(held()).toEqual({ [OBJECT]: 12, [DECISION_MAKER]: 6, [BILLING]: 2 });
	});
});

it('keeps a type that does not exist to its own item', async () => {
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: sync(),
		items: rows({ 'USER_DEFINED:999': 2, [BILLING]: 3 }),
	});
	expect(items).toMatchObject([{ json: { typeId: 38 }, pairedItem: { item: 1 } }]);
	expect(errorItems).toMatchObject([
		{
			json: { details: { subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE', typeId: 999 } },
		},
	]);
});

it('does not delete by a text that only looks like a yes', async () => {
	const { error } = await runHubSpotNode({
		simulator,
		parameters: sync({ deleteUnlisted: '={{ "true" }}' }),
		items: rows({ [BILLING]: 3 }),
		onError: 'stopWorkflow',
	});
	expect(error?.message).toBe('\'Delete Unlisted\' must be true or false, but is "true"');
	expect(requestLines(simulator)).toEqual([]);
});
