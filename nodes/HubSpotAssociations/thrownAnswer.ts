import type { Answer } from './hubspot/api/answer';
import { isObject, textOf } from './json';
import { readBody } from './responseBody';

/**
 * Codes of connections that fail before a request is written: nobody listens, the host's
 * name is not found, or the TLS handshake fails. Sources: Node.js's common system errors, the X.509
 * codes of its `tls`, OpenSSL's alerts. What is not listed may come after HubSpot has read the request.
 */
const NEVER_LEFT = [
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EPROTO)$/,
	/^ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|.*_ALERT_(HANDSHAKE_FAILURE|PROTOCOL_VERSION|UNRECOGNIZED_NAME))$/,
	/^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED)$/,
	/^(CERT|CRL|UNABLE_TO)_[A-Z_]+$/,
	/^(DEPTH_ZERO_)?SELF_SIGNED_CERT(_IN_CHAIN)?$/,
];

/**
 * A connection that ends during the TLS handshake has the code ECONNRESET in Node.js; one that a
 * proxy ends before the tunnel is open has no code in n8n's agent. Only their messages show it.
 */
const ENDED_EARLY = /before (secure TLS connection was established|receiving CONNECT response)/;

/** Only a proxy asks for this, before it passes anything on. Source: RFC 9110, 15.5.8. */
const PROXY_AUTHENTICATION_REQUIRED = 407;

const PROXY_REFUSED =
	"The proxy between n8n and HubSpot requires a login (status 407). Check the user name and password in n8n's proxy settings";

const RENEWAL_REFUSED =
	'HubSpot did not renew the access of the OAuth2 credential. Reconnect the credential';

/** n8n before 1.123 throws this, without a status or a code, when a page comes in place of a token. */
const UNREADABLE_TOKEN = /^Unsupported content type:/;

/** For an error without a code. */
const UNKNOWN_CODE = 'no code';

const NO_ANSWER = { status: 0, headers: {}, body: undefined };

/** Makes a lost answer: the request may have arrived. */
export function lost(lostCode = UNKNOWN_CODE): Answer {
	return { ...NO_ANSWER, lostCode };
}

/**
 * Turns an exception of n8n's HTTP helper, which does not throw for a response, into an answer. The error
 * holds the token in its cause, so only a code and the message of n8n's own errors are passed on.
 */
export function thrownAnswer(error: unknown): Answer {
	const { code, message, isN8ns } = detailsOf(error);
	if (hasNeverLeft(code, message)) return unsent(code ?? 'proxy');
	// n8n throws its own errors before it sends anything.
	return isN8ns ? { ...NO_ANSWER, blocked: message } : lost(code);
}

/**
 * Turns what n8n threw while renewing an OAuth2 token into an answer for the request that
 * needs it. HubSpot responded 401 to that, so it changed nothing.
 */
export function failedRenewal(error: unknown): Answer {
	const { code, message, status } = detailsOf(error);
	if (UNREADABLE_TOKEN.test(message)) return unsent('unreadable token');
	if (status) {
		const isTemporary = status < 300 || status === 429 || status >= 500;
		if (isTemporary) return unsent(`status ${status}`);
	} else if (code && code !== 'EAUTH') return unsent(code);
	return { ...NO_ANSWER, blocked: RENEWAL_REFUSED };
}

/** Makes an answer whose body is still text. @param body as a stream of bytes, or as n8n has read it */
export async function receivedAnswer(
	status: unknown,
	headers: unknown,
	body: unknown,
): Promise<Answer> {
	if (status === PROXY_AUTHENTICATION_REQUIRED) return { ...NO_ANSWER, blocked: PROXY_REFUSED };
	return {
		status: Number(status),
		headers: isObject(headers) ? { ...headers } : {},
		body: await readBody(body),
	};
}

function hasNeverLeft(code = '', message: string): boolean {
	return ENDED_EARLY.test(message) || NEVER_LEFT.some((codes) => codes.test(code));
}

function unsent(unsentCode = UNKNOWN_CODE): Answer {
	return { ...NO_ANSWER, unsentCode };
}

interface ErrorDetails {
	readonly status?: number;
	readonly code?: string;
	readonly message: string;
	/** Whether n8n itself refused, and not the network or HubSpot. */
	readonly isN8ns: boolean;
}

/**
 * Reads an error of n8n's, or one of axios or the OAuth2 client in its cause. Between 1.102 and
 * 2.35, n8n drops the cause: its error repeats the status or the code, and the message.
 */
function detailsOf(error: unknown): ErrorDetails {
	const thrown = isObject(error) ? error : {};
	const source = isObject(thrown.cause) ? thrown.cause : thrown;
	const response = isObject(source.response) ? source.response : {};
	const [first] = Array.isArray(thrown.messages) ? (thrown.messages as unknown[]) : [];
	return {
		status: Number(source.status ?? response.status ?? thrown.httpCode) || undefined,
		code: textOf(source.code) ?? textOf(thrown.httpCode),
		message: textOf(first) ?? textOf(source.message) ?? UNKNOWN_CODE,
		isN8ns: source === thrown ? thrown.httpCode === null : 'level' in source,
	};
}
