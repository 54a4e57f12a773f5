import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED, startSimulator, type Simulator } from '../../simulator';
import { associationRun, callCounts, calls } from '../support/associations';
import { fromList, runHubSpotNode } from '../support/hubSpotNode';

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator();
});

afterEach(() => simulator.close());

/** The parameters of create for rows { from: email, to: domain }. */
function byEmailAndDomain(
	further: INodeParameters = {},
	options: IDataObject = {},
): INodeParameters {
	return associationRun('create', {
		...further,
		options: { fromIdProperty: 'email', toIdProperty: 'domain', ...options } as INodeParameters,
	});
}

function emailOf(id: number): string {
	return String(simulator.account.records('contacts').get(String(id))?.email);
}

function domainOf(id: number): string {
	return String(simulator.account.records('companies').get(String(id))?.domain);
}

describe('finds records', () => {
	it.each(['v4', '2026-03', '2026-09'])('by email and domain, in %s', async (apiVersion) => {
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain({}, { apiVersion }),
			items: [
				{ from: emailOf(1001), to: domainOf(5001) },
				{ from: `  ${emailOf(1002).toUpperCase()} `, to: ` ${domainOf(5001).toUpperCase()}` },
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
				{ from: emailOf(1001), to: domainOf(5001) },
				{ from: emailOf(1001).toUpperCase(), to: domainOf(5001).toUpperCase() },
			],
		});
		const [bodies] = [simulator.requests.map(({ body }) => body)];
		expect(bodies).toContainEqual({
			inputs: [{ id: emailOf(1001) }],
			idProperty: 'email',
			properties: ['email'],
			propertiesWithHistory: [],
		});
		expect(bodies).toContainEqual({
			filterGroups: [
				{ filters: [{ propertyName: 'domain', operator: 'IN', values: [domainOf(5001)] }] },
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
			items: [{ from: emailOf(1001), to: emailOf(1002) }],
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
			items: [{ from: emailOf(1001), to: 5001 }],
		});
		expect(items.map(({ json }) => [json.fromObjectId, json.toObjectId])).toEqual([
			['1001', '5001'],
		]);
		expect(calls(simulator)).toEqual(['batch/read 0-1', call]);
	});
});

describe('refuses a row', () => {
	const createWith = async (item: IDataObject, options: IDataObject = {}) =>
		await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain({}, options),
			items: [{ from: emailOf(1001), to: domainOf(5001) }, item],
		});

	it('whose record is not found, and names both values', async () => {
		const { items, errorItems } = await createWith({
			from: 'nobody@example.com',
			to: 'no.example',
		});
		expect(items).toHaveLength(1);
		expect(errorItems.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				message:
					'No record of contacts has the email "nobody@example.com" (parameter \'From Record ID\'); No record of companies has the domain "no.example" (parameter \'To Record ID\'). Check the value, or create the record first.',
				details: {
					fromObjectType: '0-1',
					fromIdProperty: 'email',
					fromIdValue: 'nobody@example.com',
					toObjectType: '0-2',
					toIdProperty: 'domain',
					toIdValue: 'no.example',
				},
			}),
		]);
	});

	it('whose value more than one record has', async () => {
		simulator.account.addRecord('companies', '9999', { domain: 'shared.example' });
		simulator.account.addRecord('companies', '9998', { domain: 'Shared.example' });
		const { errorItems } = await createWith({ from: emailOf(1001), to: 'SHARED.example' });
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			'More than one record of companies has the domain "SHARED.example": 9999, 9998 (parameter \'To Record ID\') [item 1]',
		]);
	});

	it.each([
		['', "'From Record ID' is empty"],
		['   ', "'From Record ID' is empty"],
		[null, "'From Record ID' is empty"],
		[['a@b.c'], "'From Record ID' must be one value of the property email, but is a list of 1"],
		[{ a: 1 }, "'From Record ID' must be one value of the property email, but is an object"],
		[true, "'From Record ID' must be one value of the property email, but is a boolean"],
	])('whose value is %j', async (from, message) => {
		const { errorItems } = await createWith({ from, to: domainOf(5001) });
		expect(errorItems.map(({ json }) => String(json.error))).toEqual([`${message} [item 1]`]);
	});

	it('whose property HubSpot does not know, with what HubSpot says', async () => {
		simulator.faults.add({
			path: /search$/,
			times: Infinity,
			fault: {
				kind: 'status',
				status: 400,
				body: {
					status: 'error',
					category: 'VALIDATION_ERROR',
					message: 'There is no property nope.',
				},
			},
		});
		const { items, errorItems } = await createWith(
			{ from: emailOf(1001), to: 'x' },
			{ toIdProperty: 'nope' },
		);
		expect(items).toEqual([]);
		expect(errorItems.map(({ json }) => json.message)).toEqual([
			"There is no property nope (parameter 'To Record ID')",
			"There is no property nope (parameter 'To Record ID')",
		]);
	});

	it('and the whole lookup where the credential may not read the object', async () => {
		const { errorItems } = await runHubSpotNode({
			simulator,
			token: simulator.issueToken({ scopes: ['oauth'] }),
			parameters: byEmailAndDomain(),
			items: Array.from({ length: 300 }, (_, index) => ({
				from: emailOf(1001 + index),
				to: domainOf(5001),
			})),
		});
		expect(errorItems).toHaveLength(300);
		expect(errorItems[299].json.message).toContain('The credential is missing these scopes');
		expect(callCounts(simulator)).toEqual({ 'batch/read 0-1': 1, 'batch/read 0-2': 1 });
	});
});

