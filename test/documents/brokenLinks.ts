/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { PROJECT_FOLDER } from '../../tools/project';
import { readDocument, type Document } from './documents';
import { readMarkdown } from './markdown';

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Returns the links and images of a document that lead to no file or heading of the project, each with the reason. */
export function brokenLinks(document: Document): string[] {
	return readMarkdown(document.text)
		.targets.filter((target) => !HAS_SCHEME.test(target))
		.flatMap((target) => {
			const reason = refuseTarget(target, document);
			return reason === undefined ? [] : [`${document.path}: ${target} ${reason}`];
		});
}

function refuseTarget(target: string, document: Document): string | undefined {
	const [file, anchor] = decodeURI(target).split('#');
	if (file.startsWith('/')) return 'must be relative';
	if (file === '') return refuseAnchor(anchor, document);
	const path = posix.join(posix.dirname(document.path), file);
	if (path.startsWith('..')) return 'leads out of the project';
	if (!existsSync(join(PROJECT_FOLDER, path))) return 'leads to no file';
	if (anchor === undefined) return undefined;
	return path.endsWith('.md')
		? refuseAnchor(anchor, readDocument(path))
		: 'names a heading of a file that has none';
}

function refuseAnchor(anchor: string, { text }: Document): string | undefined {
	return readMarkdown(text).anchors.has(anchor) ? undefined : 'leads to no heading';
}
