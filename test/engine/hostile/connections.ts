/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { Socket, type TcpSocketConnectOpts } from 'node:net';
import { TLSSocket } from 'node:tls';

/** Where the node wanted to connect to. */
export interface Connection {
	readonly host: string;
	readonly isEncrypted: boolean;
}

export interface ConnectionGuard {
	readonly connections: Connection[];
	restore(): void;
}

/**
 * Notes every connection that this process opens and lets none leave it but those to one port of
 * this machine: hostile addresses lead anywhere.
 */
export function guardConnections(openPort: number): ConnectionGuard {
	const connections: Connection[] = [];
	const spy = jest.spyOn(Socket.prototype, 'connect').mockImplementation(function (
		this: Socket,
		...given: unknown[]
	) {
		const { host = 'localhost', port } = optionsIn(given);
		const isEncrypted = this instanceof TLSSocket;
		connections.push({ host, isEncrypted });
		if (Number(port) === openPort && host === '127.0.0.1' && !isEncrypted) {
			return connect.apply(this, given as Parameters<Socket['connect']>);
		}
		const refusal = Object.assign(new Error('Kept from leaving'), { code: 'ECONNREFUSED' });
		queueMicrotask(() => this.destroy(refusal));
		return this;
	} as unknown as Socket['connect']);
	return { connections, restore: () => spy.mockRestore() };
}

const { connect } = Socket.prototype;

/** `net.connect` hands its arguments over as a list, `tls.connect` the options alone. */
function optionsIn([first]: unknown[]): Partial<TcpSocketConnectOpts> {
	return (Array.isArray(first) ? first[0] : first) as Partial<TcpSocketConnectOpts>;
}
