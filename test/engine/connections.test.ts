import { HubSpotAssociationsApi } from '../../credentials/HubSpotAssociationsApi.credentials';
import { DEFAULT_BASE_URL } from '../../nodes/HubSpotAssociations/hubspot/api/baseUrl';
import { createAssociations, runHubSpotNode } from '../../tools/hubSpotNode';
import { simulatorForEachTest } from '../support/simulator';

const simulator = simulatorForEachTest();

const ROWS = { items: [{ from: 1001, to: 5001 }] };

async function messageOf(connection: { url?: string; token?: string }): Promise<unknown> {
	const { errorItems } = await runHubSpotNode({
		simulator: { url: connection.url ?? simulator.url, token: simulator.token },
		token: connection.token,
		parameters: createAssociations({ options: { maxRetries: 0 } }),
		...ROWS,
	});
	return errorItems[0].json.message;
}

it('says of a wrong token what the test of the credential says', async () => {
	const { rules } = new HubSpotAssociationsApi().test;
	const words = rules?.find(({ properties }) => properties.value === 401)?.properties.message;
	expect(words).toMatch(/^HubSpot does not accept this 'Access Token'\. Copy the whole token/);
	expect(await messageOf({ token: 'pat-wrong' })).toContain(words);
	expect(await messageOf({ token: simulator.issueToken({ expiresInMs: 0 }) })).toContain(words);
});

it('says that nothing accepts connections at the address', async () => {
	expect(await messageOf({ url: 'http://127.0.0.1:1' })).toContain(
		"HubSpot could not be reached (ECONNREFUSED: nothing accepts connections at the 'Base URL' of the credential)",
	);
});

it('says that the host of the address is not known', async () => {
	expect(await messageOf({ url: 'https://no-such-host.invalid' })).toMatch(
		/HubSpot could not be reached \((ENOTFOUND: there is no host|EAI_AGAIN: n8n could not look up)/,
	);
});

it("tests HubSpot's own address where 'Base URL' is empty, as a run does", () => {
	const { baseURL } = new HubSpotAssociationsApi().test.request;
	expect(baseURL).toBe(`={{$credentials.baseUrl || "${DEFAULT_BASE_URL}"}}`);
});
