/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What workflows call the node. */
export const NODE_TYPE = 'n8n-nodes-hubspot-associations.hubSpotAssociations';

export const PROJECT_FOLDER = resolve(__dirname, '..');
export const EXAMPLES_FOLDER = join(PROJECT_FOLDER, 'examples');

/** Creates a folder that is removed when this process ends. */
export function temporaryFolder(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), `hubspot-associations-${name}-`));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	return folder;
}
