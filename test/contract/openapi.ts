/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedRequest } from '../../simulator';
import { isKnownDeviation, isUndocumentedPath, type Violation } from './deviations';

/** HubSpot's OpenAPI documents stand beside the project and are not part of it. */
const DOCUMENTS = join(__dirname, '..', '..', '..', 'shared', 'hubspot', 'openapi');

interface Content {
	content?: Record<string, { schema?: { $ref?: string } }>;
}

interface Operation {
	parameters?: Array<{ name: string; in: string }>;
	requestBody?: Content;
	responses: Record<string, Content & { $ref?: string }>;
}

interface Document {
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: Record<string, object>; responses?: Record<string, Content> };
}

interface Found {
	document: Document;
	documentName: string;
	operation: Operation;
}

/** Whether the documents are there; where they are not, the tests that need them say that they are skipped. */
export function openApiAvailable(): boolean {
	return existsSync(DOCUMENTS);
}

/**
 * What in this call HubSpot's documents do not allow: one line for each, none where all is well.
 * Deviations of HubSpot's real traffic from its documents are let through; deviations.ts lists them.
 */
export function checkExchange(request: RecordedRequest): string[] {
	if (isUndocumentedPath(request.path)) return [];
	const found = findOperation(request.method, request.path);
	if (!found) return [`${request.method} ${request.path}: in no document`];
	const violations = [...checkRequest(found, request), ...checkResponse(found, request)];
	return violations
		.filter((violation) => !isKnownDeviation(violation, request.path))
		.map(
			({ where, at, message }) => `${request.method} ${request.path} ${where}: ${at} ${message}`,
		);
}

/** Tokens and rate limits are looked at before the body is read, and so recorded. */
const REFUSED_AT_ITS_HEAD = new Set([401, 403, 429]);

/** Also of a request that was refused. */
function checkRequest(found: Found, { query, body, status }: RecordedRequest): Violation[] {
	const { parameters = [], requestBody } = found.operation;
	const known = new Set(parameters.filter((one) => one.in === 'query').map((one) => one.name));
	const unknown = [...new URLSearchParams(query).keys()].filter((name) => !known.has(name));
	return [
		...unknown.map((name) => ({ where: 'request', at: `?${name}`, message: 'is not documented' })),
		...(REFUSED_AT_ITS_HEAD.has(status) ? [] : checkRequestBody(found, requestBody, body)),
	];
}

function checkRequestBody(found: Found, documented: Content | undefined, body: unknown) {
	if (documented) return violationsOf(found, documented, 'request', body);
	return body === undefined ? [] : [{ where: 'request', at: '', message: 'must have no body' }];
}

function checkResponse(found: Found, { status, responseBody }: RecordedRequest): Violation[] {
	const { responses } = found.operation;
	const where = `response ${status}`;
	const documented = responses[status];
	if (!documented && status < 400) return [{ where, at: '', message: 'is not documented' }];
	if (documented && !hasSchema(documented)) {
		return responseBody === undefined ? [] : [{ where, at: '', message: 'must have no body' }];
	}
	return violationsOf(
		found,
		resolve(found.document, documented ?? responses.default),
		where,
		responseBody,
	);
}

function violationsOf(found: Found, content: Content, where: string, body: unknown): Violation[] {
	const validate = validatorOf(found, content);
	if (validate(body)) return [];
	return (validate.errors ?? []).map(({ instancePath, message = '', params }) => ({
		where,
		at: instancePath,
		message: `${message} ${JSON.stringify(params)}`,
	}));
}

function resolve({ components }: Document, response: Content & { $ref?: string }): Content {
	const name = response.$ref?.split('/').pop();
	return (name && components.responses?.[name]) || response;
}

function hasSchema({ content }: Content): boolean {
	return Object.values(content ?? {}).some(({ schema }) => schema !== undefined);
}

const validators = new Map<string, ValidateFunction>();

function validatorOf({ document, documentName }: Found, { content }: Content): ValidateFunction {
	const [media] = Object.values(content ?? {});
	const text = JSON.stringify(media?.schema ?? {});
	const key = `${documentName} ${text}`;
	let validate = validators.get(key);
	if (!validate) {
		const ajv = addFormats(new Ajv({ strict: false, allErrors: true, validateFormats: true }));
		const schema = JSON.parse(text) as object;
		validate = ajv.compile({ ...schema, components: document.components });
		validators.set(key, validate);
	}
	return validate;
}

function findOperation(method: string, path: string): Found | undefined {
	for (const [documentName, document] of documents()) {
		const template = Object.keys(document.paths)
			.filter((one) => matcherOf(one).test(path))
			// The path with the fewest parameters is the one that is meant.
			.sort((one, other) => one.split('{').length - other.split('{').length)
			.find((one) => document.paths[one][method.toLowerCase()]);
		if (!template) continue;
		return { document, documentName, operation: document.paths[template][method.toLowerCase()] };
	}
	return undefined;
}

function matcherOf(template: string): RegExp {
	return new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
}

let loaded: Map<string, Document> | undefined;

function documents(): Map<string, Document> {
	if (loaded) return loaded;
	loaded = new Map();
	for (const file of readdirSync(DOCUMENTS).filter((name) => name.endsWith('.json'))) {
		const document = JSON.parse(readFileSync(join(DOCUMENTS, file), 'utf8')) as Document;
		loaded.set(file, closed(document));
	}
	return loaded;
}

/** The documents leave their objects open; closed, a misspelt or invented field is a violation too. */
function closed(document: Document): Document {
	for (const schema of Object.values(document.components.schemas)) {
		if ('properties' in schema && !('additionalProperties' in schema) && !('oneOf' in schema)) {
			Object.assign(schema, { additionalProperties: false });
		}
	}
	return document;
}
