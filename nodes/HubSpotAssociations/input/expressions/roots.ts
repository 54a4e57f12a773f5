import { ODD, isNothing, member } from './ordinary';
import type { Read, Sources } from './sources';
import type { Cursor } from './tokens';

/** What n8n knows of the run and not of an item. */
const OF_THE_RUN = new Set(['$vars', '$workflow', '$execution', '$prevNode', '$runIndex', '$mode']);

/** Methods of a node that return its items. They take the numbers of an output and of a run. */
const METHODS = ['first', 'last', 'all'];

/**
 * Parses what a chain begins with, such as `$json` or `$('Contacts').item.json`.
 * @returns a reader of the item's data, which is never null or undefined; undefined for what does not depend on the item
 * @throws ODD for anything else
 */
export function parseRoot(cursor: Cursor, sources: Sources): Read | undefined {
	const name = cursor.take('name');
	if (OF_THE_RUN.has(name)) return undefined;
	if (name === '$json') return there(sources.json);
	if (name === '$node') return parseNode(cursor, sources);
	if (name !== '$' && name !== '$input') throw ODD;
	const node = name === '$' ? parseName(cursor, '(', ')') : undefined;
	cursor.expect('.');
	const property = cursor.expectName('item', 'params', 'isExecuted', ...METHODS);
	if (METHODS.includes(property)) skipNumbers(cursor);
	if (property !== 'item') return undefined;
	cursor.expect('.');
	cursor.expectName('json');
	const item = node === undefined ? sources.inputItem : sources.pairedItem(node);
	return there((itemIndex) => member(item(itemIndex), 'json'));
}

function parseNode(cursor: Cursor, sources: Sources): Read {
	const node = cursor.accept('.') ? cursor.take('name') : parseName(cursor, '[', ']');
	cursor.expect('.');
	cursor.expectName('json');
	return there(sources.nodeJson(node));
}

function parseName(cursor: Cursor, open: string, close: string): string {
	cursor.expect(open);
	const name = cursor.take('text');
	cursor.expect(close);
	if (name === '') throw ODD;
	return name;
}

function skipNumbers(cursor: Cursor): void {
	cursor.expect('(');
	while (!cursor.accept(')')) {
		cursor.take('number');
		if (!cursor.isAt(')')) cursor.expect(',');
	}
}

function there(read: Read): Read {
	return (itemIndex) => {
		const value = read(itemIndex);
		if (isNothing(value)) throw ODD;
		return value;
	};
}
