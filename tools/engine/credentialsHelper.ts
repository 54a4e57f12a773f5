import {
	ICredentialsHelper,
	NodeHelpers,
	Workflow,
	type IAuthenticateGeneric,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeParameters,
	type INodeProperties,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import type { HarnessCredentialTypes } from './credentialTypes';
import { HarnessNodeTypes } from './nodeTypes';
import type { CredentialData } from './types';

const credentialNode: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const credentialWorkflow = new Workflow({
	nodes: [credentialNode],
	connections: {},
	active: false,
	nodeTypes: new HarnessNodeTypes(),
});

/** Resolves `={{ $credentials.x }}`; n8n too gives an empty text for a missing value. */
function resolve(value: unknown, credentials: ICredentialDataDecryptedObject): unknown {
	if (typeof value !== 'string' || !value.startsWith('=')) return value;
	const resolved = credentialWorkflow.expression.getSimpleParameterValue(
		credentialNode,
		value,
		'internal',
		{ $credentials: credentials },
		undefined,
		'',
	);
	return resolved ? String(resolved) : '';
}

/** Resolves the expressions of a credential type's own defaults, such as `={{ $self["baseUrl"] }}`. */
function resolveSelf(data: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
	return credentialWorkflow.expression.getComplexParameterValue(
		credentialNode,
		data as INodeParameters,
		'internal',
		{},
		undefined,
		undefined,
		data,
	) as ICredentialDataDecryptedObject;
}

/** Does what n8n's credentials helper does, on decrypted data that the test gave. */
export class HarnessCredentialsHelper extends ICredentialsHelper {
	/** The credentials as they stand now, with renewed tokens. */
	readonly data: CredentialData;

	constructor(
		private readonly types: HarnessCredentialTypes,
		data: CredentialData = {},
	) {
		super();
		this.data = structuredClone(data);
	}

	getParentTypes(name: string): string[] {
		return this.types.parents(name);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.types.properties(type);
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.types.get(typeName);
		if (!authenticate) return requestOptions;
		if (typeof authenticate === 'function') return await authenticate(credentials, requestOptions);
		return applyGeneric(authenticate, credentials, requestOptions);
	}

	/** No credential type of this package fetches a token by itself. */
	async preAuthentication(): Promise<undefined> {}

	async runPreAuthentication(): Promise<undefined> {}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('The harness holds decrypted credentials only');
	}

	/** The data with the type's defaults and hidden values filled in, as n8n hands it to a node. */
	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		const data = this.data[type];
		if (!data) throw new Error(`The test gave no credentials of type '${type}'`);
		const { oauthTokenData } = data;
		const filled = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			data as INodeParameters,
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
		const resolved = resolveSelf(filled);
		return oauthTokenData === undefined ? resolved : { ...resolved, oauthTokenData };
	}

	async updateCredentials(
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.data[type] = data;
	}

	async updateCredentialsOauthTokenData(
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		{ oauthTokenData }: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.data[type] = { ...this.data[type], oauthTokenData };
	}
}

function applyGeneric(
	{ properties }: IAuthenticateGeneric,
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
): IHttpRequestOptions {
	const authenticated: Record<string, unknown> = { ...requestOptions };
	for (const [part, values] of Object.entries(properties)) {
		const resolved = Object.entries(values as object).map(([key, value]) => [
			String(resolve(key, credentials)),
			resolve(value, credentials),
		]);
		authenticated[part] = { ...(authenticated[part] as object), ...Object.fromEntries(resolved) };
	}
	return authenticated as unknown as IHttpRequestOptions;
}
