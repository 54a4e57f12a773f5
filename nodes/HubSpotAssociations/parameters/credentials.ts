import type {
	IAuthenticateRuleResponseCode,
	ICredentialTestRequest,
	INodeProperties,
} from 'n8n-workflow';
import { DEFAULT_BASE_URL } from '../hubspot/api/baseUrl';
import { ACCOUNT_DETAILS_PATH } from '../hubspot/api/endpoints';

/** Belongs to the credentials alone, so that no workflow can send a token elsewhere. */
export const baseUrl: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: DEFAULT_BASE_URL,
	description: "The address of HubSpot's API. Change it only to test against a simulator.",
};

/** n8n follows these unless the request forbids it, and signs the request again for the host they name. */
const REDIRECTS = [301, 302, 303, 307, 308];

const REDIRECTED = `The address in 'Base URL' redirects to another one. The node does not follow redirects, so that no other host receives the token. Enter the address of the API itself, such as ${DEFAULT_BASE_URL}.`;

/**
 * Tests a credential by reading the account's details, which any token may; follows no redirect.
 * @param baseURL an expression over `$credentials`
 * @param refused what to say where HubSpot does not accept the token, unless n8n's own words will do
 */
export function accountTest(baseURL: string, refused?: string): ICredentialTestRequest {
	const rules = REDIRECTS.map((status) => rule(status, REDIRECTED));
	return {
		request: { baseURL, url: ACCOUNT_DETAILS_PATH, disableFollowRedirect: true },
		rules: refused === undefined ? rules : [rule(401, refused), ...rules],
	};
}

function rule(value: number, message: string): IAuthenticateRuleResponseCode {
	return { type: 'responseCode', properties: { value, message } };
}
