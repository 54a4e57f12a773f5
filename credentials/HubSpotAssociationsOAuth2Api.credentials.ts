import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { DEFAULT_BASE_URL, SAFE_BASE_URL } from '../nodes/HubSpotAssociations/hubspot/api/baseUrl';
import { OAUTH_TOKEN_PATH } from '../nodes/HubSpotAssociations/hubspot/api/endpoints';
import { accountTest, baseUrl } from '../nodes/HubSpotAssociations/parameters/credentials';

/** Where HubSpot asks a person for consent. Source: HubSpot's OAuth documentation. */
const AUTHORIZE_URL = 'https://app.hubspot.com/oauth/authorize';

/** What the node's own operations need; each associated object needs its own read and write scope. */
const DEFAULT_SCOPES = [
	'oauth',
	'crm.objects.contacts.read',
	'crm.objects.contacts.write',
	'crm.objects.companies.read',
	'crm.objects.companies.write',
	'crm.objects.deals.read',
	'crm.objects.deals.write',
].join(' ');

/**
 * n8n itself sends the OAuth2 requests, so the base URL is guarded in the expression: an unsafe one
 * becomes an address that cannot exist (RFC 2606) and says why. An empty one is HubSpot's own address, as in a run.
 */
function safeBaseUrl(variable: string): string {
	const address = `(${variable} || "${DEFAULT_BASE_URL}")`;
	return `{{ new RegExp(${JSON.stringify(SAFE_BASE_URL)}, "i").test(${address}) ? ${address}.replace(new RegExp("/+$"), "") : "https://base-url-must-start-with-https.invalid" }}`;
}

export class HubSpotAssociationsOAuth2Api implements ICredentialType {
	name = 'hubSpotAssociationsOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'HubSpot Associations OAuth2 API';

	icon = {
		light: 'file:../nodes/HubSpotAssociations/hubspotAssociations.svg',
		dark: 'file:../nodes/HubSpotAssociations/hubspotAssociations.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-hubspot-associations/n8n-nodes-hubspot-associations#credentials';

	properties: INodeProperties[] = [
		baseUrl,
		hidden('Grant Type', 'grantType', 'authorizationCode'),
		hidden('Authorization URL', 'authUrl', AUTHORIZE_URL),
		hidden(
			'Access Token URL',
			'accessTokenUrl',
			`=${safeBaseUrl('$self["baseUrl"]')}${OAUTH_TOKEN_PATH}`,
		),
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: DEFAULT_SCOPES,
			description:
				'The scopes to request, separated by spaces. They must match the scopes of your HubSpot app.',
			hint: 'Each object needs its read and write scope. The list of custom objects needs crm.schemas.custom.read.',
		},
		hidden('Auth URI Query Parameters', 'authQueryParameters', ''),
		hidden('Authentication', 'authentication', 'body'),
	];

	test: ICredentialTestRequest = accountTest(`=${safeBaseUrl('$credentials.baseUrl')}`);
}

function hidden(displayName: string, name: string, value: string): INodeProperties {
	return { displayName, name, type: 'hidden', default: value };
}
