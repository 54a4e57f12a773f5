import fc from 'fast-check';
import { HubSpotAssociationsApi } from '../../../credentials/HubSpotAssociationsApi.credentials';
import { HubSpotAssociationsOAuth2Api } from '../../../credentials/HubSpotAssociationsOAuth2Api.credentials';
import { hostile, NASTY } from './values';

/** A field of a credential that a person fills in. */
export interface CredentialAttack {
	readonly credential: string;
	readonly authentication: 'accessToken' | 'oAuth2';
	readonly field: string;
}

const TYPES = [
	{ authentication: 'accessToken', type: new HubSpotAssociationsApi() },
	{ authentication: 'oAuth2', type: new HubSpotAssociationsOAuth2Api() },
] as const;

export function credentialAttacks(): CredentialAttack[] {
	return TYPES.flatMap(({ authentication, type }) =>
		type.properties
			.filter((property) => property.type !== 'hidden')
			.map(({ name }) => ({ credential: type.name, authentication, field: name })),
	);
}

const HOSTS = [
	'api.hubapi.com',
	'127.0.0.1.example.com',
	'localhost.example.com',
	'localhost',
	'127.0.0.1',
	'[::1]',
	'[::1',
	'2130706433',
	'0x7f.1',
	'０.０.０.０',
	'127。0。0。1',
	'a.example:99999',
	'a.example\\@b.example',
	'user:password@a.example',
	'a%00b',
	'xn--a',
];

const NASTY_TEXTS = fc.constantFrom(
	...NASTY.filter((value): value is string => typeof value === 'string'),
);

/** Addresses of which some are right, most nearly so. */
function addresses(right: string): fc.Arbitrary<unknown> {
	const at = fc.nat({ max: right.length });
	return fc.oneof(
		fc
			.tuple(NASTY_TEXTS, at)
			.map(([added, index]) => right.slice(0, index) + added + right.slice(index)),
		fc
			.tuple(
				fc.constantFrom('https://', 'http://', 'HTTPS://', 'https:/', 'https:\\\\', '//', 'ftp://'),
				fc.constantFrom(...HOSTS),
				fc.constantFrom('', '/', '//', '/x', '\\x', '?x', '#x', ':443', ':0', ' ', '\n'),
			)
			.map((parts) => parts.join('')),
		fc.constant(right),
		hostile,
	);
}

const ARBITRARIES: Readonly<Record<string, (right: string) => fc.Arbitrary<unknown>>> = {
	baseUrl: addresses,
	// n8n's own OAuth2 code splits it, so that nothing but a text, or an expression that gives one, can be there.
	scope: () =>
		fc.oneof(NASTY_TEXTS, fc.string({ unit: 'binary' })).filter((scope) => !scope.startsWith('=')),
};

/** Values for a field, the same for the same seed. */
export function hostileFields(
	{ field }: CredentialAttack,
	right: string,
	count: number,
	seed: number,
): unknown[] {
	const values = ARBITRARIES[field]?.(right) ?? hostile;
	return fc.sample(values, { numRuns: count, seed });
}
