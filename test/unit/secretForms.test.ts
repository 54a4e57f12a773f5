import { createSecrets } from '../../nodes/HubSpotAssociations/secrets';

function hide(credential: object, ...texts: string[]) {
	const secrets = createSecrets();
	secrets.learn(credential);
	return secrets.hideIn(texts);
}

it('hides a space that a form writes as a plus sign, and takes no other character for one', () => {
	const texts = ['two+words', 'two%20words', 'two words', '+wo+words', 'two-words'];
	expect(hide({ clientSecret: 'two words' }, ...texts)).toEqual([
		...Array<string>(3).fill('[hidden]'),
		'+wo+words',
		'two-words',
	]);
});

it('learns no secret from what is no text, and hides nothing without one', () => {
	const texts = ['', '5', 'Stryker was here'];
	expect(hide({ accessToken: 5, refreshToken: null, oauth: { secret: [] } }, ...texts)).toEqual(
		texts,
	);
});
