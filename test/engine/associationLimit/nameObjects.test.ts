import type { INodeParameters } from 'n8n-workflow';
import { API_VERSIONS } from '../../../nodes/HubSpotAssociations/hubspot/api/versions';
import type { Fault } from '../../../simulator';
import { runHubSpotNode, writeLimits } from '../../../tools/hubSpotNode';
import { simulatorForEachTest } from '../../support/simulator';
import { expectDocumented } from '../support/exchanges';
import { CONTACTS_TO_COMPANIES } from '../support/objectNames';
import { requestLines } from '../support/requests';

const simulator = simulatorForEachTest();

const ALL = 'GET /crm/associations/2026-03/definitions/configurations/all';
const SCHEMAS = 'GET /crm-object-schemas/2026-03/schemas';

const labelsOf = (from: string, to: string) => `GET /crm/associations/2026-03/${from}/${to}/labels`;

function limit(from: string, to: string, category: 'HUBSPOT_DEFINED' | 'USER_DEFINED', id: number) {
	simulator.account.setLimit(from, to, category, id, 5);
}

async function getNamed(
	options: INodeParameters = {},
	further: INodeParameters = {},
	items = [{}],
) {
	return await runHubSpotNode({
		simulator,
		parameters: writeLimits('getAll', {
			scope: 'all',
			returnAll: true,
			...further,
			options: { nameObjects: true, ...options },
		}),
		items,
	});
}

type Run = Awaited<ReturnType<typeof getNamed>>;

/** The limits as "contacts → companies USER_DEFINED:36"; null → null without objects. */
function named({ items }: Run): string[] {
	return items.map(
		({ json }) =>
			`${String(json.fromObjectType)} → ${String(json.toObjectType)} ${String(json.category)}:${String(json.typeId)}`,
	);
}

/** The typeId of the type without a label, from one object to another. */
function unlabeled(from: string, to: string): number {
	const type = simulator.account.labels(from, to).find(({ label }) => label === null);
	return type?.typeId ?? NaN;
}

function refuse(path: RegExp, status: number, further: Partial<Fault> = {}): void {
	simulator.faults.add({
		path,
		times: Infinity,
		fault: { kind: 'status', status, body: { message: `No, ${status}` } },
		...further,
	});
}

it('names the objects, and asks only as far as it needs', async () => {
	limit('contacts', 'companies', 'HUBSPOT_DEFINED', 279);
	limit('contacts', 'companies', 'USER_DEFINED', 36);
	limit('companies', 'contacts', 'USER_DEFINED', 39);
	const run = await getNamed();
	expect(run.items[1]).toEqual({
		json: {
			...CONTACTS_TO_COMPANIES,
			label: 'Decision Maker',
			maxToObjectIds: 5,
			category: 'USER_DEFINED',
			typeId: 36,
		},
		pairedItem: { item: 0 },
	});
	expect(named(run)).toEqual([
		'contacts → companies HUBSPOT_DEFINED:279',
		'contacts → companies USER_DEFINED:36',
		'companies → contacts USER_DEFINED:39',
	]);
	const [all, contacts, ...labels] = requestLines(simulator);
	expect([all, contacts]).toEqual([ALL, `${SCHEMAS}/0-1`]);
	expect(labels.sort()).toEqual([labelsOf('0-1', '0-2'), labelsOf('0-2', '0-1')]);
	expect(run.hints[0].message).toBe('1 item · 1 done · 3 results · 4 requests');
});

it.each(API_VERSIONS)('holds to the documents (%s)', async (apiVersion) => {
	const car = simulator.account.objectTypes.custom()[0].objectTypeId;
	limit(car, 'tickets', 'USER_DEFINED', unlabeled(car, 'tickets'));
	limit(car, car, 'USER_DEFINED', unlabeled(car, car));
	limit('notes', 'calls', 'HUBSPOT_DEFINED', unlabeled('notes', 'calls'));
	const run = await getNamed({ apiVersion });
	expect(
		named(run)
			.map((line) => line.split(' ').slice(0, 3).join(' '))
			.sort(),
	).toEqual([`${car} → ${car}`, `${car} → tickets`, 'notes → calls'].sort());
	const roots =
		apiVersion === 'v4'
			? /^\/crm(\/associations\/v4|-object-schemas\/v3)\//
			: new RegExp(`^/crm(/associations|-object-schemas)/${apiVersion}/`);
	for (const { path } of simulator.requests) expect(path).toMatch(roots);
	expectDocumented(simulator);
});

it('asks for nothing without limits, nor with the option off', async () => {
	await getNamed();
	expect(requestLines(simulator)).toEqual([ALL]);
	limit('contacts', 'companies', 'USER_DEFINED', 36);
	const run = await getNamed({ nameObjects: false });
	expect(run.items[0].json).not.toHaveProperty('fromObjectType');
	expect(requestLines(simulator)).toEqual([ALL, ALL]);
});

it('names only the limits that it returns, once for all items', async () => {
	limit('contacts', 'companies', 'USER_DEFINED', 36);
	limit('notes', 'calls', 'HUBSPOT_DEFINED', unlabeled('notes', 'calls'));
	const few = await getNamed({}, { returnAll: false, limit: 1 }, [{}, {}]);
	expect(named(few)).toEqual(['contacts → companies USER_DEFINED:36']);
	expect(requestLines(simulator)).toHaveLength(3);
	const { items } = await getNamed({}, {}, [{}, {}]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 1, 1].map((item) => ({ item })));
});

