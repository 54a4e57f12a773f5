import { receivedAnswer, thrownAnswer } from '../../nodes/HubSpotAssociations/thrownAnswer';

const URL = 'https://api.hubapi.com/crm';
const RENEWAL = 'https://api.hubapi.com/oauth/v1/token';

/** What n8n's HTTP helper throws of a request that axios made. */
const thrown = (cause: object, url = URL) => ({ cause: { config: { url }, ...cause } });
const NONE = { status: 0, headers: {}, body: undefined };

describe('a request that never left', () => {
	it.each([
		['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EPROTO'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_UNSUPPORTED_PROTOCOL'],
		['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH', 'INVALID_CA', 'INVALID_PURPOSE'],
		['PATH_LENGTH_EXCEEDED', 'CERT_HAS_EXPIRED', 'CRL_NOT_YET_VALID'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
		['SELF_SIGNED_CERT_IN_CHAIN'],
	])('is known by its code: %s', async (...codes) => {
		for (const code of codes) {
			expect(await thrownAnswer(thrown({ code }), URL)).toEqual({ ...NONE, unsentCode: code });
		}
	});

	it.each([
		'Client network socket disconnected before secure TLS connection was established',
		'Proxy connection ended before receiving CONNECT response',
	])('is known by its message: %s', async (message) => {
		const reset = await thrownAnswer(thrown({ code: 'ECONNRESET', message }), URL);
		expect(reset).toEqual({ ...NONE, unsentCode: 'ECONNRESET' });
		const { lostCode, unsentCode } = await thrownAnswer(thrown({ message }), URL);
		expect([lostCode, typeof unsentCode]).toEqual([undefined, 'string']);
	});

	it.each([
		...['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'HPE_INVALID', 'Z_DATA_ERROR', 'XECONNREFUSED'],
		...['ECONNREFUSED2', 'ERR_SSL_BAD_RECORD', 'MY_CERT_X', 'CERT', 'NOT_INVALID_CA'],
		...['ERR_SSL_UNSUPPORTED_PROTOCOL2', 'X_SELF_SIGNED_CERT', 'SELF_SIGNED_CERTS'],
		...['XERR_SSL_WRONG_VERSION_NUMBER', 'INVALID_CA2', 'CERT_x'],
	])('is not known by %s: its answer may be lost', async (code) => {
		expect(await thrownAnswer(thrown({ code }), URL)).toEqual({ ...NONE, lostCode: code });
	});
});

describe('an error without a response', () => {
	it.each([undefined, null, 'text', {}, { cause: 'text' }, { cause: {} }])(
		'that says nothing is a lost answer: %j',
		async (error) => {
			const { lostCode, ...rest } = await thrownAnswer(error, URL);
			expect([rest, typeof lostCode]).toEqual([NONE, 'string']);
		},
	);

	it("of n8n's own stops before anything is sent", async () => {
		const error = { cause: { level: 'warning', message: 'Host not allowed' } };
		expect(await thrownAnswer(error, URL)).toEqual({ ...NONE, blocked: 'Host not allowed' });
		const plain = { cause: { message: 'Host not allowed', code: 'E_ANY' } };
		expect(await thrownAnswer(plain, URL)).toEqual({ ...NONE, lostCode: 'E_ANY' });
	});
});

describe('a renewal of the access', () => {
	it.each(['EAUTH', 'ESTATUS'])('that fails with %s waits, or is refused', async (code) => {
		for (const status of [200, 299, 429, 500, 503]) {
			const answer = await thrownAnswer({ cause: { code, status } }, URL);
			expect(answer).toEqual({ ...NONE, unsentCode: `status ${status}` });
		}
		for (const status of [300, 302, 400, 401, 428, 430, 499]) {
			const { blocked, ...rest } = await thrownAnswer({ cause: { code, status } }, URL);
			expect([rest, typeof blocked]).toEqual([NONE, 'string']);
		}
	});

	it('leaves the request unsent, whatever happened to it', async () => {
		const lost = await thrownAnswer(thrown({ code: 'ECONNRESET' }, RENEWAL), URL);
		expect(lost).toEqual({ ...NONE, unsentCode: 'ECONNRESET' });
		const response = { status: 503, headers: {}, data: '' };
		const failed = await thrownAnswer(thrown({ response }, RENEWAL), URL);
		expect(failed).toEqual({ ...NONE, unsentCode: 'status 503' });
	});
});

describe('a response', () => {
	it('that was thrown is an answer like any other', async () => {
		const response = { status: 401, headers: { a: 'b' }, data: { message: 'No' } };
		expect(await thrownAnswer(thrown({ response, code: 'ERR_BAD_REQUEST' }), URL)).toEqual({
			status: 401,
			headers: { a: 'b' },
			body: { message: 'No' },
		});
	});

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

it('gives nothing on of an error but its code', async () => {
	const cause = { code: 'ECONNRESET', request: 'token', message: 'token', stack: 'token' };
	const given = await thrownAnswer(thrown(cause), URL);
	expect(JSON.stringify(given)).not.toContain('token');
});
