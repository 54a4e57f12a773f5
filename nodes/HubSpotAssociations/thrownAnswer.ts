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

/** For an error without a code. */
const UNKNOWN_CODE = 'no code';

const NO_ANSWER = { status: 0, headers: {}, body: undefined };

/** Makes a lost answer: the request may have arrived. */
export function lost(lostCode = UNKNOWN_CODE): Answer {
	return { ...NO_ANSWER, lostCode };
}

/**
 * Turns what n8n's HTTP helper threw into an answer. The error holds the token in its cause, so
 * only a response, a code and the message of n8n's own errors are passed on.
 * @param url of the request, which distinguishes it from the call that renews an OAuth2 token
 */
export async function thrownAnswer(error: unknown, url: string): Promise<Answer> {
	const cause = isObject(error) && isObject(error.cause) ? error.cause : {};
	const code = textOf(cause.code);
	const message = textOf(cause.message) ?? UNKNOWN_CODE;
	if (!isObject(cause.config)) {
		if (code === 'EAUTH' || code === 'ESTATUS') return renewalRefused(Number(cause.status));
		// n8n's own errors have a level, and n8n throws them before it sends anything.
		return textOf(cause.level) ? { ...NO_ANSWER, blocked: message } : lost(code);
	}
	const response = isObject(cause.response) ? cause.response : undefined;
	if (cause.config.url !== url)
		return unsent(response ? `status ${Number(response.status)}` : code);
	if (response) return await receivedAnswer(response.status, response.headers, response.data);
	return hasNeverLeft(code, message) ? unsent(code ?? 'proxy') : lost(code);
}

/** @param body as a stream of bytes, or as n8n has read it */
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

/** HubSpot responded 401, so it changed nothing, and the request was not sent again. */
function renewalRefused(status: number): Answer {
	const isTemporary = status < 300 || status === 429 || status >= 500;
	return isTemporary ? unsent(`status ${status}`) : { ...NO_ANSWER, blocked: RENEWAL_REFUSED };
}

function unsent(unsentCode = UNKNOWN_CODE): Answer {
	return { ...NO_ANSWER, unsentCode };
}
