import {
	ApplicationError,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import {
	DEFAULT_BASE_URL,
	originOf,
	refuseBaseUrl,
} from '../nodes/HubSpotAssociations/hubspot/baseUrl';
import { ACCOUNT_DETAILS_PATH } from '../nodes/HubSpotAssociations/hubspot/endpoints';
import { baseUrl as baseUrlProperty } from '../nodes/HubSpotAssociations/parameters/baseUrl';

export class HubSpotAssociationsApi implements ICredentialType {
	name = 'hubSpotAssociationsApi';

	displayName = 'HubSpot Associations API';

	icon = {
		light: 'file:../nodes/HubSpotAssociations/hubspotAssociations.svg',
		dark: 'file:../nodes/HubSpotAssociations/hubspotAssociations.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-hubspot-associations/n8n-nodes-hubspot-associations#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'A service key or the access token of a private app',
		},
		baseUrlProperty,
	];

	/** Adds the token, but only to requests that go to the base URL, and only where nobody can read it. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const baseUrl = String(credentials.baseUrl || DEFAULT_BASE_URL);
		const refusal = refuseBaseUrl(baseUrl);
		if (refusal) throw new ApplicationError(refusal, { level: 'warning' });
		const target = originOf(requestOptions.url) ?? originOf(requestOptions.baseURL ?? '');
		if (target !== originOf(baseUrl)) {
			throw new ApplicationError(
				`The access token is for ${baseUrl} and is not sent to ${target ?? requestOptions.url}`,
				{ level: 'warning' },
			);
		}
		return {
			...requestOptions,
			headers: {
				...requestOptions.headers,
				Authorization: `Bearer ${String(credentials.accessToken).trim()}`,
			},
		};
	}

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: ACCOUNT_DETAILS_PATH },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						"HubSpot does not accept this 'Access Token'. Copy it again from HubSpot, whole, and check that it has not been rotated or deleted.",
				},
			},
		],
	};
}