describe('set to stop', () => {
	it('writes nothing where a record is not found', async () => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain(),
			items: [
				{ from: emailOf(1001), to: domainOf(5001) },
				{ from: 'nobody@example.com', to: domainOf(5001) },
				{ from: 'nobody.else@example.com', to: domainOf(5001) },
			],
			onError: 'stopWorkflow',
		});
		expect(error?.message).toBe(
			'No record of contacts has the email "nobody@example.com" (parameter \'From Record ID\') [item 1]',
		);
		expect(error?.description).toContain('1 other item');
		expect(callCounts(simulator)).toEqual({
			'batch/read 0-1': 1,
			'batch/read 0-2': 1,
			'search 0-2': 1,
		});
		expect(simulator.account.associations('contacts', 'companies')).toEqual([]);
	});

	it('sends nothing at all where a value is missing', async () => {
		const { error } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain(),
			items: [{ from: emailOf(1001), to: domainOf(5001) }, { to: domainOf(5001) }],
			onError: 'stopWorkflow',
		});
		expect(error?.message).toBe("'From Record ID' is empty [item 1]");
		expect(error?.description).toContain("Drag in the field that holds the record's email");
		expect(calls(simulator)).toEqual([]);
	});
});

it.each([
	[
		'fromIdProperty',
		'e mail',
		'\'From ID Property\' must be the internal name of one property, but is "e mail"',
	],
	[
		'toIdProperty',
		'a/b',
		'\'To ID Property\' must be the internal name of one property, but is "a/b"',
	],
])('refuses %s "%s"', async (name, value, message) => {
	const { error } = await runHubSpotNode({
		simulator,
		parameters: byEmailAndDomain({}, { [name]: value }),
		items: [{ from: 'a@example.com', to: 'b.example' }],
		onError: 'stopWorkflow',
	});
	expect(error?.message).toBe(message);
	expect(calls(simulator)).toEqual([]);
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

describe('search', () => {
	it('halves a search with so many results that its pages would take longer', async () => {
		simulator.account.addRecords('companies', 10_500, 100_001, (index) => ({
			domain: index < 10_300 ? 'busy.example' : `quiet-${index}.example`,
		}));
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain(),
			items: [
				{ from: emailOf(1001), to: 'busy.example' },
				...Array.from({ length: 7 }, (_, index) => ({
					from: emailOf(1001),
					to: `quiet-${10_300 + index}.example`,
				})),
			],
		});
		expect(items).toHaveLength(7);
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			expect.stringContaining(
				'More than one record of companies has the domain "busy.example": 100001, 100002',
			),
		]);
		// 8 values, then 4 and 4, 2 and 2, 1 and 1: the busy one is never read beyond its first page.
		expect(callCounts(simulator)['search 0-2']).toBe(7);
	});

	it('reads further pages where they are few', async () => {
		simulator.account.addRecords('companies', 250, 100_001, (index) => ({
			domain: index < 249 ? 'busy.example' : 'quiet.example',
		}));
		const { items, errorItems } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain(),
			items: [
				{ from: emailOf(1001), to: 'busy.example' },
				{ from: emailOf(1001), to: 'quiet.example' },
			],
		});
		expect(items.map(({ json }) => json.toObjectId)).toEqual(['100250']);
		expect(errorItems).toHaveLength(1);
		expect(callCounts(simulator)['search 0-2']).toBe(2);
	});

	/** Rows for so many companies, each with a domain of its own. */
	function rowsByDomain(count: number): IDataObject[] {
		simulator.account.addRecords('companies', count, 100_001, (index) => ({
			domain: `many-${index}.example`,
		}));
		return Array.from({ length: count }, (_, index) => ({
			from: emailOf(1001),
			to: `many-${index}.example`,
		}));
	}

	it('sends no more searches in a second than HubSpot allows', async () => {
		const items = rowsByDomain(1000);
		const run = await runHubSpotNode({ simulator, parameters: byEmailAndDomain(), items });
		expect(run.items).toHaveLength(1000);
		const sentAt = simulator.requests
			.filter(({ path }) => path.endsWith('/search'))
			.map(({ startedAt }) => startedAt);
		expect(sentAt).toHaveLength(10);
		// Four in each second: the ninth and tenth wait for the third.
		expect(sentAt[9] - sentAt[0]).toBeGreaterThan(1800);
	});

	it('waits where HubSpot says that there were too many all the same', async () => {
		await simulator.close();
		simulator = await startSimulator({
			rateLimit: { requests: 1000, windowMs: 10_000, searches: 1 },
		});
		const items = rowsByDomain(200);
		const run = await runHubSpotNode({ simulator, parameters: byEmailAndDomain(), items });
		expect(run.items).toHaveLength(200);
		expect(simulator.requests.some(({ status }) => status === 429)).toBe(true);
	});
});

