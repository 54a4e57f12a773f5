/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';

/** A block of the README that follows `<!-- checked: name -->`. */
const CHECKED_BLOCK = /<!-- checked: ([a-z ]+) -->\s+```\w+\n([^]*?)\n```/g;

const README = readFileSync(join(__dirname, '../../../README.md'), 'utf8');

const blocks = new Map(
	[...README.matchAll(CHECKED_BLOCK)].map(([, name, content]) => [name, content]),
);

/** @throws Error when the README has no such block */
export function readmeBlock(name: string): string {
	const content = blocks.get(name);
	if (content === undefined) throw new Error(`The README has no checked block '${name}'`);
	return content;
}

/** Items as the README shows them; a block with one item may leave the list away. */
export function readmeItems(name: string): IDataObject[] {
	const content = JSON.parse(readmeBlock(name)) as IDataObject | IDataObject[];
	return Array.isArray(content) ? content : [content];
}
