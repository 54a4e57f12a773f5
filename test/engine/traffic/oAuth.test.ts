import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { runNode } from '../../../tools/engine';
import { createAssociations } from '../../../tools/hubSpotNode';
import { NODE_TYPE } from '../../../tools/project';
import { simulatorForEachTest } from '../../support/simulator';
import { errorOf } from '../support/refusal';
import { answerWith, recordedAnswers } from './traffic';

const simulator = simulatorForEachTest();

const isThere = recordedAnswers().includes('429-oauth');

/** Sends one row with a token that has expired, while HubSpot's token call is at its limit. */
async function runWithExpiredToken() {
	const { clientId, clientSecret, refreshToken } = simulator.oauth;
	return await runNode({
		node: new HubSpotAssociations(),
		type: NODE_TYPE,
		parameters: createAssociations({ authentication: 'oAuth2', options: { maxRetries: 1 } }),
		items: [{ from: 1001, to: 5001 }],
		credentials: {
			hubSpotAssociationsOAuth2Api: {
				baseUrl: simulator.url,
				clientId,
				clientSecret,
				oauthTokenData: {
					access_token: simulator.issueToken({ expiresInMs: 0 }),
					refresh_token: refreshToken,
					token_type: 'bearer',
				},
			},
		},
		onError: 'continueErrorOutput',
	});
}

/** How each call for a new token was answered. */
function renewals(): number[] {
	return simulator.requests
		.filter(({ path }) => path.endsWith('/token'))
		.map(({ status }) => status);
}

const suite = isThere ? describe : describe.skip;

suite('the token call, answered 429-oauth (skipped where the recorded answers are absent)', () => {
	it('tries again, and says that the row was not sent and may be run again', async () => {
		simulator.faults.add({ path: /token$/, times: Infinity, fault: answerWith('429-oauth') });
		const { errorItems } = await runWithExpiredToken();
		expect(errorItems.map(errorOf)).toEqual([
			expect.objectContaining({
				state: 'notSent',
				retryable: true,
				message: expect.stringContaining('429'),
			}),
		]);
		expect(renewals()).toEqual([429, 429]);
	});

	it('goes on once the limit is over', async () => {
		simulator.faults.add({ path: /token$/, fault: answerWith('429-oauth') });
		const { items } = await runWithExpiredToken();
		expect(items.map(({ json }) => json.toObjectId)).toEqual(['5001']);
		expect(renewals()).toEqual([429, 200]);
	});
});
