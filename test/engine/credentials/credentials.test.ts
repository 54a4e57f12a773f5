import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { runNode, testCredential } from '../../../tools/engine';
import { createAssociations } from '../../../tools/hubSpotNode';
import { NODE_TYPE } from '../../../tools/project';
import { simulatorForEachTest } from '../../support/simulator';
import { expectDocumented } from '../support/exchanges';

const simulator = simulatorForEachTest();

const BY_TOKEN = 'hubSpotAssociationsApi';
const BY_CONSENT = 'hubSpotAssociationsOAuth2Api';

const UNSAFE_URLS = [
	'http://hubspot.example.com',
	'http://127.0.0.1.example.com',
	'ftp://127.0.0.1',
	'https://127.0.0.1\\path',
];

function oAuth2Data(accessToken: string, baseUrl = simulator.url) {
	const { clientId, clientSecret, refreshToken } = simulator.oauth;
	return {
		baseUrl,
		clientId,
		clientSecret,
		oauthTokenData: {
			access_token: accessToken,
			refresh_token: refreshToken,
			token_type: 'bearer',
		},
	};
}

describe('the test of an access token', () => {
	const test = async (accessToken: string, baseUrl: string) =>
		await testCredential(BY_TOKEN, {
			credentials: { [BY_TOKEN]: { accessToken, baseUrl } },
		});

	it('passes with a right one, also with spaces round it as they come with copying', async () => {
		expect(await test(simulator.token, simulator.url)).toMatchObject({ status: 'OK' });
		expect(await test(` ${simulator.token}\n`, `${simulator.url}/`)).toMatchObject({
			status: 'OK',
		});
		expect(simulator.requests.map(({ path }) => path)).toEqual(
			Array(2).fill('/account-info/2026-03/details'),
		);
	});

	it('does not pass with a wrong one', async () => {
		expect(await test('pat-wrong', simulator.url)).toMatchObject({ status: 'Error' });
	});

	it.each(UNSAFE_URLS)('sends nothing to %s and says why', async (baseUrl) => {
		expect(await test(simulator.token, baseUrl)).toEqual({
			status: 'Error',
			message: expect.stringContaining("The credential's 'Base URL' must start with https://"),
		});
	});
});

describe('the test of an OAuth2 credential', () => {
	const test = async (accessToken: string, baseUrl = simulator.url) =>
		await testCredential(BY_CONSENT, {
			credentials: { [BY_CONSENT]: oAuth2Data(accessToken, baseUrl) },
		});

	it('passes with a right one', async () => {
		expect(await test(simulator.token)).toMatchObject({ status: 'OK' });
	});

	it('renews one that has expired', async () => {
		expect(await test(simulator.issueToken({ expiresInMs: 0 }))).toMatchObject({ status: 'OK' });
		expect(simulator.requests.map(({ path }) => path)).toEqual([
			'/account-info/2026-03/details',
			'/oauth/2026-03/token',
			'/account-info/2026-03/details',
		]);
		expectDocumented(simulator);
	});

	it.each(UNSAFE_URLS)('sends nothing to %s', async (baseUrl) => {
		expect(await test(simulator.token, baseUrl)).toEqual({
			status: 'Error',
			message: expect.stringContaining('incorrect host'),
		});
		expect(simulator.requests).toEqual([]);
	});
});

describe('the node with OAuth2', () => {
	const run = async (accessToken: string) =>
		await runNode({
			node: new HubSpotAssociations(),
			type: NODE_TYPE,
			parameters: createAssociations({ authentication: 'oAuth2' }),
			items: [{ from: 1001, to: 5001 }],
			credentials: { [BY_CONSENT]: oAuth2Data(accessToken) },
			onError: 'continueErrorOutput',
		});

	it('renews an expired token and goes on', async () => {
		const { items, workflowRun } = await run(simulator.issueToken({ expiresInMs: 0 }));
		expect(items.map(({ json }) => json.fromObjectId)).toEqual(['1001']);
		const paths = simulator.requests.map(({ path }) => path);
		// Before 1.123, n8n renews a token only while it reads something.
		expect(paths.filter((path) => path !== '/account-info/2026-03/details')).toEqual([
			'/crm/associations/2026-03/0-1/0-2/batch/associate/default',
			'/oauth/2026-03/token',
			'/crm/associations/2026-03/0-1/0-2/batch/associate/default',
		]);
		expect(workflowRun.credentials[BY_CONSENT].oauthTokenData).toMatchObject({
			access_token: expect.stringMatching(/^sim-/),
		});
	});

	it('says on the row what to do when the access cannot be renewed', async () => {
		simulator.faults.add({
			path: /token$/,
			fault: {
				kind: 'status',
				status: 400,
				body: { status: 'BAD_REFRESH_TOKEN', message: 'missing or invalid refresh token' },
			},
		});
		const { errorItems } = await run(simulator.issueToken({ expiresInMs: 0 }));
		expect(errorItems.map(({ json }) => json.message)).toEqual([
			'HubSpot did not renew the access of the OAuth2 credential. Reconnect the credential',
		]);
	});
});