it('tells types of two categories with one ID apart by the labels', async () => {
	simulator.account.addLabel('contacts', 'tickets', { label: 'Twin', typeId: 279 });
	limit('contacts', 'companies', 'HUBSPOT_DEFINED', 279);
	limit('contacts', 'tickets', 'USER_DEFINED', 279);
	expect(named(await getNamed()).sort()).toEqual([
		'contacts → companies HUBSPOT_DEFINED:279',
		'contacts → tickets USER_DEFINED:279',
	]);
});

/** One for each schema of a standard object, one for all custom ones. */
const ALL_SCHEMAS = 24;

describe('never guesses', () => {
	beforeEach(() => {
		limit('contacts', 'companies', 'USER_DEFINED', 36);
		limit('contacts', 'deals', 'USER_DEFINED', 40);
	});

	it('where two directions have the type', async () => {
		simulator.account.addLabel('contacts', 'tickets', { label: 'Decision Maker', typeId: 36 });
		const run = await getNamed();
		expect(named(run)).toEqual(['null → null USER_DEFINED:36', 'contacts → deals USER_DEFINED:40']);
		expect(run.items[0].json).toMatchObject({ label: 'Decision Maker', maxToObjectIds: 5 });
		expect(run.hints[0].message).toContain(' · 1 limit without objects');
	});

	it('where no schema lists the type, after reading each once', async () => {
		refuse(/\/schemas\//, 200, {
			fault: { kind: 'status', status: 200, body: { associations: [] } },
		});
		const run = await getNamed();
		expect(named(run)).toEqual(['null → null USER_DEFINED:36', 'null → null USER_DEFINED:40']);
		const schemas = requestLines(simulator).filter((line) => line.startsWith(SCHEMAS));
		expect(new Set(schemas).size).toBe(ALL_SCHEMAS);
		expect(schemas).toHaveLength(ALL_SCHEMAS);
		expect(schemas.slice(0, 5)).toEqual(
			['/0-1', '/0-2', '/0-3', '/0-5', ''].map((end) => `${SCHEMAS}${end}`),
		);
	});

	it('where the labels that would say cannot be read', async () => {
		refuse(/0-1\/0-2\/labels/, 403);
		const run = await getNamed();
		expect(run.error).toBeUndefined();
		expect(named(run)).toEqual(['null → null USER_DEFINED:36', 'contacts → deals USER_DEFINED:40']);
		expect(run.hints[0].message).toContain(' · 1 limit without objects: No, 403');
	});
});

describe('when HubSpot refuses to name them', () => {
	beforeEach(() => limit('contacts', 'companies', 'USER_DEFINED', 36));

	it.each([401, 403, 404, 400, 500])('returns the list with the reason (%s)', async (status) => {
		refuse(/\/schemas/, status);
		const run = await getNamed({ maxRetries: 0 });
		expect(run.error).toBeUndefined();
		expect(run.errorItems).toEqual([]);
		expect(named(run)).toEqual(['null → null USER_DEFINED:36']);
		expect(run.hints[0].message).toContain('1 limit without objects: ');
		expect(new Set(requestLines(simulator))).toEqual(new Set([ALL, `${SCHEMAS}/0-1`]));
	});

	it('stops once the connection is lost', async () => {
		refuse(/\/schemas\/0-1/, 200, {
			fault: { kind: 'status', status: 200, body: { associations: [] } },
		});
		refuse(/\/schemas\/0-2/, 0, { fault: { kind: 'lostBefore' } });
		const run = await getNamed({ maxRetries: 0 });
		expect(named(run)).toEqual(['null → null USER_DEFINED:36']);
		expect(requestLines(simulator)).toEqual([ALL, `${SCHEMAS}/0-1`, `${SCHEMAS}/0-2`]);
	});

	it('asks on where one object alone is refused', async () => {
		refuse(/\/schemas\/0-1/, 200, {
			fault: { kind: 'status', status: 200, body: { associations: [] } },
		});
		refuse(/\/schemas(\/0-2)?$/, 403);
		limit('contacts', 'deals', 'USER_DEFINED', 40);
		limit('notes', 'calls', 'HUBSPOT_DEFINED', unlabeled('notes', 'calls'));
		const run = await getNamed();
		expect(named(run)).toEqual([
			'null → null USER_DEFINED:36',
			'contacts → deals USER_DEFINED:40',
			expect.stringMatching(/^notes → calls/),
		]);
		expect(run.hints[0].message).toContain('1 limit without objects: No, 403');
	});

	it('does not take a schema without its list for an empty one', async () => {
		refuse(/\/schemas/, 200, { fault: { kind: 'status', status: 200, body: {} } });
		const run = await getNamed({ maxRetries: 0 });
		expect(named(run)).toEqual(['null → null USER_DEFINED:36']);
		expect(run.hints[0].message).toContain('1 limit without objects: ');
		expect(requestLines(simulator)).toHaveLength(2);
	});
});
