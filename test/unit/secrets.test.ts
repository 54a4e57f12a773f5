import fc from 'fast-check';
import { createSecrets } from '../../nodes/HubSpotAssociations/secrets';

function learned(credential: object) {
	const secrets = createSecrets();
	secrets.learn(credential);
	return secrets;
}

const percent = (character: string): string =>
	Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const unicode = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 });
const secret = fc
	.oneof(unicode, fc.string({ unit: 'binary', minLength: 8, maxLength: 40 }))
	.map((text) => text.trim())
	.filter((text) => text.length >= 8);

/** A secret with some of its characters percent-encoded, in either case. */
const written = secret.chain((text) =>
	fc
		.array(fc.constantFrom('plain', 'lower', 'upper'), {
			minLength: text.length,
			maxLength: text.length,
		})
		.map((how) => ({
			text,
			form: Array.from(text, (character, index) =>
				how[index] === 'plain'
					? character
					: how[index] === 'lower'
						? percent(character)
						: percent(character).toUpperCase(),
			).join(''),
		})),
);

it('hides a secret in whatever mixture of characters and percent signs it is written', () => {
	fc.assert(
		fc.property(written, fc.string({ maxLength: 9 }), ({ text, form }, around) => {
			const shown = learned({ accessToken: text }).hideIn(`${around}${form}${around}`);
			expect(shown).toContain('[hidden]');
			expect(shown.length).toBeLessThanOrEqual(2 * around.length + '[hidden]'.length);
		}),
	);
});

it('hides secrets in values, keys and lists of any depth, and leaves the rest as it is', () => {
	fc.assert(
		fc.property(fc.json(), secret, (json, token) => {
			const value: unknown = JSON.parse(json);
			const whole = { [`a ${token}`]: [value, { b: [`${token}, ${token}`] }], c: value };
			const clean = learned({ accessToken: 'no part of the values above' }).hideIn(whole);
			expect(clean).toBe(whole);
			const hidden = learned({ accessToken: token }).hideIn(whole);
			expect(Object.keys(hidden)[0]).toBe('a [hidden]');
			expect(JSON.stringify(hidden)).not.toContain(JSON.stringify(token).slice(1, -1));
		}),
	);
});

it("knows the secrets of n8n's credentials by their names, and adds those of a renewal", () => {
	const { learn, hideIn } = learned({
		accessToken: ' access-token-1\n',
		clientId: 'client-id-1',
		clientSecret: 'client-secret-1',
		accessTokenUrl: 'https://api.hubapi.com/oauth/token',
		oauthTokenData: {
			access_token: 'access-token-2',
			refresh_token: 'refresh-token-2',
			token_type: 'bearer-type',
			expires_in: 1800,
		},
	});
	const all = [
		'access-token-1',
		'client-id-1',
		'client-secret-1',
		'https://api.hubapi.com/oauth/token',
		'access-token-2',
		'refresh-token-2',
		'bearer-type',
		'access-token-3',
	];
	const HIDDEN = '[hidden]';
	expect(hideIn(all)).toEqual([HIDDEN, all[1], HIDDEN, all[3], HIDDEN, HIDDEN, all[6], all[7]]);
	learn({ oauthTokenData: { access_token: 'access-token-3' } });
	expect(hideIn(all)).toEqual([HIDDEN, all[1], HIDDEN, all[3], HIDDEN, HIDDEN, all[6], HIDDEN]);
});

it('hides the whole of a secret that begins with another one', () => {
	const { hideIn } = learned({ accessToken: 'token-12', clientSecret: 'token-123456' });
	expect(hideIn('token-123456 token-12')).toBe('[hidden] [hidden]');
});

it('hides the whole of an encoded percent sign at the end of a secret', () => {
	expect(learned({ accessToken: 'token-1%' }).hideIn('token-1%25 token-1%')).toBe(
		'[hidden] [hidden]',
	);
});

it('hides no value that is too short for a token: IDs and labels would suffer', () => {
	expect(learned({ accessToken: '1234567' }).hideIn({ id: '1234567' })).toEqual({ id: '1234567' });
	expect(learned({}).hideIn('anything')).toBe('anything');
});

it('keeps a key that names the prototype', () => {
	const body: unknown = JSON.parse('{"__proto__": {"a": "token-12"}, "b": "token-12"}');
	const hidden = learned({ accessToken: 'token-12' }).hideIn(body);
	expect(JSON.stringify(hidden)).toBe('{"__proto__":{"a":"[hidden]"},"b":"[hidden]"}');
});

it('finds in a text whatever it would find in what the text says in JSON', () => {
	const holding = fc.constantFrom(' ', '"', '\\', 'ü', '/').chain((character) => {
		const token = `token${character}1234`;
		const text = fc.constantFrom(token, percent(token), `a ${token} b`, 'token', 'other');
		return fc.tuple(fc.constant(token), fc.dictionary(text, fc.array(text)));
	});
	fc.assert(
		fc.property(holding, fc.boolean(), ([token, value], isEscaped) => {
			const { hideIn, areAbsentIn } = learned({ accessToken: token });
			const json = JSON.stringify(value);
			const text = isEscaped ? json.replaceAll('t', '\\u0074') : json;
			if (areAbsentIn(text)) expect(hideIn(value)).toBe(value);
			else if (!text.includes('\\')) expect(hideIn(value)).not.toEqual(value);
		}),
	);
	expect(learned({ accessToken: 'token-12' }).areAbsentIn('{"a":"token-13"}')).toBe(true);
});
