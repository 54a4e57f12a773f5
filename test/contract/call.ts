import type { Simulator } from '../../simulator';

export interface Answered {
	status: number;
	headers: Headers;
	/** Parsed where it is JSON, else the text. */
	body: unknown;
}

export type Caller = (method: string, path: string, body?: unknown) => Promise<Answered>;

/** Calls the simulator as a plain HTTP client would, with its own token unless another is given. */
export function callerOf(simulator: Simulator, token = simulator.token): Caller {
	return async (method, path, body) => {
		const headers: Record<string, string> = { authorization: `Bearer ${token}` };
		if (body !== undefined) headers['content-type'] = 'application/json';
		const response = await fetch(simulator.url + path, {
			method,
			headers,
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		return { status: response.status, headers: response.headers, body: parsed(text) };
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
