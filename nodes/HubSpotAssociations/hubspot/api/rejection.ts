import type { Answer } from './answer';
import { idOf, isObject, objectsIn, textOf, type JsonObject } from '../../json';
import type { Failure } from '../../outcome';
import { refuse, type Reach, type Refusal } from './refusal';
import { shorten } from '../../text';

/**
 * HubSpot's error bodies → Failure. Every field is treated as optional, as HubSpot's documentation
 * asks for.
 */

const ADVICE: Readonly<Record<string, string>> = {
	'crm.associations.FROM_OBJECT_NOT_FOUND':
		"Check 'From Record ID': the record may have been deleted or merged, or belong to another object.",
	'crm.associations.TO_OBJECT_NOT_FOUND':
		"Check 'To Record ID': the record may have been deleted or merged, or belong to another object.",
	'crm.associations.INVALID_ASSOCIATION_TYPE':
		'Pick the label from the list: each label applies in one direction, from the first object to the second.',
	'crm.associations.INVALID_IDENTIFIER': 'Check the record ID: HubSpot does not recognize it.',
	MISSING_SCOPES:
		'Add the scopes to the service key, private app or OAuth app, then reconnect the credential.',
	INVALID_AUTHENTICATION: 'Check the access token in the credential.',
	EXPIRED_AUTHENTICATION: 'Reconnect the credential: its access has expired.',
};

const UNKNOWN_OBJECT_TYPE = /unable to infer object type/i;

/** A 404 of this kind is about one record, any other about the path, which all inputs share. */
const ONE_RECORD_NOT_FOUND = /\b(FROM|TO)_OBJECT_NOT_FOUND$/;

const SIZE_REFUSAL =
	/batch size|batch.{0,20}too large|too many (inputs|objects|items|records)|inputs.{0,40}(at most|maximum|exceed|limit)|(maximum|limit).{0,40}inputs/i;

/** With or without commas between the thousands: 2000, 2,000. */
const WHOLE_NUMBER = /\d{1,3}(?:,\d{3})+(?!\d)|\d+/g;

const PAYLOAD_TOO_LARGE = 413;

/** Reads the refusal in an answer with any status but 2xx. */
export function rejectionOf(answer: Answer, batchLength: number): Refusal {
	if (answer.blocked) return refuse('run', blockedFailure(answer.blocked));
	const body = isObject(answer.body) ? answer.body : {};
	if (isRedirect(answer)) return refuse('run', redirected(answer.status));
	const message = messageIn(body) ?? `HubSpot responded with status ${answer.status}`;
	const category = codeIn(body.category) ?? codeIn(body.policyName);
	const failure: Failure = {
		...describe(body, message, category),
		// A server that fails may have done its work before; a refusal changes nothing and stays one.
		state: answer.status >= 500 ? 'unknown' : 'refused',
		retryable: answer.status >= 500,
		status: answer.status,
	};
	const reach = reachOf(answer.status, message, textOf(body.subCategory));
	return {
		...refuse(reach, failure),
		batchMaximum: batchMaximumIn(answer.status, message, batchLength),
	};
}

function isRedirect({ status }: Answer): boolean {
	return status >= 300 && status < 400;
}

/** Redirects are not followed: the host that they name would receive the token. */
function redirected(status: number): Failure {
	return {
		message: `The address in 'Base URL' redirects to another one (status ${status}), which the node does not follow`,
		advice: "Enter the address of HubSpot's API itself as the 'Base URL' of the credential.",
		state: 'refused',
		retryable: false,
		status,
	};
}

/** Describes a request that never left and never would. */
function blockedFailure(reason: string): Failure {
	return { message: sentence(reason), state: 'notSent', retryable: false };
}

/** Reads the `errors` of a batch, whatever the status: 200, 201 or 207. */
export function inputRejections({ body, status }: Answer): Failure[] {
	const errors = isObject(body) ? objectsIn(body.errors) : [];
	return errors.map((error) => rejectionOfInput(error, status));
}

function rejectionOfInput(error: JsonObject, status: number): Failure {
	const message = messageIn(error) ?? 'HubSpot refused this row without giving a reason';
	return {
		...describe(error, message, codeIn(error.category)),
		state: 'refused',
		retryable: false,
		status,
	};
}

