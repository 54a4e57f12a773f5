import formbody from '@fastify/formbody';
import Ajv, { type ValidateFunction } from 'ajv';
import Fastify, {
	type FastifyError,
	type FastifyInstance,
	type FastifyReply,
	type FastifyRequest,
	type FastifySchemaValidationError,
} from 'fastify';
import type { Account } from '../account/Account';
import { ENDPOINTS } from '../endpoints';
import type { Endpoint } from '../endpoints/endpoint';
import { VERSIONS, type ApiVersion } from '../versions';
import { errorBody, HubSpotError } from './errors';
import type { Faults } from './Faults';
import { installFaults } from './faultHooks';
import { invalidBody, unreadableJson } from './invalidBody';
import type { OAuth } from './OAuth';
import type { RateLimiter } from './RateLimiter';
import type { RecordedRequest, Recorder } from './Recorder';
import { rateLimitBody } from './statusBodies';
import type { Tokens } from './Tokens';

export interface ServerContext {
	/** Another one after `refill`, so it is looked up anew for each call. */
	account: Account;
	readonly tokens: Tokens;
	readonly oauth: OAuth;
	readonly recorder: Recorder;
	readonly faults: Faults;
	readonly delayMs: number;
	/** Absent: no rate limit. */
	limiter?: RateLimiter;
}

declare module 'fastify' {
	interface FastifyRequest {
		recorded: RecordedRequest;
	}
	interface FastifyContextConfig {
		endpoint?: Endpoint;
	}
}

/** Far above any batch, so that a batch that is too large is refused by HubSpot's rule and not by ours. */
const BODY_LIMIT_BYTES = 64 * 1024 * 1024;

/** The HTTP side of the simulator: every endpoint in every version, behind tokens, limits and faults. */
export function buildServer(context: ServerContext): FastifyInstance {
	const app = Fastify({
		bodyLimit: BODY_LIMIT_BYTES,
		forceCloseConnections: true,
	});
	app.setValidatorCompiler<object>(
		({ schema }) =>
			(body) =>
				validate(schema, body),
	);
	readBodies(app);
	app.decorateRequest('recorded');
	app.addHook('onRequest', async (request, reply) => {
		request.recorded = context.recorder.open(request.method, request.url);
		admit(context, request, reply);
	});
	app.addHook('preValidation', async (request) => {
		context.recorder.keepBody(request.recorded, request.body);
	});
	installFaults(app, context);
	app.addHook('onSend', async (request, reply, payload) => {
		if (request.recorded.endedAt === 0) {
			context.recorder.close(request.recorded, reply.statusCode, payload);
		}
		return payload;
	});
	app.setErrorHandler((error, _request, reply) => sendError(reply, error));
	app.setNotFoundHandler((_request, reply) => reply.code(404).send(unknownPath()));
	for (const version of VERSIONS) for (const one of ENDPOINTS) serve(app, context, version, one);
	return app;
}

/** HubSpot neither turns "5" into 5 nor drops a field that it does not know. */
const ajv = new Ajv({ useDefaults: true });

/** Each schema once in a process, and not before a request needs it: every version of a call has the same one. */
const compiled = new WeakMap<object, ValidateFunction>();

function validate(
	schema: object,
	body: unknown,
): boolean | { error: FastifySchemaValidationError[] } {
	const isValid = compiled.get(schema) ?? ajv.compile(schema);
	compiled.set(schema, isValid);
	return isValid(body) || { error: isValid.errors ?? [] };
}

function readBodies(app: FastifyInstance): void {
	app.removeContentTypeParser('application/json');
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
		try {
			done(null, JSON.parse(String(text)));
		} catch (error) {
			done(unreadableJson(error instanceof Error ? error.message : 'unreadable'));
		}
	});
	app.register(formbody);
}

/** Token first, then the rate limit, as soon as the head of the request is there. */
function admit(context: ServerContext, request: FastifyRequest, reply: FastifyReply): void {
	const { endpoint } = request.routeOptions.config;
	if (!endpoint || endpoint.access === 'open') return;
	const { account } = context;
	const params = request.params as Record<string, string>;
	const needs = { access: endpoint.access, params, account };
	context.tokens.check(request.headers.authorization, needs);
	const admission = context.limiter?.admit(endpoint.rate ?? 'tenSecondly');
	if (admission) reply.headers(admission.headers);
	if (admission?.refusedBy) reply.code(429).send(rateLimitBody(admission.refusedBy));
}

function serve(
	app: FastifyInstance,
	context: ServerContext,
	version: ApiVersion,
	endpoint: Endpoint,
): void {
	for (const root of version.roots[endpoint.root]) {
		app.route({
			method: endpoint.method,
			url: root + endpoint.path,
			config: { endpoint },
			schema: endpoint.schema ? { body: endpoint.schema } : {},
			handler: (request, reply) => {
				const { account, oauth, tokens } = context;
				if (endpoint.access === 'editAssociations' && version.checksPermissions) {
					tokens.checkPermission(request.headers.authorization);
				}
				const answer = endpoint.handle({
					account,
					behaviour: account.behaviour,
					version,
					oauth,
					params: request.params as Record<string, string>,
					query: request.query as Record<string, string | undefined>,
					body: request.body,
				});
				reply.code(answer.status).send(answer.body);
			},
		});
	}
}

function sendError(reply: FastifyReply, error: HubSpotError | FastifyError): FastifyReply {
	const refusal = refusalOf(error);
	return reply.code(refusal.status).send(errorBody(refusal.fields));
}

function refusalOf(error: HubSpotError | FastifyError): HubSpotError {
	if (error instanceof HubSpotError) return error;
	if (error.validation) return invalidBody(error.validation);
	const status = error.statusCode ?? 500;
	return new HubSpotError(status, { category: 'INTERNAL_ERROR', message: error.message });
}

function unknownPath(): object {
	return errorBody({ category: 'OBJECT_NOT_FOUND', message: 'Resource not found' });
}
