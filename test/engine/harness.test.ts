/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	NodeApiError,
	NodeConnectionTypes,
	NodeOperationError,
	type ICredentialType,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type JsonObject,
} from 'n8n-workflow';
import { runNode, runWorkflow, type WorkflowJson } from './harness';

const TYPE = 'n8n-nodes-harness.probe';

/** Reads a path and asks the server for it, one item after the other. */
const probe: INodeType = {
	description: {
		displayName: 'Probe',
		name: 'probe',
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

const credentialTypes: ICredentialType[] = [
	{
		name: 'probeApi',
		displayName: 'Probe API',
		properties: [token],
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

interface Seen {
	path: string;
	authorization?: string;
	body: string;
}

let server: Server;
let url: string;
let seen: Seen[];

async function readBody(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const chunk of request) body += String(chunk);
	return body;
}

beforeEach(async () => {
	seen = [];
	server = createServer((request, response) => {
		void readBody(request).then((body) => {
			const { url: path = '', headers } = request;
			if (path === '/hang') return;
			seen.push({ path, authorization: headers.authorization, body });
			const expired = headers.authorization === 'Bearer expired';
			response.writeHead(path === '/refuse' ? 400 : expired ? 401 : 200, {
				'Content-Type': 'application/json',
			});
			response.end(
				JSON.stringify(path === '/token' ? { access_token: 'renewed', expires_in: 60 } : { path }),
			);
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
	server.closeAllConnections();
	await new Promise((closed) => server.close(closed));
});

function probeOptions(parameters: Record<string, string>) {
	return {
		node: probe,
		type: TYPE,
		parameters: { baseUrl: url, ...parameters },
		credentialTypes,
		credentials: { probeApi: { token: 'secret' }, probeFunctionApi: {} },
	};
}

describe('runNode', () => {
	it('runs the node once over all items, with expressions, HTTP and the generic credential', async () => {
		const run = await runNode({
			...probeOptions({ path: '=/{{ $json.name }}' }),
			items: [{ name: 'a' }, { json: { name: 'b' } }],
		});
		expect(run.error).toBeUndefined();
		expect(run.items).toEqual([
			{ json: { path: '/a' }, pairedItem: { item: 0 } },
			{ json: { path: '/b' }, pairedItem: { item: 1 } },
		]);
		expect(seen.map(({ authorization }) => authorization)).toEqual([
			'Bearer secret',
			'Bearer secret',
		]);
		expect(run.hints).toEqual([expect.objectContaining({ message: '2 asked' })]);
		expect(run.nodeRun?.executionStatus).toBe('success');
		expect(run.workflowRun.logs).toContain('info asks for /a');
	});

	it("fills in a parameter's default and a credential's default", async () => {
		await runNode({ ...probeOptions({ authentication: 'probeFunctionApi' }), items: [{}] });
		expect(seen).toEqual([{ path: '/default', authorization: 'Function default-token', body: '' }]);
	});

	it('does not run the node without items', async () => {
		const run = await runNode({ ...probeOptions({}), items: [] });
		expect(run).toMatchObject({ items: [], errorItems: [], error: undefined, nodeRun: undefined });
	});

	it('renews an OAuth2 token that has expired and shows the new one', async () => {
		const run = await runNode({
			...probeOptions({ authentication: 'probeOAuth2Api' }),
			items: [{}, {}],
			credentials: {
				probeOAuth2Api: {
					accessTokenUrl: `${url}/token`,
					clientId: 'id',
					clientSecret: 'sim',
					oauthTokenData: {
						access_token: 'expired',
						refresh_token: 'refresh',
						token_type: 'bearer',
					},
				},
			},
		});
		expect(run.error).toBeUndefined();
		expect(seen.map(({ path, authorization }) => [path, authorization])).toEqual([
			['/default', 'Bearer expired'],
			['/token', undefined],
			['/default', 'Bearer renewed'],
			['/default', 'Bearer renewed'],
		]);
		expect(seen[1].body).toContain('refresh_token=refresh');
		expect(run.workflowRun.credentials.probeOAuth2Api.oauthTokenData).toMatchObject({
			access_token: 'renewed',
			refresh_token: 'refresh',
		});
	});

	it('gives the error of a node that throws', async () => {
		const run = await runNode({ ...probeOptions({ path: '/throw' }), items: [{}] });
		expect(run.error).toMatchObject({ message: 'Thrown', context: { itemIndex: 0 } });
		expect(run.nodeRun?.executionStatus).toBe('error');
		expect(run.workflowRun.run.status).toBe('error');
	});

	it('sends failed items out of the error output, merged with their row', async () => {
		const run = await runNode({
			...probeOptions({ path: '=/{{ $json.name }}' }),
			items: [{ name: 'refuse' }, { name: 'fine' }],
			onError: 'continueErrorOutput',
		});
		expect(run.items).toEqual([{ json: { path: '/fine' }, pairedItem: { item: 1 } }]);
		expect(run.errorItems).toEqual([
			{ json: { name: 'refuse', error: 'refused' }, pairedItem: { item: 0 } },
		]);
	});

	it('keeps failed items on the one output when told to continue', async () => {
		const run = await runNode({
			...probeOptions({ path: '/refuse' }),
			items: [{}],
			onError: 'continueRegularOutput',
		});
		expect(run.items).toEqual([{ json: { error: 'refused' }, pairedItem: { item: 0 } }]);
	});

	it('cancels as n8n does, in the middle of a request', async () => {
		const controller = new AbortController();
		const startedAt = Date.now();
		setTimeout(() => controller.abort(), 50);
		const run = await runNode({
			...probeOptions({ path: '/hang' }),
			items: [{}],
			signal: controller.signal,
		});
		expect(run.workflowRun.run.status).toBe('canceled');
		expect(Date.now() - startedAt).toBeLessThan(5_000);
	});
});

describe('runWorkflow', () => {
	const position: [number, number] = [0, 0];

	it('reads a CSV file through real binary data', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'harness-test-'));
		const file = join(folder, 'rows.csv');
		writeFileSync(file, '\uFEFFname,count\n"Ada, Countess",1\nBob,\n');
		const base = { typeVersion: 1, position };
		const to = (node: string) => ({ main: [[{ node, type: NodeConnectionTypes.Main, index: 0 }]] });
		const workflow: WorkflowJson = {
			nodes: [
				{ ...base, id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
				{
					...base,
					id: '2',
					name: 'Read',
					type: 'n8n-nodes-base.readWriteFile',
					parameters: { fileSelector: file },
				},
				{ ...base, id: '3', name: 'Rows', type: 'n8n-nodes-base.extractFromFile', parameters: {} },
				{ ...base, id: '4', name: 'End', type: 'n8n-nodes-base.noOp', parameters: {} },
				{ ...base, id: '5', name: 'Note', type: 'n8n-nodes-base.stickyNote', parameters: {} },
			],
			connections: { Start: to('Read'), Read: to('Rows'), Rows: to('End') },
		};
		const started: string[] = [];
		const ended: string[] = [];
		const run = await runWorkflow({
			workflow,
			onNodeStart: (name) => started.push(name),
			onNodeEnd: (name) => ended.push(name),
		});
		rmSync(folder, { recursive: true });
		expect(run.error).toBeUndefined();
		expect(run.nodes.End[0].outputs[0].map(({ json }) => json)).toEqual([
			{ name: 'Ada, Countess', count: '1' },
			{ name: 'Bob', count: '' },
		]);
		expect(started).toEqual(['Start', 'Read', 'Rows', 'End']);
		expect(ended).toEqual(started);
	});

	it('names a node type that it does not know', async () => {
		const node = {
			id: '1',
			name: 'X',
			type: 'n8n-nodes-base.x',
			typeVersion: 1,
			position,
			parameters: {},
		};
		await expect(runWorkflow({ workflow: { nodes: [node], connections: {} } })).rejects.toThrow(
			"The harness knows no node type 'n8n-nodes-base.x'",
		);
	});

	it('leaves nothing behind on the disk', () => {
		expect(existsSync(String(process.env.N8N_USER_FOLDER))).toBe(false);
	});
});