/** Returns HubSpot's words, if any: spaces and full stops alone say nothing. */
function messageIn({ message }: JsonObject): string | undefined {
	const text = textOf(message);
	return text && /[^\s.]/.test(text) ? text : undefined;
}

function describe(body: JsonObject, message: string, category?: string) {
	const subCategory = codeIn(body.subCategory);
	const missingScopes = scopesIn(body).slice(0, SHOWN_SCOPES);
	return {
		message:
			missingScopes.length > 0
				? `The credential is missing these scopes: ${missingScopes.join(', ')}`
				: sentence(message),
		advice: adviceFor(subCategory) ?? adviceFor(category) ?? adviceOnLimit(subCategory, message),
		category,
		subCategory,
		correlationId: codeIn(body.correlationId),
		missingScopes: missingScopes.length > 0 ? missingScopes : undefined,
		context: contextOf(body.context),
	};
}

/** HubSpot does not document how it reports a reached limit, so its message is searched. */
const LIMIT_REACHED = /exceed.*limit|limit.*(exceed|reached)/i;

function adviceOnLimit(subCategory = '', message: string): string | undefined {
	if (!LIMIT_REACHED.test(`${subCategory} ${message}`)) return undefined;
	return "Remove associations that you no longer need, or raise the limit with the 'Update' operation of 'Association Limit'.";
}

function adviceFor(category = ''): string | undefined {
	return Object.hasOwn(ADVICE, category) ? ADVICE[category] : undefined;
}

/** HubSpot's messages repeat what was sent, however long. */
const LONGEST_MESSAGE = 300;

/** HubSpot's codes and IDs are shorter than this; each row that failed shows them. */
const LONGEST_CODE = 100;

/** No call needs more scopes than a person can add one by one. */
const SHOWN_SCOPES = 20;

function codeIn(value: unknown): string | undefined {
	const text = textOf(value);
	return text === undefined ? undefined : shorten(text, LONGEST_CODE);
}

function sentence(message: string): string {
	return shorten(message.trim().replace(/\.$/, ''), LONGEST_MESSAGE);
}

function reachOf(status: number, message: string, subCategory = ''): Reach {
	if (status === 401 || status === 429) return 'run';
	if (status === 404 && ONE_RECORD_NOT_FOUND.test(subCategory)) return 'batch';
	if (status === 403 || status === 404 || UNKNOWN_OBJECT_TYPE.test(message)) return 'call';
	return status >= 400 && status < 500 ? 'batch' : 'call';
}

function batchMaximumIn(status: number, message: string, batchLength: number): number | undefined {
	if (batchLength < 2) return undefined;
	if (status !== PAYLOAD_TOO_LARGE && !(status === 400 && SIZE_REFUSAL.test(message))) {
		return undefined;
	}
	const named = (message.match(WHOLE_NUMBER) ?? [])
		.map((number) => Number(number.replaceAll(',', '')))
		.filter((number) => number > 0 && number < batchLength);
	return named.length > 0 ? Math.max(...named) : Math.ceil(batchLength / 2);
}

/** Keys under which HubSpot lists missing scopes, in the context of the body or of its errors. */
const SCOPE_KEYS = ['requiredScopes', 'requiredGranularScopes'];

function scopesIn(body: JsonObject): string[] {
	const contexts = [body.context, ...objectsIn(body.errors).map((error) => error.context)];
	const scopes = contexts
		.filter(isObject)
		.flatMap((context) => SCOPE_KEYS.flatMap((key) => idsIn(context[key])));
	return [...new Set(scopes)];
}

/** Reads the context of an error: names to lists of values. */
function contextOf(context: unknown): Record<string, string[]> | undefined {
	if (!isObject(context)) return undefined;
	const entries = Object.entries(context).map(([name, values]) => [name, idsIn(values)] as const);
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function idsIn(values: unknown): string[] {
	const list: unknown[] = Array.isArray(values) ? values : [values];
	return list.map(idOf).filter((id) => id !== undefined);
}
