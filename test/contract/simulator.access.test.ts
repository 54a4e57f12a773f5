/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'node:timers/promises';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator';
import { callerOf, type Answered } from './call';

const LABELS = '/crm/associations/2026-03/contacts/companies/labels';
const CREATE = '/crm/associations/2026-03/contacts/companies/batch/create';
const SEARCH = '/crm/objects/2026-03/companies/search';
const SCHEMAS = '/crm-object-schemas/2026-03/schemas';

describe('who may call the simulator, and how often', () => {
	let simulator: Simulator;

	async function start(options: SimulatorOptions = {}): Promise<void> {
		simulator = await startSimulator(options);
	}

	afterEach(() => simulator.close());

	describe('tokens', () => {
		it('refuses an unknown token and one that has expired', async () => {
			await start();
			const unknown = await callerOf(simulator, 'pat-sim-nobody')('GET', LABELS);
			expect([unknown.status, unknown.body]).toEqual([
				401,
				expect.objectContaining({ category: 'INVALID_AUTHENTICATION' }),
			]);
			const expired = simulator.issueToken({ expiresInMs: 0 });
			const refused = await callerOf(simulator, expired)('GET', LABELS);
			expect([refused.status, refused.body]).toEqual([
				401,
				expect.objectContaining({
					category: 'EXPIRED_AUTHENTICATION',
					context: { 'expire time': [expect.any(String)] },
				}),
			]);
		});

		it('names the scopes of which one is missing', async () => {
			await start();
			const call = callerOf(simulator, simulator.issueToken({ scopes: ['oauth'] }));
			const refused = await call('POST', CREATE, { inputs: [] });
			expect(refused.status).toBe(403);
			expect(refused.body).toMatchObject({
				category: 'MISSING_SCOPES',
				errors: [
					{
						context: {
							requiredGranularScopes: ['crm.objects.contacts.write', 'crm.objects.companies.write'],
						},
					},
				],
			});
			expect((await call('GET', SCHEMAS)).status).toBe(403);
		});

		it('asks from 2026-09 on for the permission to edit associations, of associations alone', async () => {
			await start({ oauth: { mayEditAssociations: false } });
			const call = callerOf(simulator, simulator.issueToken({ mayEditAssociations: false }));
			const newest = (path: string) => path.replace('2026-03', '2026-09');
			expect((await call('POST', CREATE, { inputs: [] })).status).toBe(201);
			const refused = await call('POST', newest(CREATE), { inputs: [] });
			expect([refused.status, refused.body]).toEqual([
				400,
				expect.objectContaining({
					category: 'VALIDATION_ERROR',
					message: "Missing 'Edit Associations' permission.",
				}),
			]);
			const record = '/crm/objects/2026-09/contacts/1001/associations';
			expect((await call('DELETE', `${record}/companies/5001`)).status).toBe(400);
			expect((await call('GET', newest(LABELS))).status).toBe(200);
			expect((await call('POST', newest(LABELS), { name: 'x', label: 'X' })).status).toBe(200);
		});

		it('takes a scope of any object for usage', async () => {
			await start();
			const usage = '/crm/limits/2026-03/associations/records/from';
			const status = async (scope: string) =>
				(await callerOf(simulator, simulator.issueToken({ scopes: [scope] }))('GET', usage)).status;
			expect(await status('crm.objects.quotes.read')).toBe(200);
			expect(await status('crm.schemas.custom.read')).toBe(403);
		});

		it.each([
			['crm.objects.companies.write', 'POST', CREATE, { inputs: [] }],
			['crm.objects.contacts.read', 'GET', LABELS, undefined],
			['crm.schemas.custom.read', 'GET', SCHEMAS, undefined],
		])('lets %s %s what it is for', async (scope, method, path, body) => {
			await start();
			const call = callerOf(simulator, simulator.issueToken({ scopes: [scope] }));
			expect((await call(method, path, body)).status).toBeLessThan(300);
		});
	});

	describe('OAuth', () => {
		async function renew(change: Record<string, string> = {}) {
			const { clientId, clientSecret, refreshToken } = simulator.oauth;
			const form = new URLSearchParams({
				grant_type: 'refresh_token',
				client_id: clientId,
				client_secret: clientSecret,
				refresh_token: refreshToken,
				...change,
			});
			const response = await fetch(`${simulator.url}/oauth/2026-03/token`, {
				method: 'POST',
				body: form,
			});
			return { status: response.status, body: (await response.json()) as Record<string, string> };
		}

		it('gives tokens that expire and can be renewed', async () => {
			await start({ oauth: { expiresInMs: 300 } });
			const first = (await renew()).body.access_token;
			expect((await callerOf(simulator, first)('GET', LABELS)).status).toBe(200);
			await sleep(310);
			expect((await callerOf(simulator, first)('GET', LABELS)).status).toBe(401);
			const second = (await renew()).body.access_token;
			expect(second).not.toBe(first);
			expect((await callerOf(simulator, second)('GET', LABELS)).status).toBe(200);
		});

		it('refuses a wrong client and a wrong refresh token, and records no secret', async () => {
			await start();
			expect((await renew({ client_secret: 'no' })).status).toBe(400);
			expect((await renew({ refresh_token: 'no' })).body.category).toBe('BAD_REFRESH_TOKEN');
			const { access_token: token } = (await renew()).body;
			const recorded = JSON.stringify(simulator.requests);
			expect(recorded).toContain('refresh_token');
			for (const secret of [token, simulator.oauth.clientSecret, simulator.oauth.refreshToken]) {
				expect(recorded).not.toContain(secret);
			}
		});
	});

	describe('rate limits', () => {
		it('lets so many requests into a rolling window, whatever the token', async () => {
			await start({ rateLimit: { requests: 3, windowMs: 400, retryAfter: true } });
			const other = callerOf(simulator, simulator.issueToken({}));
			const call = callerOf(simulator);
			const statuses: number[] = [];
			for (const one of [call, other, call, other])
				statuses.push((await one('GET', LABELS)).status);
			expect(statuses).toEqual([200, 200, 200, 429]);
			const refused = await call('GET', LABELS);
			expect(refused.body).toEqual({
				status: 'error',
				message: 'You have reached your ten_secondly_rolling limit.',
				errorType: 'RATE_LIMIT',
				policyName: 'TEN_SECONDLY_ROLLING',
			});
			expect(refused.headers.get('retry-after')).toBe('1');
			await sleep(410);
			expect((await call('GET', LABELS)).status).toBe(200);
		});

		it('tells what is left in headers, or does not', async () => {
			await start({ rateLimit: { requests: 5, windowMs: 10_000, daily: 9 } });
			const { headers } = await callerOf(simulator)('GET', LABELS);
			const names = ['max', 'remaining', 'interval-milliseconds', 'daily', 'daily-remaining'];
			expect(names.map((name) => headers.get(`x-hubspot-ratelimit-${name}`))).toEqual([
				'5',
				'4',
				'10000',
				'9',
				'8',
			]);
			await simulator.close();
			await start({ rateLimit: { requests: 1, windowMs: 10_000, headers: false } });
			const call = callerOf(simulator);
			await call('GET', LABELS);
			const refused = await call('GET', LABELS);
			expect(refused.status).toBe(429);
			expect([...refused.headers.keys()].filter((name) => /ratelimit|retry/.test(name))).toEqual(
				[],
			);
		});

		it('counts association calls and searches in a burst of their own', async () => {
			await start({ rateLimit: { requests: 1, exemptRequests: 3, windowMs: 10_000 } });
			const call = callerOf(simulator);
			const kinds: Array<() => Promise<Answered>> = [
				() => call('GET', LABELS),
				() => call('POST', SEARCH, {}),
				() => call('GET', SCHEMAS),
				() => call('POST', CREATE, { inputs: [] }),
				() => call('GET', '/crm/limits/2026-03/associations/labels'),
				() => call('GET', '/crm/objects/2026-03/contacts/1001/associations/companies'),
				() => call('POST', '/crm/objects/2026-03/contacts/batch/read', { inputs: [] }),
				() => call('GET', '/account-info/2026-03/details'),
				() => call('POST', '/crm/associations/2026-03/usage/high-usage-report/7'),
			];
			const seen: unknown[] = [];
			for (const one of kinds) {
				const { status, headers } = await one();
				seen.push([
					status,
					headers.get('x-hubspot-ratelimit-max'),
					headers.get('x-hubspot-ratelimit-remaining'),
				]);
			}
			expect(seen).toEqual([
				[200, '3', '2'],
				[200, '3', '1'],
				[200, '1', '0'],
				[201, '3', '0'],
				[429, '1', '0'],
				[429, '1', '0'],
				[429, '1', '0'],
				[429, '1', '0'],
				[429, '3', '0'],
			]);
		});

		it('ends the day, and forgets it on reset', async () => {
			await start({ rateLimit: { requests: 100, windowMs: 10_000, daily: 1 } });
			const call = callerOf(simulator);
			await call('GET', LABELS);
			expect((await call('GET', LABELS)).body).toMatchObject({ policyName: 'DAILY' });
			simulator.reset();
			expect((await call('GET', LABELS)).status).toBe(200);
			expect(simulator.requests).toHaveLength(1);
		});

		it('limits searches by the second', async () => {
			await start({ rateLimit: { requests: 100, windowMs: 10_000, searches: 1 } });
			const call = callerOf(simulator);
			expect((await call('POST', SEARCH, {})).status).toBe(200);
			expect((await call('POST', SEARCH, {})).body).toMatchObject({ policyName: 'SECONDLY' });
			expect((await call('GET', LABELS)).status).toBe(200);
		});

		it.each([
			[false, 200],
			[true, 429],
		])('counts refused requests or not (%s)', async (refusedRequestsCount, expected) => {
			await start({
				rateLimit: { requests: 1, windowMs: 300 },
				behaviour: { refusedRequestsCount },
			});
			const call = callerOf(simulator);
			await call('GET', LABELS);
			await sleep(200);
			expect((await call('GET', LABELS)).status).toBe(429);
			await sleep(150);
			expect((await call('GET', LABELS)).status).toBe(expected);
		});
	});

	it('ends with its connections, so that nothing is left open', async () => {
		await start();
		const { url } = simulator;
		await callerOf(simulator)('GET', LABELS);
		await simulator.close();
		await expect(fetch(url)).rejects.toThrow('fetch failed');
	});
});
