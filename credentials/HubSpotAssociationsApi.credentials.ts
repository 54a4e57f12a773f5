import {
	ApplicationError,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { TOKEN_REFUSED } from '../nodes/HubSpotAssociations/hubspot/api/advice';
import {
	DEFAULT_BASE_URL,
	originOf,
	refuseBaseUrl,
} from '../nodes/HubSpotAssociations/hubspot/api/baseUrl';
import {
	accountTest,
	baseUrl as baseUrlProperty,
} from '../nodes/HubSpotAssociations/parameters/credentials';

/** n8n's HTTP Request node names the address of its request `uri`. */
type BorrowedRequest = IHttpRequestOptions & { readonly uri?: string };

/** Keeps the token from the host that a redirect names, in the words of both of n8n's HTTP helpers. */
const FOLLOW_NO_REDIRECT = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
};

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
			description:
				'Create a service key in HubSpot under Development > Keys. To list custom objects, it also needs the scope crm.schemas.custom.read.',
			hint: 'A service key or private-app token, with the read and write scopes of each object, such as crm.objects.deals.read',
		},
		baseUrlProperty,
	];

	/** Adds the token, but only to requests to the base URL, and only over connections that nobody can read. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: BorrowedRequest,
	): Promise<IHttpRequestOptions> {
		const baseUrl = String(credentials.baseUrl || DEFAULT_BASE_URL);
		const refusal = refuseBaseUrl(baseUrl);
		if (refusal) throw new ApplicationError(refusal, { level: 'warning' });
		const { url, uri, baseURL, headers } = requestOptions;
		const targets = [url, uri]
			.filter((address) => address !== undefined)
			.map((address) => originOf(address, baseURL) ?? address);
		if (targets.length === 0 || targets.some((target) => target !== originOf(baseUrl))) {
			throw new ApplicationError(
				`The access token is for ${baseUrl} and is not sent to ${targets.join(' or ')}`,
				{ level: 'warning' },
			);
		}
		return {
			...requestOptions,
			...FOLLOW_NO_REDIRECT,
			headers: { ...headers, Authorization: `Bearer ${tokenOf(credentials)}` },
		};
	}

	test: ICredentialTestRequest = accountTest(
		`={{$credentials.baseUrl || "${DEFAULT_BASE_URL}"}}`,
		TOKEN_REFUSED,
	);
}

/** @throws ApplicationError for what no header can carry, such as an object of a workflow written by hand */
function tokenOf({ accessToken }: ICredentialDataDecryptedObject): string {
	if (typeof accessToken === 'string' || typeof accessToken === 'number') {
		return String(accessToken).trim();
	}
	throw new ApplicationError("The credential's 'Access Token' is not text. Enter it again.", {
		level: 'warning',
	});
}
