import type { Simulator } from '../../../simulator';
import type { CredentialData } from '../../../tools/engine/types';

export type Access = 'accessToken' | 'oAuth2';

export interface Credentials {
	readonly credentials: CredentialData;
	/** What may be seen nowhere. */
	readonly secrets: readonly string[];
}

/** A credential of either kind for the simulator's account, with a token that HubSpot takes or one that has expired. */
export function credentialsFor(
	simulator: Simulator,
	access: Access,
	hasExpired = false,
): Credentials {
	const { url: baseUrl, oauth } = simulator;
	const accessToken = hasExpired ? simulator.issueToken({ expiresInMs: 0 }) : simulator.token;
	if (access === 'accessToken') {
		return {
			credentials: { hubSpotAssociationsApi: { accessToken, baseUrl } },
			secrets: [accessToken],
		};
	}
	const { clientId, clientSecret, refreshToken } = oauth;
	const oauthTokenData = {
		access_token: accessToken,
		refresh_token: refreshToken,
		token_type: 'bearer',
	};
	return {
		credentials: {
			hubSpotAssociationsOAuth2Api: { baseUrl, clientId, clientSecret, oauthTokenData },
		},
		secrets: [accessToken, clientSecret, refreshToken],
	};
}
