import { jsonParse } from 'n8n-workflow';

/**
 * The largest body to read, after decompression. HubSpot's largest answers stay below it: 2,000
 * created associations take 0.5 MB, 1,000 records with 500 associations each 50 MB. n8n's helper
 * itself sets no limit, so a host could fill n8n's memory.
 */
const LARGEST_BODY_BYTES = 64 * 1024 * 1024;

/**
 * Reads the body of a response as text.
 * @param body a stream of bytes; anything else, such as a body that n8n has already read, is returned as it is
 * @returns undefined for a body that broke off, was damaged on its way or is too large
 */
export async function readBody(body: unknown): Promise<unknown> {
	return isByteStream(body) ? await readText(body).catch(() => undefined) : body;
}

/** Returns what a text says in JSON, and anything else as it is. */
export function parseBody(body: unknown): unknown {
	return typeof body === 'string' ? jsonParse<unknown>(body, { fallbackValue: body }) : body;
}

/** Leaving the loop early closes the connection. */
async function readText(stream: AsyncIterable<Uint8Array>): Promise<string | undefined> {
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for await (const chunk of stream) {
		bytes += chunk.length;
		if (bytes > LARGEST_BODY_BYTES) return undefined;
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

function isByteStream(body: unknown): body is AsyncIterable<Uint8Array> {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}
