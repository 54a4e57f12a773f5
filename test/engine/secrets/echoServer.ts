/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage } from 'node:http';
import { startRawServer, type RawServer } from '../transport/rawServer';

/** What a host answers that repeats secrets. */
export const ECHOES = {
	refusal: [400, refusal('VALIDATION_ERROR')],
	'missing scopes': [403, refusal('MISSING_SCOPES')],
	'unknown object': [404, refusal('OBJECT_NOT_FOUND')],
	'daily limit': [429, (echo) => ({ policyName: 'DAILY', message: echo, errorType: echo })],
	'failing server': [500, refusal('INTERNAL')],
	'access refused': [401, refusal('EXPIRED_AUTHENTICATION')],
	'part refused': [207, (echo) => ({ status: 'COMPLETE', results: [], errors: errors(echo) })],
	results: [200, results],
	page: [200, (echo) => `<html><body>${echo}</body></html>`],
	'page of a gateway': [502, (echo) => echo],
	nested: [200, nested],
} satisfies Record<string, [number, (echo: string) => unknown]>;

export type Echo = keyof typeof ECHOES;

function refusal(category: string) {
	return (echo: string) => ({
		status: 'error',
		message: `Not with ${echo}`,
		category,
		subCategory: echo,
		correlationId: echo,
		context: { [echo]: [echo], requiredScopes: [echo] },
		errors: errors(echo),
		links: { [echo]: echo },
	});
}

function errors(echo: string) {
	return ['1001', '5001', '279', '36', echo].map((id) => ({
		status: 'error',
		category: echo,
		subCategory: echo,
		message: `No ${id} for ${echo}`,
		context: { id: [id], [echo]: [echo], requiredScopes: [echo] },
	}));
}

/** Of every call at once: labels, limits, associations, custom objects, usage. */
function results(echo: string) {
	const type = { category: 'USER_DEFINED', typeId: 36, label: echo };
	const names = { singular: echo, plural: echo, singularLabel: echo, pluralLabel: echo };
	const one = {
		...type,
		...names,
		id: echo,
		name: echo,
		from: { id: '1001' },
		to: [{ toObjectId: '5001', associationTypes: [type] }],
		fromObjectTypeId: '0-1',
		fromObjectId: '1001',
		toObjectTypeId: '0-2',
		toObjectId: '5001',
		objectTypeId: '2-77',
		labels: Object.assign([echo], names),
		allLabels: [echo],
		fromObjectType: { objectTypeId: '0-1', ...names },
		toObjectType: { objectTypeId: '0-2', ...names },
		userEnforcedMaxToObjectIds: 5,
		properties: { email: echo },
	};
	return {
		status: 'COMPLETE',
		results: [one, { ...one, labels: names }],
		userEmail: echo,
		enqueueTime: { value: echo },
		nearLimitFromRecordSamples: [{ objectId: echo, label: echo, usage: 1, percentage: 1 }],
	};
}

/** Deeper than any reader's stack. */
function nested(echo: string): string {
	const depth = 200_000;
	return `${'['.repeat(depth)}${JSON.stringify(echo)}${']'.repeat(depth)}`;
}

/** The echo server wants it renewed. */
export const EXPIRED_TOKEN = 'expired-token';

export interface EchoServer extends RawServer {
	echo: Echo;
	/** In this form every secret is repeated. */
	form: (secret: string) => string;
	/** The tokens that it gave out itself; to be emptied before a run. */
	readonly issued: string[];
}

/** Answers every call with all secrets that it is given or has given out, in the body and in headers. */
export async function startEchoServer(secrets: () => readonly string[]): Promise<EchoServer> {
	const issued: string[] = [];
	let renewals = 0;
	const server = await startRawServer((request, response) => {
		if (request.url?.endsWith('/token')) {
			renewals++;
			const [access_token, refresh_token] = [`renewed/${renewals}+=`, `refresh-${renewals}`];
			issued.push(access_token, refresh_token);
			response.setHeader('content-type', 'application/json');
			return void response.end(JSON.stringify({ access_token, refresh_token, expires_in: 1 }));
		}
		if (echoing.echo !== 'access refused' && hasExpired(request)) {
			return void response.writeHead(401).end('{}');
		}
		const [status, body] = ECHOES[echoing.echo];
		const echo = [...secrets(), ...issued].map((secret) => echoing.form(secret)).join(' ');
		response.writeHead(status, {
			'x-echo': echo,
			'retry-after': echo,
			'content-type': 'text/html',
		});
		const given = body(echo);
		response.end(typeof given === 'string' ? given : JSON.stringify(given));
	});
	const echoing: EchoServer = { ...server, issued, echo: 'refusal', form: (secret) => secret };
	return echoing;
}

function hasExpired({ headers }: IncomingMessage): boolean {
	return headers.authorization === `Bearer ${EXPIRED_TOKEN}`;
}
