import type { RecordedRequest } from '../../simulator';
import { VERSIONS } from '../../simulator/versions';
import { simulatorForAllTests } from '../support/simulator';
import { callerOf, type Caller } from './call';
import { checkExchange, openApiAvailable } from './openapi';

const suite = openApiAvailable() ? describe : describe.skip;

const LIMIT = { category: 'HUBSPOT_DEFINED', typeId: 279, maxToObjectIds: 5 };
const WRONG_LIMIT = { category: 'HUBSPOT_DEFINED', typeId: 5, maxToObjectIds: 5 };
const PAIR = { from: { id: '1001' }, to: { id: '5001' } };
const MISSING = { from: { id: '99999901' }, to: { id: '99999902' } };
const LABELED = { types: [{ associationCategory: 'USER_DEFINED', associationTypeId: 36 }] };
const SEARCH = {
	filterGroups: [
		{ filters: [{ propertyName: 'domain', operator: 'IN', values: ['a.example.com'] }] },
	],
	properties: ['domain'],
	limit: 100,
	after: '0',
	sorts: [],
};

/** Every call once, with an answer of each documented kind. */
async function tour(call: Caller, roots: (typeof VERSIONS)[number]['roots']): Promise<void> {
	const [definitions] = roots.definitions;
	const [records] = roots.records;
	const limits = `${definitions}/definitions/configurations`;
	const labels = `${definitions}/contacts/companies/labels`;
	for (const write of ['create', 'update']) {
		await call('POST', `${limits}/contacts/companies/batch/${write}`, { inputs: [LIMIT] });
		await call('POST', `${limits}/contacts/companies/batch/${write}`, {
			inputs: [WRONG_LIMIT, LIMIT],
		});
	}
	await call('GET', `${limits}/all`);
	await call('GET', `${limits}/contacts/companies`);
	await call('POST', `${limits}/contacts/companies/batch/purge`, {
		inputs: [{ category: 'HUBSPOT_DEFINED', typeId: 279 }],
	});
	await call('GET', labels);
	const created = await call('POST', labels, { name: 'tour', label: 'Tour', inverseLabel: 'Ruot' });
	const [{ typeId }] = (created.body as { results: Array<{ typeId: number }> }).results;
	await call('PUT', labels, { associationTypeId: typeId, label: 'Trip' });
	await call('DELETE', `${labels}/${typeId}`);
	const batch = `${records}/contacts/companies/batch`;
	await call('POST', `${batch}/create`, { inputs: [{ ...PAIR, ...LABELED }] });
	await call('POST', `${batch}/create`, {
		inputs: [
			{ ...PAIR, ...LABELED },
			{ ...MISSING, ...LABELED },
		],
	});
	await call('POST', `${batch}/create`, { inputs: [{ from: PAIR.from }] });
	await call('POST', `${batch}/associate/default`, { inputs: [PAIR, MISSING] });
	await call('POST', `${batch}/read`, { inputs: [{ id: '1001' }] });
	await call('POST', `${batch}/read`, { inputs: [{ id: '1001' }, { id: '1002' }, { id: 'x' }] });
	await call('POST', `${batch}/labels/archive`, { inputs: [{ ...PAIR, ...LABELED }] });
	await call('POST', `${batch}/archive`, { inputs: [{ from: PAIR.from, to: [PAIR.to] }] });
	await call('GET', `${roots.usage[0]}/associations/labels`);
	await call('GET', `${roots.usage[0]}/associations/records/0-1/0-2`);
	await call('GET', `${roots.schemas[0]}/schemas`);
	await call('GET', `${roots.accountInfo[0]}/details`);
	await call('POST', `${roots.objects[0]}/contacts/batch/read`, {
		inputs: [{ id: 'nobody@example.com' }, { id: 'aoife.murphy.1@example.com' }],
		idProperty: 'email',
		properties: ['email', 'phone'],
		propertiesWithHistory: [],
	});
	await call('POST', `${roots.objects[0]}/companies/search`, SEARCH);
	await call('GET', `${limits}/contacts/unicorns`);
}

/** What the tour is answered, in its order. */
function tourStatuses(removal: number): number[] {
	const limits = [201, 207, 200, 207, 200, 200, removal];
	const labels = [200, 200, 204, 204];
	const associations = [201, 207, 400, 200, 200, 207, removal, removal];
	return [...limits, ...labels, ...associations, 200, 200, 200, 200, 207, 200, 400];
}

suite(
	"the simulator, held against HubSpot's OpenAPI documents (skipped where they are not at hand)",
	() => {
		const simulator = simulatorForAllTests();

		beforeEach(() => simulator.reset());

		it.each(VERSIONS.map((version) => [version.name, version] as const))(
			'%s exchanges only what they allow',
			async (_name, { roots, removalStatus }) => {
				await tour(callerOf(simulator), roots);
				const statuses = simulator.requests.map((request) => request.status);
				expect(statuses).toEqual(tourStatuses(removalStatus));
				expect(simulator.requests.flatMap(checkExchange)).toEqual([]);
			},
		);

		it('allows the refusals of tokens and rate limits', async () => {
			const path = '/crm/associations/2026-03/contacts/companies/labels';
			await callerOf(simulator, 'wrong')('GET', path);
			await callerOf(simulator, simulator.issueToken({ expiresInMs: 0 }))('GET', path);
			await callerOf(simulator, simulator.issueToken({ scopes: ['oauth'] }))('GET', path);
			simulator.faults.add({ fault: { kind: 'status', status: 429 } });
			await callerOf(simulator)('GET', path);
			expect(simulator.requests.map((request) => request.status)).toEqual([401, 401, 403, 429]);
			expect(simulator.requests.flatMap(checkExchange)).toEqual([]);
		});

		describe('the check itself', () => {
			const exchange: RecordedRequest = {
				method: 'POST',
				path: '/crm/associations/v4/definitions/configurations/contacts/companies/batch/create',
				query: '',
				body: { inputs: [LIMIT] },
				status: 201,
				responseBody: {
					status: 'COMPLETE',
					results: [],
					startedAt: '2026-01-01T00:00:00Z',
					completedAt: '2026-01-01T00:00:00Z',
				},
				startedAt: 0,
				endedAt: 0,
			};

			it('lets a right exchange pass', () => expect(checkExchange(exchange)).toEqual([]));

			it.each([
				['an unknown path', { path: '/crm/associations/v4/limits' }],
				['a status that is not documented', { status: 200 }],
				[
					'a request without a required field',
					{ body: { inputs: [{ typeId: 1, category: 'WORK' }] } },
				],
				['a request with an invented field', { body: { inputs: [{ ...LIMIT, max: 1 }] } }],
				['a type id beyond int32', { body: { inputs: [{ ...LIMIT, typeId: 2 ** 31 }] } }],
				['an answer without results', { responseBody: { status: 'COMPLETE' } }],
				[
					'a body where there must be none',
					{ path: exchange.path.replace('create', 'purge'), status: 204 },
				],
			])('reports %s', (_what, change) => {
				expect(checkExchange({ ...exchange, ...change })).not.toEqual([]);
			});
		});
	},
);
