import { isObject, textOf } from './json';

/** What stands in a secret's place. */
const HIDDEN = '[hidden]';

/** A shorter value is not a HubSpot token, and hiding it would damage IDs and labels. */
const SHORTEST_SECRET = 8;

/** accessToken, clientSecret, and in n8n's `oauthTokenData` access_token and refresh_token. */
const SECRET_NAME = /(token|secret)$/i;

/** The secrets of a run, hidden in everything that comes from outside. */
export interface Secrets {
	/** Adds the tokens and the client secret that a credential holds. */
	learn(this: void, credential: object): void;
	/** Replaces every secret in the texts and keys of a value, plain or as URLs encode it. */
	hideIn<Value>(this: void, value: Value): Value;
	/**
	 * Whether what a text says in JSON holds no secret. To search the text is cheaper than to search all of its parts, but
	 * the backslash of an escape could hide one.
	 */
	areAbsentIn(this: void, json: string): boolean;
}

export function createSecrets(): Secrets {
	const known = new Set<string>();
	let shortest = Infinity;
	let pattern = /(?!)/gi;

	const hideInText = (text: string): string =>
		text.length < shortest ? text : text.replace(pattern, HIDDEN);

	return {
		learn(credential) {
			for (const secret of secretsIn(credential)) known.add(secret);
			const longestFirst = [...known].sort((a, b) => b.length - a.length);
			shortest = longestFirst.at(-1)?.length ?? Infinity;
			if (known.size > 0) pattern = new RegExp(longestFirst.map(patternOf).join('|'), 'gi');
		},
		hideIn: <Value>(value: Value) =>
			(holds(value, hideInText) ? replaceTexts(value, hideInText) : value) as Value,
		areAbsentIn: (json) => !json.includes('\\') && json.search(pattern) === -1,
	};
}

function secretsIn(credential: object): string[] {
	return Object.entries(credential).flatMap(([name, value]: [string, unknown]) => {
		if (isObject(value)) return secretsIn(value);
		const secret = SECRET_NAME.test(name) ? textOf(value)?.trim() : undefined;
		return secret && secret.length >= SHORTEST_SECRET ? [secret] : [];
	});
}

/**
 * Matches each character of a secret as it is or percent-encoded, so that every mixture is found. The longer
 * form comes first: "%" alone would leave the rest of "%25".
 */
function patternOf(secret: string): string {
	return Array.from(secret, (character) => {
		const literal = character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
		const bytes = Array.from(new TextEncoder().encode(character));
		const encoded = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
		return `(?:${encoded}|${literal}${character === ' ' ? '|\\+' : ''})`;
	}).join('');
}

type Replace = (text: string) => string;

/** Whether a value holds a secret. Nearly none do, and looking first saves a copy. */
function holds(value: unknown, replace: Replace): boolean {
	if (typeof value === 'string') return replace(value) !== value;
	if (Array.isArray(value)) return value.some((entry) => holds(entry, replace));
	if (!isObject(value)) return false;
	return Object.keys(value).some((key) => holds(key, replace) || holds(value[key], replace));
}

function replaceTexts(value: unknown, replace: Replace): unknown {
	if (typeof value === 'string') return replace(value);
	if (Array.isArray(value)) return value.map((entry) => replaceTexts(entry, replace));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [replace(key), replaceTexts(entry, replace)]),
	);
}
