import {
	NodeApiError,
	NodeConnectionTypes,
	NodeOperationError,
	type ICredentialType,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodeType,
	type JsonObject,
} from 'n8n-workflow';

const TYPE = 'n8n-nodes-harness.probe';

/** Reads a path and asks the server for it, one item after the other. */
const probe: INodeType = {
	description: {
		displayName: 'Probe',
		name: 'probe',
		usableAsTool: true,
		group: ['transform'],
		version: 1,
		description: 'Asks a server',
		defaults: { name: 'Probe' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'probeApi', displayOptions: { show: { authentication: ['probeApi'] } } },
			{
				name: 'probeFunctionApi',
				displayOptions: { show: { authentication: ['probeFunctionApi'] } },
			},
			{ name: 'probeOAuth2Api', displayOptions: { show: { authentication: ['probeOAuth2Api'] } } },
		],
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'string',
				default: 'probeApi',
			},
			{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
			{ displayName: 'Path', name: 'path', type: 'string', default: '/default' },
		],
	},
	methods: {
		listSearch: {
			async searchPaths(this: ILoadOptionsFunctions, filter, paginationToken) {
				const url = this.getCurrentNodeParameter('baseUrl') as string;
				const { path } = await this.helpers.httpRequestWithAuthentication.call(this, 'probeApi', {
					url: `${url}/search/${filter}/${paginationToken}`,
					json: true,
				});
				return { results: [{ name: path, value: path }], paginationToken: 'next' };
			},
		},
		loadOptions: {
			async getPaths(this: ILoadOptionsFunctions) {
				const prefix = this.getNodeParameter('path') as string;
				return [{ name: `${prefix} and more`, value: prefix }];
			},
		},
	},
	async execute(this: IExecuteFunctions) {
		const output: INodeExecutionData[] = [];
		const type = this.getNodeParameter('authentication', 0) as string;
		for (const item of this.getInputData().keys()) {
			const path = this.getNodeParameter('path', item) as string;
			if (path === '/throw')
				throw new NodeOperationError(this.getNode(), 'Thrown', { itemIndex: item });
			this.logger.info(`asks for ${path}`);
			try {
				const json = await this.helpers.httpRequestWithAuthentication.call(this, type, {
					url: (this.getNodeParameter('baseUrl', item) as string) + path,
					json: true,
				});
				output.push({ json, pairedItem: { item } });
			} catch (error) {
				if (!this.continueOnFail()) throw new NodeApiError(this.getNode(), error as JsonObject);
				output.push({ json: { error: 'refused' }, pairedItem: { item } });
			}
		}
		this.addExecutionHints({ message: `${output.length} asked` });
		return [output];
	},
};

const token = {
	displayName: 'Token',
	name: 'token',
	type: 'string',
	default: 'default-token',
} as const;

export const credentialTypes: ICredentialType[] = [
	{
		name: 'probeApi',
		displayName: 'Probe API',
		properties: [token, { displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' }],
		test: {
			request: { baseURL: '={{$credentials.baseUrl}}', url: '/me' },
			rules: [
				{ type: 'responseCode', properties: { value: 400, message: 'Refused, as the rule says' } },
			],
		},
		authenticate: {
			type: 'generic',
			properties: { headers: { Authorization: '=Bearer {{$credentials.token}}' } },
		},
	},
	{
		name: 'probeFunctionApi',
		displayName: 'Probe Function API',
		properties: [token],
		authenticate: async ({ token }, request) => ({
			...request,
			headers: { ...request.headers, Authorization: `Function ${token as string}` },
		}),
	},
	{
		name: 'probeOAuth2Api',
		displayName: 'Probe OAuth2 API',
		extends: ['oAuth2Api'],
		properties: [
			{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		],
	},
];

/** What the tests of the harness run: the probe with the server's address and its credentials. */
export function probeOptions(baseUrl: string, parameters: Record<string, string>) {
	return {
		node: probe,
		type: TYPE,
		parameters: { baseUrl, ...parameters },
		credentialTypes,
		credentials: { probeApi: { token: 'secret' }, probeFunctionApi: {} },
	};
}
