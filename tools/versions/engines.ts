/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { devDependencies } from '../../package.json';
import { runProgram } from '../n8n/programs';
import type { N8nVersion } from './versions';

/** An install waits for the registry more than it computes. */
const AT_ONCE = 3;

/** Returns the folder whose node_modules hold the engine of a version. */
export function engineFolder({ n8n }: Pick<N8nVersion, 'n8n'>): string {
	return join(__dirname, 'installed', n8n);
}

/**
 * Installs the engines that are missing, each into a folder of its own: 20 seconds and 200 to 400 MB
 * for each, once.
 * @param say hears what is being installed
 */
export async function installEngines(
	versions: readonly N8nVersion[],
	say: (text: string) => void,
): Promise<void> {
	const missing = versions.filter((version) => !isInstalled(version));
	const installNext = async (): Promise<void> => {
		for (let version = missing.shift(); version; version = missing.shift()) {
			say(`Installing the engine of n8n ${version.n8n}`);
			await install(version);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, installNext));
}

async function install(version: N8nVersion): Promise<void> {
	const folder = engineFolder(version);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), manifestOf(version));
	const args = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];
	await runProgram('npm', args, { cwd: folder });
	writeFileSync(stampOf(version), manifestOf(version));
}

function manifestOf({ core, workflow }: N8nVersion): string {
	const dependencies = {
		'n8n-core': core,
		'n8n-workflow': workflow,
		'reflect-metadata': devDependencies['reflect-metadata'],
	};
	return JSON.stringify({ private: true, dependencies });
}

function isInstalled(version: N8nVersion): boolean {
	const stamp = stampOf(version);
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === manifestOf(version);
}

/** Written when the install is complete, and gone with what it installed. */
function stampOf(version: N8nVersion): string {
	return join(engineFolder(version), 'node_modules', '.installed');
}
