/** One call as the simulator saw it. */
export interface RecordedRequest {
	method: string;
	/** Without the query. */
	path: string;
	/** With the question mark; empty where there is none. */
	query: string;
	/** Secrets of the OAuth call are blacked out; undefined where recording is off or nothing was sent. */
	body: unknown;
	/** 0: the connection was cut before an answer. */
	status: number;
	responseBody: unknown;
	/** Milliseconds since the epoch, with a fraction. */
	startedAt: number;
	/** 0 while the call is under way. */
	endedAt: number;
}

/** Fields that hold a secret: form and answer of the OAuth call. */
const SECRET_FIELDS = new Set(['client_secret', 'refresh_token', 'access_token']);

/** Keeps what arrived, in order of arrival. Authorization headers are never looked at. */
export class Recorder {
	readonly requests: RecordedRequest[] = [];

	constructor(private readonly keepBodies: boolean) {}

	open(method: string, url: string): RecordedRequest {
		const [path, query] = url.split('?', 2);
		const request: RecordedRequest = {
			method,
			path,
			query: query === undefined ? '' : `?${query}`,
			body: undefined,
			status: 0,
			responseBody: undefined,
			startedAt: now(),
			endedAt: 0,
		};
		this.requests.push(request);
		return request;
	}

	keepBody(request: RecordedRequest, body: unknown): void {
		if (this.keepBodies) request.body = withoutSecrets(body);
	}

	close(request: RecordedRequest, status: number, payload: unknown): void {
		request.status = status;
		request.endedAt = now();
		if (this.keepBodies) request.responseBody = withoutSecrets(parsed(payload));
	}

	clear(): void {
		this.requests.length = 0;
	}
}

function now(): number {
	return performance.timeOrigin + performance.now();
}

function parsed(payload: unknown): unknown {
	if (typeof payload !== 'string' || payload === '') return undefined;
	try {
		return JSON.parse(payload);
	} catch {
		return payload;
	}
}

function withoutSecrets(body: unknown): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
	const fields = Object.entries(body).map(([name, value]) => [
		name,
		SECRET_FIELDS.has(name) ? '(secret)' : value,
	]);
	return Object.fromEntries(fields);
}
