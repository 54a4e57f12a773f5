import {
	failedRenewal,
	receivedAnswer,
	thrownAnswer,
} from '../../nodes/HubSpotAssociations/thrownAnswer';

const NONE = { status: 0, headers: {}, body: undefined };

/** What n8n's HTTP helper throws for an error of axios or of its OAuth2 client. */
const thrown = (cause: object) => ({ cause: { config: { url: 'https://any' }, ...cause } });

/** The same where n8n drops the cause: it keeps the status or the code, and the message. */
const withoutCause = (httpCode: string | null, message: string) => ({
	httpCode,
	message: "n8n's own words for the code",
	messages: [message],
	level: 'warning',
});

describe('a request that never left', () => {
	it.each([
		['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EPROTO'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_UNSUPPORTED_PROTOCOL'],
		['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH', 'INVALID_CA', 'INVALID_PURPOSE'],
		['PATH_LENGTH_EXCEEDED', 'CERT_HAS_EXPIRED', 'CRL_NOT_YET_VALID'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
		['SELF_SIGNED_CERT_IN_CHAIN'],
	])('is known by its code: %s', (...codes) => {
		for (const code of codes) {
			expect(thrownAnswer(thrown({ code }))).toEqual({ ...NONE, unsentCode: code });
			expect(thrownAnswer(withoutCause(code, 'any'))).toEqual({ ...NONE, unsentCode: code });
		}
	});

	it.each([
		'Client network socket disconnected before secure TLS connection was established',
		'Proxy connection ended before receiving CONNECT response',
	])('is known by its message: %s', (message) => {
		const reset = thrownAnswer(thrown({ code: 'ECONNRESET', message }));
		expect(reset).toEqual({ ...NONE, unsentCode: 'ECONNRESET' });
		expect(thrownAnswer(withoutCause('ECONNRESET', message))).toEqual(reset);
		expect(thrownAnswer(withoutCause(null, message))).toEqual({ ...NONE, unsentCode: 'proxy' });
		const { lostCode, unsentCode } = thrownAnswer(thrown({ message }));
		expect([lostCode, typeof unsentCode]).toEqual([undefined, 'string']);
	});

	it.each([
		...['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'HPE_INVALID', 'Z_DATA_ERROR', 'XECONNREFUSED'],
		...['ECONNREFUSED2', 'ERR_SSL_BAD_RECORD', 'MY_CERT_X', 'CERT', 'NOT_INVALID_CA'],
		...['ERR_SSL_UNSUPPORTED_PROTOCOL2', 'X_SELF_SIGNED_CERT', 'SELF_SIGNED_CERTS'],
		...['XERR_SSL_WRONG_VERSION_NUMBER', 'INVALID_CA2', 'CERT_x'],
	])('is not known by %s: its answer may be lost', (code) => {
		expect(thrownAnswer(thrown({ code }))).toEqual({ ...NONE, lostCode: code });
		expect(thrownAnswer(withoutCause(code, 'any'))).toEqual({ ...NONE, lostCode: code });
	});
});

describe('an error without a response', () => {
	it.each([undefined, null, 'text', {}, { cause: 'text' }, { cause: {} }])(
		'that says nothing is a lost answer: %j',
		(error) => {
			const { lostCode, ...rest } = thrownAnswer(error);
			expect([rest, typeof lostCode]).toEqual([NONE, 'string']);
		},
	);

	it("of n8n's own stops before anything is sent", () => {
		const error = { cause: { level: 'warning', message: 'Host not allowed' } };
		expect(thrownAnswer(error)).toEqual({ ...NONE, blocked: 'Host not allowed' });
		expect(thrownAnswer(withoutCause(null, 'Host not allowed'))).toEqual({
			...NONE,
			blocked: 'Host not allowed',
		});
		const plain = { cause: { message: 'Host not allowed', code: 'E_ANY' } };
		expect(thrownAnswer(plain)).toEqual({ ...NONE, lostCode: 'E_ANY' });
	});
});

describe('a renewal of the access that n8n could not have made', () => {
	/** An error with a status, as it is thrown and as n8n wraps it. */
	const formsOf = (status: number) => [
		{ status, code: 'ESTATUS' },
		{ response: { status }, code: 'ERR_BAD_RESPONSE' },
		thrown({ status, code: 'ESTATUS' }),
		withoutCause(`${status}`, `HTTP status ${status}`),
	];

	it.each([200, 299, 429, 500, 503])('for now: status %i', (status) => {
		for (const error of formsOf(status)) {
			expect(failedRenewal(error)).toEqual({ ...NONE, unsentCode: `status ${status}` });
		}
	});

	it.each([300, 302, 400, 401, 428, 430, 499])('ever: status %i', (status) => {
		for (const error of formsOf(status)) {
			const { blocked, ...rest } = failedRenewal(error);
			expect([rest, blocked]).toEqual([NONE, expect.stringContaining('Reconnect')]);
		}
	});

	it.each([
		{ code: 'EAUTH', message: 'Client authentication failed' },
		withoutCause('EAUTH', 'Client authentication failed'),
		{ level: 'warning', message: 'The credential needs to be reconnected.' },
	])('ever, as it says without a status: %j', (error) => {
		expect(failedRenewal(error).blocked).toContain('Reconnect');
	});

	it('for now, since the connection was lost or a page came', () => {
		for (const error of [{ code: 'ECONNRESET' }, withoutCause('ECONNRESET', 'socket hang up')]) {
			expect(failedRenewal(error)).toEqual({ ...NONE, unsentCode: 'ECONNRESET' });
		}
		const page = 'Unsupported content type: text/html';
		for (const error of [{ message: page }, thrown({ message: page }), withoutCause(null, page)]) {
			expect(failedRenewal(error)).toEqual({ ...NONE, unsentCode: 'unreadable token' });
		}
	});
});

describe('a response', () => {
	it('has no headers where they are no object', async () => {
		expect(await receivedAnswer('200', 'a: b', 'x')).toEqual({
			status: 200,
			headers: {},
			body: 'x',
		});
	});

	it('of a proxy that wants a login never came from HubSpot', async () => {
		const { blocked, ...rest } = await receivedAnswer(407, { a: 'b' }, 'x');
		expect([rest, typeof blocked]).toEqual([NONE, 'string']);
	});
});

it('gives nothing on of an error but its code', () => {
	const cause = { code: 'ECONNRESET', request: 'token', message: 'token', stack: 'token' };
	const given = thrownAnswer(thrown(cause));
	expect(JSON.stringify(given)).not.toContain('token');
});
