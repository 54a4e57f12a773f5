import { idOf, isObject, objectsIn, textOf, type JsonObject } from '../../json';
import { shorten } from '../../text';

/** Reads the fields of HubSpot's error bodies, of a whole answer or of one input. */

/** HubSpot's messages repeat what was sent, however long. */
const LONGEST_MESSAGE = 300;

/** HubSpot's codes and IDs are shorter than this; each row that failed shows them. */
const LONGEST_CODE = 100;

/** No call needs more scopes than a person can add one by one. */
const SHOWN_SCOPES = 20;

/** A general message can stand for the reasons of a whole batch, and each of its rows shows them. */
const SHOWN_REASONS = 3;

/** Returns HubSpot's words, if any: spaces and full stops alone say nothing. */
export function messageIn(body: unknown): string | undefined {
	const text = isObject(body) ? textOf(body.message) : undefined;
	return text && /[^\s.]/.test(text) ? text : undefined;
}

export function codeIn(value: unknown): string | undefined {
	const text = textOf(value);
	return text === undefined ? undefined : shorten(text, LONGEST_CODE);
}

export function sentence(message: string): string {
	return shorten(message.trim().replace(/\.$/, ''), LONGEST_MESSAGE);
}

/** A context: names and lists of values. */
type Context = Readonly<Record<string, readonly string[]>>;

/** Messages that leave it to the context or to the details to say what is wrong. */
const GENERAL_MESSAGE = /^(one or more|some) [^[]*$|^there was a problem/i;

/** Returns the message of a refusal, and the reasons that a general one leaves to the context. */
export function messageWithReasons(message: string, body: JsonObject, context: Context = {}) {
	if (!GENERAL_MESSAGE.test(message)) return sentence(message);
	const reasons = reasonsIn(body, context).map(sentence);
	const added = [...new Set(reasons)].filter((reason) => reason !== '').slice(0, SHOWN_REASONS);
	return [sentence(message), ...(added.length > 0 ? [added.join('; ')] : [])].join(': ');
}

/** Sentences in the context, such as "DEAL=5 is not valid", or else all that is named. */
function reasonsIn(body: JsonObject, context: Context): string[] {
	const details = objectsIn(body.errors).map((detail) => messageIn(detail) ?? '');
	const values = Object.entries(context).flatMap(([name, those]) =>
		those.map((value) => ({ name, value })),
	);
	const sentences = values.flatMap(({ value }) => (value.includes(' ') ? [value] : []));
	if (sentences.length + details.length > 0) return [...sentences, ...details];
	return values.map(({ name, value }) => `${name} ${value}`);
}

/** Keys under which HubSpot lists missing scopes, in the context of the body or of its errors. */
const SCOPE_KEYS = ['requiredScopes', 'requiredGranularScopes'];

export function scopesIn(body: JsonObject): string[] {
	const contexts = [body.context, ...objectsIn(body.errors).map((error) => error.context)];
	const scopes = contexts
		.filter(isObject)
		.flatMap((context) => SCOPE_KEYS.flatMap((key) => idsIn(context[key])));
	return [...new Set(scopes)].slice(0, SHOWN_SCOPES);
}

/** Reads the context of an error: names to lists of values. */
export function contextOf(context: unknown): Record<string, string[]> | undefined {
	if (!isObject(context)) return undefined;
	const entries = Object.entries(context).map(([name, values]) => [name, idsIn(values)] as const);
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function idsIn(values: unknown): string[] {
	const list: unknown[] = Array.isArray(values) ? values : [values];
	return list.map(idOf).filter((id) => id !== undefined);
}
