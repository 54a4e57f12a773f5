import { fromList, runHubSpotNode } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { requestLines } from '../support/requests';
import { reasonOf } from '../support/refusal';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';

const simulator = simulatorForEachTest();

beforeEach(() => {
	simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 10);
	simulator.account.setLimit('contacts', 'companies', 'USER_DEFINED', 36, 5);
	simulator.account.setLimit('contacts', 'deals', 'USER_DEFINED', 40, 3);
});

const OBJECT_LIMIT = {
	...CONTACTS_TO_COMPANIES,
	category: 'HUBSPOT_DEFINED',
	typeId: 279,
	label: null,
	maxToObjectIds: 10,
};

function getLimits(further: object = {}) {
	return {
		resource: 'associationLimit',
		operation: 'getAll',
		fromObjectType: fromList('0-1'),
		toObjectType: fromList('={{ $json.to }}'),
		returnAll: true,
		...further,
	};
}

it('gives one item per limit of the pair, and reads a pair once', async () => {
	const { items, hints } = await runHubSpotNode({
		simulator,
		parameters: getLimits(),
		items: [{ to: 'companies' }, { to: 'deals' }, { to: 'companies' }, { to: 'tickets' }],
	});
	const labelLimit = {
		...OBJECT_LIMIT,
		category: 'USER_DEFINED',
		typeId: 36,
		label: 'Decision Maker',
		maxToObjectIds: 5,
	};
	const dealLimit = {
		...labelLimit,
		toObjectType: 'deals',
		toObjectTypeId: '0-3',
		typeId: 40,
		label: 'Champion',
		maxToObjectIds: 3,
	};
	expect(items).toEqual([
		{ json: OBJECT_LIMIT, pairedItem: { item: 0 } },
		{ json: labelLimit, pairedItem: { item: 0 } },
		{ json: dealLimit, pairedItem: { item: 1 } },
		{ json: OBJECT_LIMIT, pairedItem: { item: 2 } },
		{ json: labelLimit, pairedItem: { item: 2 } },
	]);
	const root = '/crm/associations/2026-03/definitions/configurations/0-1';
	expect(requestLines(simulator).sort()).toEqual([
		`GET ${root}/companies`,
		`GET ${root}/deals`,
		`GET ${root}/tickets`,
	]);
	expect(hints[0].message).toBe('4 items · 4 done · 5 results · 3 requests');
});

it('stops reading when the limit of the run is reached', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: getLimits({ returnAll: false, limit: 1 }),
		items: [{ to: 'companies' }, { to: 'deals' }],
	});
	expect(items.map(({ json }) => json)).toEqual([OBJECT_LIMIT]);
	expect(requestLines(simulator)).toHaveLength(1);
});

it('reads the limits of the account in one request, without object types', async () => {
	const { items } = await runHubSpotNode({
		simulator,
		parameters: {
			resource: 'associationLimit',
			operation: 'getAll',
			scope: 'all',
			returnAll: true,
		},
		items: [{}],
	});
	expect(items.map(({ json }) => json)).toEqual([
		{ category: 'HUBSPOT_DEFINED', typeId: 279, label: null, maxToObjectIds: 10 },
		{ category: 'USER_DEFINED', typeId: 36, label: 'Decision Maker', maxToObjectIds: 5 },
		{ category: 'USER_DEFINED', typeId: 40, label: 'Champion', maxToObjectIds: 3 },
	]);
	expect(requestLines(simulator)).toEqual([
		'GET /crm/associations/2026-03/definitions/configurations/all',
	]);
});

it('keeps a pair that HubSpot does not know to its own item', async () => {
	const { items, errorItems } = await runHubSpotNode({
		simulator,
		parameters: getLimits(),
		items: [{ to: 'unicorns' }, { to: 'companies' }, { to: '../../x' }],
	});
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 1 }]);
	expect(errorItems.map(reasonOf)).toEqual([
		expect.stringContaining('Unable to infer object type from: unicorns'),
		'\'To Object Type\' must be the name or ID of an object, but is "../../x" [item 2]',
	]);
});

it('asks no further pair once HubSpot refuses the token', async () => {
	const { errorItems } = await runHubSpotNode({
		simulator,
		token: 'wrong',
		parameters: getLimits({ options: { maxConcurrency: 1 } }),
		items: [{ to: 'companies' }, { to: 'deals' }],
	});
	expect(errorItems).toHaveLength(2);
	// n8n itself sends a request again that was answered 401.
	expect(new Set(requestLines(simulator)).size).toBe(1);
});

it('says which limit of results is not one', async () => {
	const { error } = await runHubSpotNode({
		simulator,
		parameters: getLimits({ returnAll: false, limit: '={{ -1 }}' }),
		items: [{ to: 'companies' }],
		onError: 'stopWorkflow',
	});
	expect(error?.message).toBe("'Limit' must be a whole number of at least 1, but is -1");
	expect(requestLines(simulator)).toEqual([]);
});
