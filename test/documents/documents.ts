/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../tools/project';

/** Where the documents for people stand: the project's own folder, and these two. */
const FOLDERS = ['', 'docs/', 'examples/'];

export interface Document {
	/** From the project's folder, with slashes. */
	readonly path: string;
	readonly text: string;
}

/** Reads the README, CONTRIBUTING and their like, everything in docs, and the examples' README. */
export function readDocuments(): Document[] {
	return FOLDERS.flatMap((folder) =>
		readdirSync(join(PROJECT_FOLDER, folder))
			.filter((name) => name.endsWith('.md'))
			.sort()
			.map((name) => readDocument(`${folder}${name}`)),
	);
}

/** @param path from the project's folder */
export function readDocument(path: string): Document {
	return { path, text: readFileSync(join(PROJECT_FOLDER, path), 'utf8') };
}
