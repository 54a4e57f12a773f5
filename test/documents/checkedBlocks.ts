import type { IDataObject } from 'n8n-workflow';
import { readDocuments, type Document } from './documents';
import { readNotedBlocks } from './markdown';

const CHECKED = /^checked: (.+)$/;

/**
 * Returns the blocks that follow `<!-- checked: name -->` in the documents, by name.
 * @throws Error when a name comes twice or has no block after it
 */
export function readCheckedBlocks(documents: readonly Document[] = readDocuments()) {
	const blocks = new Map<string, string>();
	for (const { path, text } of documents) {
		for (const { note, code } of readNotedBlocks(text)) {
			const [, name] = CHECKED.exec(note) ?? [];
			if (name === undefined) continue;
			if (code === '') throw new Error(`${path}: no block follows 'checked: ${name}'`);
			if (blocks.has(name)) throw new Error(`${path}: 'checked: ${name}' is there twice`);
			blocks.set(name, code);
		}
	}
	return blocks;
}

/** Reads items as a document shows them; a block with one item may leave the list away. */
export function itemsIn(block: string): IDataObject[] {
	const content = JSON.parse(block) as IDataObject | IDataObject[];
	return Array.isArray(content) ? content : [content];
}
