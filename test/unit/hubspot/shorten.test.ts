import { shorten } from '../../../nodes/HubSpotAssociations/text';

it.each([
	['as it is, up to 60 characters', 'a'.repeat(60), 'a'.repeat(60)],
	['cut, from 61 on', 'a'.repeat(61), `${'a'.repeat(60)}…`],
	['on one line', 'first\r\n\tsecond\u2028third\u2029fourth', 'first second third fourth'],
	['without characters that hide or turn text round', 'a\u200bb\u202ec', 'a b c'],
	['with letters of any script', 'Größe 決裁者', 'Größe 決裁者'],
])('shows a text %s', (_, text, shown) => {
	expect(shorten(text)).toBe(shown);
});

it('shows as many characters as are asked for', () => {
	expect(shorten('abcdef', 5)).toBe('abcde…');
	expect(shorten('abcde', 5)).toBe('abcde');
});

it('counts characters as they are shown: a gap is one', () => {
	expect(shorten('ab\n\n\n\ncd', 5)).toBe('ab cd');
});

it('looks at no more of a long text than it may need', () => {
	expect(shorten(`${'\n'.repeat(10)}a`, 5)).toBe(' ');
});
