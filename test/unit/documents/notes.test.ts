import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { properties } from '../../../nodes/HubSpotAssociations/actions/properties';
import { exampleNames, readExample } from '../../../tools/n8n/workflows';

/** Words of n8n itself, labels in the account, what a person types, and what results say. */
const OTHER_WORDS = [
	'On Error',
	'Continue (using error output)',
	'Decision Maker',
	'Billing Contact',
	'created',
	'updated',
	'unchanged',
	'deleted',
	'Send and Wait for Response',
];

/** What stands in bold beside the names of nodes: our node, a tab of its panel, and a heading. */
const OTHER_NAMES = ['HubSpot Associations', 'Settings', 'Before the first run'];

type Part = INodeProperties | INodePropertyOptions | INodePropertyCollection;

function shownWords(parts: readonly Part[]): string[] {
	return parts.flatMap((part) => [
		'displayName' in part ? part.displayName : part.name,
		...('options' in part ? shownWords(part.options ?? []) : []),
	]);
}

const WORDS = new Set([...shownWords(properties), ...OTHER_WORDS]);

/** Between single asterisks: a name. A quotation is what a person writes to an agent. */
const NAMED = /(?<!\*)\*([^*"\n]+)\*(?!\*)/g;

/** Between two asterisks each: the name of a node, or a resource and its operation. */
const BOLD = /\*\*([A-Z][^*\n]*)\*\*/g;

it.each(exampleNames())('the notes of %s use the words of the panel', (name) => {
	const notes = readExample(name).nodes.filter(({ type }) => type.endsWith('stickyNote'));
	const named = notes.flatMap(({ parameters: { content } }) =>
		[...String(content).matchAll(NAMED)].map(([, text]) => text),
	);
	expect(notes.length).toBeGreaterThan(0);
	expect(named.filter((text) => !WORDS.has(text))).toEqual([]);
});

it.each(exampleNames())('the notes of %s name nodes that are there', (name) => {
	const { nodes } = readExample(name);
	const known = new Set([...WORDS, ...OTHER_NAMES, ...nodes.map((node) => node.name)]);
	const named = nodes.flatMap(({ parameters: { content } }) =>
		[...String(content ?? '').matchAll(BOLD)].flatMap(([, text]) => text.split(' → ')),
	);
	expect(named.length).toBeGreaterThan(0);
	expect(named.filter((text) => !known.has(text))).toEqual([]);
});
