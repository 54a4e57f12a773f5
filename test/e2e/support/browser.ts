import { chromium, selectors, type BrowserContext } from 'playwright-core';
import { DEBIAN } from './debian';

/** Large enough for the editor's three panels beside each other. */
const WINDOW = { width: 1440, height: 900 };

/** The machine may have no way out, and a test needs none: nothing here calls Google. */
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Debian's Chromium without a window, with a new profile. */
export async function openBrowser(profileFolder: string): Promise<BrowserContext> {
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launchPersistentContext(profileFolder, {
		executablePath: DEBIAN.chromium.file,
		headless: true,
		args: ARGUMENTS,
		viewport: WINDOW,
		deviceScaleFactor: 1,
		acceptDownloads: false,
	});
}
