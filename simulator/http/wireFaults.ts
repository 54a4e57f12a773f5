/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WireFault } from './faultKinds';
import type { Recorder } from './Recorder';

/** Between two bytes of a body that never ends. */
const DRIP_MS = 100;

/** Ends the exchange on the connection itself, past the HTTP server. */
export function breakOnTheWire(
	kind: WireFault['kind'],
	request: FastifyRequest,
	reply: FastifyReply,
	recorder: Recorder,
): FastifyReply {
	const { socket } = request.raw;
	recorder.close(request.recorded, 0, undefined);
	reply.hijack();
	if (kind === 'lostAfter') socket.destroy();
	if (kind === 'malformed') socket.end('HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}');
	if (kind === 'drip') {
		socket.write(
			'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
		);
		const timer = setInterval(() => socket.write('1\r\n \r\n'), DRIP_MS);
		socket.once('close', () => clearInterval(timer));
		socket.on('error', () => clearInterval(timer));
	}
	return reply;
}
