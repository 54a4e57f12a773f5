import type { RecordedRequest } from '../../simulator';
import { ENDPOINTS } from '../../simulator/endpoints';
import { VERSIONS, type ApiVersion } from '../../simulator/versions';
import { simulatorForEachTest } from '../support/simulator';
import { callerOf } from './call';
import { checkExchange, openApiAvailable } from './openapi';
import { TOUR_LABEL, tourOf } from './tour';

const suite = openApiAvailable() ? describe : describe.skip;

const LIMIT = { category: 'HUBSPOT_DEFINED', typeId: 279, maxToObjectIds: 5 };

suite(
	"the simulator, held against HubSpot's OpenAPI documents (skipped where they are not at hand)",
	() => {
		const simulator = simulatorForEachTest();

		async function takeTour(version: ApiVersion): Promise<void> {
			simulator.account.addLabel('contacts', 'companies', TOUR_LABEL);
			simulator.account.setLimit('companies', 'deals', 'HUBSPOT_DEFINED', 342, 5);
			for (const deal of ['7001', '7002', '7003', '7004']) {
				simulator.account.associate('companies', 'deals', '5001', deal);
			}
			const call = callerOf(simulator);
			for (const [, method, path, body] of tourOf(version)) await call(method, path, body);
			for (const secret of [simulator.oauth.clientSecret, 'wrong']) {
				await renew(version, secret);
			}
		}

		async function renew({ roots }: ApiVersion, clientSecret: string): Promise<void> {
			const { clientId, refreshToken } = simulator.oauth;
			await fetch(`${simulator.url}${roots.oauth[0]}/token`, {
				method: 'POST',
				body: new URLSearchParams({
					grant_type: 'refresh_token',
					client_id: clientId,
					client_secret: clientSecret,
					refresh_token: refreshToken,
				}),
			});
		}

		it.each(VERSIONS.map((version) => [version.name, version] as const))(
			'%s exchanges only what they allow, in every call',
			async (_name, version) => {
				await takeTour(version);
				const answered = simulator.requests.map(({ status, method, path, query }) => {
					return `${status} ${method} ${path}${query}`;
				});
				const expected = tourOf(version).map(([status, ...line]) => {
					return `${status} ${line.slice(0, 2).join(' ')}`;
				});
				const token = `POST ${version.roots.oauth[0]}/token`;
				expect(answered).toEqual([...expected, `200 ${token}`, `400 ${token}`]);
				expect(simulator.requests.flatMap(checkExchange)).toEqual([]);
				expect(callsLeftOut(version, simulator.requests)).toEqual([]);
			},
		);

		it.each(VERSIONS.map((version) => [version.name, version] as const))(
			'%s allows the refusals of tokens, scopes, permissions and rate limits',
			async (name, { roots: { definitions, records }, removalStatus }) => {
				const path = `${definitions[0]}/contacts/companies/labels`;
				await callerOf(simulator, 'wrong')('GET', path);
				await callerOf(simulator, simulator.issueToken({ expiresInMs: 0 }))('GET', path);
				await callerOf(simulator, simulator.issueToken({ scopes: ['oauth'] }))('GET', path);
				simulator.faults.add({ fault: { kind: 'status', status: 429 } });
				await callerOf(simulator)('GET', path);
				const reader = callerOf(simulator, simulator.issueToken({ mayEditAssociations: false }));
				await reader('POST', `${records[0]}/contacts/companies/batch/archive`, { inputs: [] });
				const statuses = simulator.requests.map((request) => request.status);
				const permission = name === '2026-09' ? 400 : removalStatus;
				expect(statuses).toEqual([401, 401, 403, 429, permission]);
				expect(simulator.requests.flatMap(checkExchange)).toEqual([]);
			},
		);

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
			const refusal = {
				status: 400,
				responseBody: {
					status: 'error',
					category: 'VALIDATION_ERROR',
					message: 'no',
					correlationId: 'aeb5f871-7f07-4993-9211-075dc63e7cbf',
				},
			};

			it('lets a right exchange pass', () => expect(checkExchange(exchange)).toEqual([]));

			it('lets a right request pass that was refused', () => {
				expect(checkExchange({ ...exchange, ...refusal })).toEqual([]);
			});

			it.each([
				['an unknown path', { path: '/crm/associations/v4/limits' }],
				['a query that is not documented', { query: '?limit=5' }],
				['a status that is not documented', { status: 200 }],
				[
					'a request without a required field',
					{ body: { inputs: [{ typeId: 1, category: 'WORK' }] } },
				],
				['a request with an invented field', { body: { inputs: [{ ...LIMIT, max: 1 }] } }],
				['the same where it was refused', { body: { inputs: [{ ...LIMIT, max: 1 }] }, ...refusal }],
				['a refusal without words', { ...refusal, responseBody: { status: 'error' } }],
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

/** Calls of the simulator that none of the requests made. */
function callsLeftOut(version: ApiVersion, requests: readonly RecordedRequest[]): string[] {
	return ENDPOINTS.map(({ method, root, path }) => ({
		line: `${method} ${version.roots[root][0]}${path}`,
		pattern: new RegExp(`^${method} ${version.roots[root][0]}${path.replace(/:[^/]+/g, '[^/]+')}$`),
	}))
		.filter(
			({ pattern }) => !requests.some(({ method, path }) => pattern.test(`${method} ${path}`)),
		)
		.map(({ line }) => line);
}
