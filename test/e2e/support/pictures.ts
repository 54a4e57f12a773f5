/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PROJECT_FOLDER } from '../../../tools/project';

/** If set, the pictures that the documents show are taken again. */
export const PICTURES_VARIABLE = 'HUBSPOT_ASSOCIATIONS_PICTURES';

/** Git-ignored: what one run leaves for a person to look at. */
const OUTPUT_FOLDER = join(PROJECT_FOLDER, 'test', 'e2e', 'output');
const DOCUMENTS_FOLDER = join(PROJECT_FOLDER, 'docs', 'images');

/** Takes a picture of the editor for a person to look at after a test run; git ignores it. */
export async function takePicture(page: Page, name: string): Promise<void> {
	await saveScreenshot(page, OUTPUT_FOLDER, name);
}

/** Does the same for a picture that the documents show. */
export async function takeDocumentPicture(page: Page, name: string): Promise<void> {
	await saveScreenshot(page, documentFolder(), name);
}

/** Keeps an animation that the documents show. */
export function saveAnimation(animation: Buffer, name: string): void {
	mkdirSync(documentFolder(), { recursive: true });
	writeFileSync(join(documentFolder(), `${name}.webp`), animation);
}

function documentFolder(): string {
	return process.env[PICTURES_VARIABLE] === undefined ? OUTPUT_FOLDER : DOCUMENTS_FOLDER;
}

async function saveScreenshot(page: Page, folder: string, name: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
