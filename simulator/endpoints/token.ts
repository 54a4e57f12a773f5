import { HubSpotError } from '../http/errors';
import { V4 } from '../versions';
import { endpoint } from './endpoint';
import { TOKEN_BODY } from './schemas';

/** The token call of OAuth: an HTML form in, JSON out. */
export const tokenEndpoints = [
	endpoint<Record<string, string>>({
		method: 'POST',
		root: 'oauth',
		path: '/token',
		access: 'open',
		schema: TOKEN_BODY,
		handle: ({ body, oauth, version }) => {
			if (body.grant_type !== 'refresh_token') {
				throw refused('UNSUPPORTED_GRANT_TYPE', `grant_type ${body.grant_type} is not served here`);
			}
			if (!oauth.knows(body)) throw refused('BAD_CLIENT_ID', 'missing or unknown client');
			if (body.refresh_token !== oauth.refreshToken) {
				throw refused('BAD_REFRESH_TOKEN', 'missing or invalid refresh token');
			}
			const answer = oauth.renew();
			return {
				status: 200,
				body: version === V4 ? answer : { ...answer, token_use: 'access_token' },
			};
		},
	}),
];

function refused(category: string, message: string): HubSpotError {
	return new HubSpotError(400, { category, message });
}
