/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createServer as createPlainServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { createServer as createHttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { IDataObject } from 'n8n-workflow';
import { create, createAt, type Answer } from './oneRow';

/** Serves one run with a server of bytes, and ends it. */
async function createAtPort(
	server: ReturnType<typeof createPlainServer>,
	scheme: string,
): Promise<IDataObject> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	try {
		return await create(`${scheme}://127.0.0.1:${port}`);
	} finally {
		await new Promise((resolve) => server.close(resolve));
	}
}

async function freePort(): Promise<number> {
	const server = createPlainServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

const endsAtOnce = (socket: Socket) => void socket.on('error', () => {}).destroy();

const answersPlainly = (socket: Socket) =>
	void socket
		.resume()
		.on('error', () => {})
		.end('HTTP/1.1 400 Bad Request\r\n\r\n');

/** Every connection to the host goes through a proxy of this kind. */
async function createBehindProxy(onConnect: (socket: Duplex) => void): Promise<IDataObject> {
	const proxy = createHttpServer().on('connect', (_, socket) => onConnect(socket));
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	const { port } = proxy.address() as AddressInfo;
	process.env.HTTPS_PROXY = `http://127.0.0.1:${port}`;
	try {
		return await create('https://hubspot.invalid');
	} finally {
		await new Promise((resolve) => proxy.close(resolve));
	}
}

afterEach(() => {
	delete process.env.HTTPS_PROXY;
});

describe('a request that never left says so', () => {
	const NOT_SENT = {
		message: expect.stringMatching(
			/^Gave up after 1 try: HubSpot could not be reached \(.+\)\. Nothing was sent\. Run the row again later/,
		),
		state: 'notSent',
		retryable: true,
	};

	it('nobody listens', async () => {
		expect(await create(`http://127.0.0.1:${await freePort()}`)).toMatchObject(NOT_SENT);
	});

	it('the name of the host is not found', async () => {
		expect(await create('https://hubspot.invalid')).toMatchObject(NOT_SENT);
	});

	it('the host speaks no TLS', async () => {
		expect(await createAtPort(createPlainServer(answersPlainly), 'https')).toMatchObject(NOT_SENT);
	});

	it('the connection ends during the TLS handshake', async () => {
		expect(await createAtPort(createPlainServer(endsAtOnce), 'https')).toMatchObject(NOT_SENT);
	});

	it('the host has no certificate', async () => {
		const server = createTlsServer({});
		expect(await createAtPort(server, 'https')).toMatchObject(NOT_SENT);
	});

	it('the proxy ends the connection', async () => {
		const answer = await createBehindProxy((socket) => void socket.destroy());
		expect(answer).toMatchObject({ ...NOT_SENT, message: expect.stringContaining('(proxy)') });
	});

	it('nobody listens at the address of the proxy', async () => {
		process.env.HTTPS_PROXY = `http://127.0.0.1:${await freePort()}`;
		expect(await create('https://hubspot.invalid')).toMatchObject(NOT_SENT);
	});

	it.each<[string, Answer]>([
		['fails', (response) => void response.writeHead(503).end()],
		['is refused for the rate', (response) => void response.writeHead(429).end('{}')],
		['is answered with a page', (response) => void response.writeHead(200).end('<html>')],
		['is lost', (response) => void response.socket?.destroy()],
	])('the renewal of an OAuth2 token %s', async (_, answer) => {
		const renewal: Answer = (response, request) =>
			request.url?.endsWith('/token')
				? answer(response, request)
				: void response.writeHead(401).end('{}');
		expect(await createAt(renewal, 'oAuth2')).toMatchObject(NOT_SENT);
	});
});

describe('a request that never left and would not the next time', () => {
	it('the proxy wants a login', async () => {
		const refuse = 'HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n';
		const answer = await createBehindProxy((socket) => void socket.end(refuse));
		expect(answer).toMatchObject({
			message:
				"The proxy between n8n and HubSpot requires a login (status 407). Check the user name and password in n8n's proxy settings",
			state: 'notSent',
		});
	});

	it.each([
		[400, { error: 'invalid_client', error_description: 'client-secret is wrong' }],
		[401, { error: 'invalid_client' }],
		[400, { status: 'BAD_CLIENT_SECRET', message: 'missing or invalid client secret' }],
		[307, {}],
	])('the renewal of an OAuth2 token is refused with %i %j', async (status, body) => {
		const answer: Answer = (response, request) =>
			void response
				.writeHead(request.url?.endsWith('/token') ? status : 401, {
					'content-type': 'application/json',
				})
				.end(JSON.stringify(body));
		expect(await createAt(answer, 'oAuth2')).toMatchObject({
			message:
				'HubSpot did not renew the access of the OAuth2 credential. Reconnect the credential',
			state: 'notSent',
		});
	});
});
