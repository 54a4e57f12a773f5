import { brokenLinks } from '../../documents/brokenLinks';
import { readDocuments } from '../../documents/documents';

describe('the documents', () => {
	it.each(readDocuments().map((document) => [document.path, document] as const))(
		'%s links only to files and headings that exist',
		(_, document) => {
			expect(brokenLinks(document)).toEqual([]);
		},
	);

	it('are found', () => {
		expect(readDocuments().map(({ path }) => path)).toEqual(
			expect.arrayContaining([
				'CHANGELOG.md',
				'CONTRIBUTING.md',
				'README.md',
				'SECURITY.md',
				'docs/faults.md',
				'examples/README.md',
			]),
		);
	});
});

describe('a link is broken', () => {
	it.each([
		['[a](missing.md)', 'missing.md leads to no file'],
		['![a](images/missing.png)', 'images/missing.png leads to no file'],
		['<img src="missing.png" alt="">', 'missing.png leads to no file'],
		['[a][b]\n\n[b]: missing.md', 'missing.md leads to no file'],
		['| a |\n| --- |\n| [a](missing.md) |', 'missing.md leads to no file'],
		['[a](#missing)', '#missing leads to no heading'],
		['[a](../README.md#missing)', '../README.md#missing leads to no heading'],
		['[a](../package.json#name)', '../package.json#name names a heading of a file that has none'],
		['[a](/README.md)', '/README.md must be relative'],
		['[a](../../README.md)', '../../README.md leads out of the project'],
	])('%s', (text, reason) => {
		expect(brokenLinks({ path: 'docs/x.md', text })).toEqual([`docs/x.md: ${reason}`]);
	});
});

it.each([
	['a file', '[a](../package.json)'],
	['a folder', '[a](images/)'],
	['a heading', '# One, `two`: three\n[a](#one-two-three)'],
	['the second of two headings', '# A b\n# A b\n[a](#a-b-1)'],
	['a heading of another file', '[a](../README.md#credentials)'],
	['another site', '[a](https://example.com/#x)'],
	['nothing, in code', '`[a](missing.md)`\n\n```\n[a](missing.md)\n```'],
])('a link to %s is not broken', (_, text) => {
	expect(brokenLinks({ path: 'docs/x.md', text })).toEqual([]);
});
