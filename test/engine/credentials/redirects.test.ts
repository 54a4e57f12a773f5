import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { credentialsFor, type Access } from '../faults/access';
import { runNode, searchList, testCredential } from '../../../tools/engine';
import { createAssociations } from '../../../tools/hubSpotNode';
import { NODE_TYPE } from '../../../tools/project';
import { simulatorForEachTest } from '../../support/simulator';

function typeOf(access: Access): string {
	return access === 'oAuth2' ? 'hubSpotAssociationsOAuth2Api' : 'hubSpotAssociationsApi';
}

const STATUSES = [301, 302, 303, 307, 308];

const CASES = (['accessToken', 'oAuth2'] as const).flatMap((access) =>
	STATUSES.map((status) => ({ access, status })),
);

const simulator = simulatorForEachTest();
const elsewhere = simulatorForEachTest();

function redirect(status: number, path?: RegExp): void {
	simulator.faults.add({
		path,
		times: Infinity,
		fault: { kind: 'status', status, body: {}, headers: { location: `${elsewhere.url}/moved` } },
	});
}

async function run(access: Access, hasExpired = false) {
	return await runNode({
		node: new HubSpotAssociations(),
		type: NODE_TYPE,
		parameters: createAssociations({ authentication: access, options: { maxRetries: 0 } }),
		items: [{ from: 1001, to: 5001 }],
		onError: 'continueErrorOutput',
		credentials: credentialsFor(simulator, access, hasExpired).credentials,
	});
}

describe.each(CASES)('a host that answers $status to $access', ({ access, status }) => {
	beforeEach(() => redirect(status));

	it('does not pass the test of the credential, which says why', async () => {
		const { credentials } = credentialsFor(simulator, access);
		expect(await testCredential(typeOf(access), { credentials })).toEqual({
			status: 'Error',
			message:
				"The address in 'Base URL' redirects to another one. The node does not follow redirects, so that no other host receives the token. Enter the address of the API itself, such as https://api.hubapi.com.",
		});
		expect(simulator.requests).toHaveLength(1);
		expect(elsewhere.requests).toEqual([]);
	});

	it('leads no run elsewhere', async () => {
		const { errorItems } = await run(access);
		expect(errorItems.map(({ json }) => json.message)).toEqual([
			expect.stringContaining(`${status}`),
		]);
		expect(elsewhere.requests).toEqual([]);
	});

	it('leads no list elsewhere', async () => {
		const list = searchList({
			node: new HubSpotAssociations(),
			type: NODE_TYPE,
			method: 'searchAssociationTypes',
			parameters: createAssociations({ authentication: access }),
			credentials: credentialsFor(simulator, access).credentials,
		});
		await expect(list).rejects.toThrow(`${status}`);
		expect(elsewhere.requests).toEqual([]);
	});
});

/** A 307 or 308 of this call carries on with its body: n8n follows it before the node sees it (SECURITY.md). */
it.each([301, 302, 303])(
	'carries no secret elsewhere when the renewal of an OAuth2 token is answered with %i',
	async (status) => {
		redirect(status, /token$/);
		const { errorItems } = await run('oAuth2', true);
		expect(errorItems).toHaveLength(1);
		const { clientSecret, refreshToken } = simulator.oauth;
		const seen = JSON.stringify(elsewhere.requests);
		for (const secret of [clientSecret, refreshToken]) expect(seen).not.toContain(secret);
	},
);
