import type { IExecuteFunctions } from 'n8n-workflow';
import { openTransport } from '../../nodes/HubSpotAssociations/transport';

const HELD = 'pat-na1-0123456789';

/** The way to HubSpot in an n8n whose HTTP helper throws this. */
async function transportThatThrows(error: unknown) {
	const context = {
		getCredentials: async () => await Promise.resolve({ accessToken: HELD }),
		helpers: { httpRequestWithAuthentication: async () => await Promise.reject(error as Error) },
	};
	return await openTransport(context as unknown as IExecuteFunctions, 'accessToken', 1_000);
}

it("hides the token in what n8n's own errors say, too", async () => {
	const error = { cause: { level: 'warning', message: `Header ${HELD} is not allowed` } };
	const { exchange } = await transportThatThrows(error);
	expect(await exchange({ method: 'GET', path: '/' })).toEqual({
		status: 0,
		headers: {},
		body: undefined,
		blocked: 'Header [hidden] is not allowed',
	});
});