describe('requests are the least possible', () => {
	it('5,000 rows by email to 300 domains with labels kept: 62', async () => {
		const { account } = simulator;
		account.addRecords('contacts', 5000, 100_001, (index) => ({ email: `p${index}@example.com` }));
		account.addRecords('companies', 300, 200_001, (index) => ({ domain: `d${index}.example` }));
		account.associate('contacts', 'companies', '100001', '200001', ['Primary']);
		const { items, hints } = await runHubSpotNode({
			simulator,
			parameters: byEmailAndDomain(
				{ labels: ['USER_DEFINED:36'] },
				{ existingLabels: 'keep', requestsPerTenSeconds: 1000 },
			),
			items: Array.from({ length: 5000 }, (_, index) => ({
				from: `p${index}@example.com`,
				to: `d${index % 300}.example`,
			})),
		});
		expect(items).toHaveLength(5000);
		expect(items[0].json.labels).toEqual(['Decision Maker', 'Primary']);
		expect(callCounts(simulator)).toEqual({
			// 5,000 emails, 100 a request.
			'batch/read 0-1': 50,
			// Domains are not unique: one request to learn it, then 100 values a search.
			'batch/read 0-2': 1,
			'search 0-2': 3,
			// 5,000 records, 1,000 a request.
			'read 0-1>0-2': 5,
			// 5,000 pairs, 2,000 a request.
			'create 0-1>0-2': 3,
		});
		expect(hints[0].message).toContain('62 requests');
	});
});
