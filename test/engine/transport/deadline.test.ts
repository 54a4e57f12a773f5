/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createGzip } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import type { INodeParameters } from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { runNode } from '../../../tools/engine';
import { createAssociations } from '../../../tools/hubSpotNode';
import { NODE_TYPE } from '../../../tools/project';
import { startRawServer, type RawServer } from './rawServer';

const TIMEOUT_MS = 400;

/** What a run may take beyond its timeout on a slow machine. */
const SLACK_MS = 1_500;

let server: RawServer | undefined;
afterEach(() => server?.close());

function ended(response: ServerResponse): boolean {
	return response.destroyed || response.socket?.destroyed !== false;
}

async function drip(response: ServerResponse): Promise<void> {
	response.writeHead(201, { 'content-type': 'application/json' });
	while (!ended(response)) {
		response.write(' ');
		await sleep(20);
	}
}

const CHUNK = Buffer.alloc(1024 * 1024, ' ');

/** Spaces before the JSON, as long as anyone listens. */
async function flood(response: ServerResponse, isPacked: boolean): Promise<void> {
	response.writeHead(201, {
		'content-type': 'application/json',
		...(isPacked ? { 'content-encoding': 'gzip' } : {}),
	});
	const out = isPacked ? createGzip({ level: 1 }) : response;
	if (out !== response) out.pipe(response);
	while (!ended(response)) {
		if (!out.write(CHUNK)) await Promise.race([once(out), sleep(50)]);
		await sleep(0);
	}
}

async function once(stream: NodeJS.EventEmitter): Promise<void> {
	await new Promise<void>((resolve) => stream.once('drain', resolve));
}

async function create(url: string, options: INodeParameters, oAuth2 = false) {
	const startedAt = Date.now();
	const run = await runNode({
		node: new HubSpotAssociations(),
		type: NODE_TYPE,
		parameters: createAssociations({
			authentication: oAuth2 ? 'oAuth2' : 'accessToken',
			options: { maxRetries: 0, ...options },
		}),
		items: [{ from: 1001, to: 5001 }],
		onError: 'continueErrorOutput',
		credentials: {
			hubSpotAssociationsApi: { accessToken: 'pat-na1-one', baseUrl: url },
			hubSpotAssociationsOAuth2Api: {
				baseUrl: url,
				clientId: 'client',
				clientSecret: 'client-secret',
				oauthTokenData: { access_token: 'first-token', refresh_token: 'refresh-token' },
			},
		},
	});
	const messages = run.errorItems.map(({ json }) => json.message);
	return { messages, tookMs: Date.now() - startedAt };
}

describe('a request ends at its timeout', () => {
	it.each([
		['whose answer drips', async (response: ServerResponse) => await drip(response)],
		['whose answer never begins', () => {}],
		[
			'whose body never begins',
			(response: ServerResponse) => response.writeHead(200).flushHeaders(),
		],
	])('%s', async (_, answer) => {
		server = await startRawServer((_request, response) => void answer(response));
		const { messages, tookMs } = await create(server.url, { timeout: TIMEOUT_MS });
		expect(tookMs).toBeLessThan(TIMEOUT_MS + SLACK_MS);
		expect(messages).toEqual([
			expect.stringMatching(/^Gave up after 1 try: no response arrived \(timeout\)\. HubSpot may/),
		]);
		for (let waited = 0; server.open() > 0 && waited < SLACK_MS; waited += 50) await sleep(50);
		expect(server.open()).toBe(0);
	});

	it('that waits for the renewal of an OAuth2 token, which is then not used any more', async () => {
		let renew = () => {};
		server = await startRawServer((request, response) => {
			if (!request.url?.endsWith('/token')) return void response.writeHead(401).end('{}');
			renew = () => {
				response.setHeader('content-type', 'application/json');
				response.end('{"access_token":"second-token","token_type":"bearer"}');
			};
		});
		const { messages, tookMs } = await create(server.url, { timeout: TIMEOUT_MS }, true);
		expect(tookMs).toBeLessThan(TIMEOUT_MS + SLACK_MS);
		expect(messages).toEqual([expect.stringContaining('no response arrived (timeout)')]);
		renew();
		await sleep(200);
		expect(server.requests.filter((line) => line.startsWith('POST /crm'))).toHaveLength(1);
		expect(server.requests.at(-1)).toContain('/token');
	});
});

describe('a body without an end is given up', () => {
	it.each([
		['plain', false],
		['packed', true],
	])('%s', async (_, isPacked) => {
		server = await startRawServer((_request, response) => void flood(response, isPacked));
		const before = process.memoryUsage().rss;
		const { messages } = await create(server.url, { timeout: 60_000 });
		expect(messages).toEqual([
			expect.stringMatching(/^Gave up after 1 try: the response could not be read\. HubSpot may/),
		]);
		expect(server.sent()).toBeLessThan(100 * 1024 * 1024);
		expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
	});
});

it('leaves nothing behind that keeps the process or the next request waiting', async () => {
	server = await startRawServer((_, response) => response.writeHead(200).end('{"results":[]}'));
	const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
	const before = timers();
	for (let run = 0; run < 5; run++) await create(server.url, { timeout: 60_000 });
	expect(timers()).toBeLessThanOrEqual(before + 1);
});
