/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface RawServer {
	readonly url: string;
	readonly requests: string[];
	/** Bytes that were handed to clients. */
	sent(): number;
	/** Connections that are open now. */
	open(): number;
	close(): Promise<void>;
}

/** A server that answers what no framework would let it, such as a body without an end. */
export async function startRawServer(
	answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<RawServer> {
	const sockets = new Set<Socket>();
	const requests: string[] = [];
	let closedBytes = 0;
	const server = createServer((request, response) => {
		requests.push(`${request.method} ${request.url}`);
		response.on('error', () => {});
		request.resume();
		answer(request, response);
	});
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('error', () => {});
		socket.on('close', () => {
			closedBytes += socket.bytesWritten;
			sockets.delete(socket);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		requests,
		sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, closedBytes),
		open: () => sockets.size,
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
