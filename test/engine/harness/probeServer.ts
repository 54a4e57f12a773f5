/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
	path: string;
	authorization?: string;
	body: string;
}

export interface ProbeServer {
	url: string;
	/** Every request that came, in order. */
	seen: SeenRequest[];
	close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const chunk of request) body += String(chunk);
	return body;
}

/** Echoes the path; `/hang` never answers, `/refuse` is a 400, `/token` gives a new token, and `Bearer expired` is a 401. */
async function answer(request: IncomingMessage, response: ServerResponse, seen: SeenRequest[]) {
	const body = await readBody(request);
	const { url: path = '', headers } = request;
	seen.push({ path, authorization: headers.authorization, body });
	if (path === '/hang') return;
	const isExpired = headers.authorization === 'Bearer expired';
	response.writeHead(path === '/refuse' ? 400 : isExpired ? 401 : 200, {
		'Content-Type': 'application/json',
	});
	const answered = path === '/token' ? { access_token: 'renewed', expires_in: 60 } : { path };
	response.end(JSON.stringify(answered));
}

/** Starts a server on a free port of 127.0.0.1. */
async function startProbeServer(): Promise<ProbeServer> {
	const seen: SeenRequest[] = [];
	const server = createServer((request, response) => void answer(request, response, seen));
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		seen,
		async close() {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}

/** Starts a server before each test of a file, and closes it after; returns the one that runs. */
export function probeServerForEachTest(): () => ProbeServer {
	let server: ProbeServer;
	beforeEach(async () => {
		server = await startProbeServer();
	});
	afterEach(async () => await server.close());
	return () => server;
}
