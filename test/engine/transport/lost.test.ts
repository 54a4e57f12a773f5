import { createAt, type Answer } from './oneRow';

/** The bytes of a whole response, which no HTTP library would send. */
function raw(text: string): Answer {
	return ({ socket }) => void socket?.end(text.replaceAll('\n', '\r\n'));
}

function encoded(encoding: string, body: Uint8Array): Answer {
	return (response) =>
		void response.writeHead(201, { 'content-encoding': encoding }).end(Buffer.from(body));
}

const NOISE = Uint8Array.from({ length: 64 }, (_, index) => (index * 37) % 256);

describe('a damaged answer may stand for a change that was made', () => {
	it.each<[string, Answer]>([
		['no HTTP at all', raw('hello\n\n')],
		['a status line that is none', raw('HTTP/1.1 abc OK\n\n')],
		['a header that is none', raw('HTTP/1.1 201 Created\nno colon\n\n{}')],
		['two lengths', raw('HTTP/1.1 201 Created\ncontent-length: 2\ncontent-length: 3\n\n{}')],
		['a chunk without a size', raw('HTTP/1.1 201 Created\ntransfer-encoding: chunked\n\nxyz\n')],
		['headers too long', raw(`HTTP/1.1 201 Created\nx: ${'x'.repeat(20_000)}\n\n{}`)],
		['a body cut short', raw('HTTP/1.1 201 Created\ncontent-length: 99\n\n{"results":[')],
		['corrupt gzip', encoded('gzip', NOISE)],
		['corrupt brotli', encoded('br', NOISE)],
		['corrupt deflate', encoded('deflate', NOISE)],
		['a connection that ends', ({ socket }) => void socket?.destroy()],
	])('%s', async (_, answer) => {
		expect(await createAt(answer)).toMatchObject({
			message: expect.stringContaining('HubSpot may still have made the change'),
			state: 'unknown',
			retryable: true,
		});
	});
});
