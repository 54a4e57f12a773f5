/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const PROJECT_FOLDER = resolve(__dirname, '../../..');
export const E2E_FOLDER = resolve(__dirname, '..');
export const EXAMPLES_FOLDER = join(PROJECT_FOLDER, 'examples');
/** Git-ignored: what one run leaves for a person to look at. */
export const OUTPUT_FOLDER = join(E2E_FOLDER, 'output');

/** A folder that is gone when this process ends. */
export function temporaryFolder(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), `hubspot-associations-${name}-`));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	return folder;
}
