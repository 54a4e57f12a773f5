/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from './installation';
import { TARBALL } from './packedProject';
import { runProgram } from './programs';

/** Where one n8n keeps its data, with the packed node installed in it. */
export interface N8nFolder {
	readonly userFolder: string;
	/** The folder in which workflows may read and write files. */
	readonly files: string;
	readonly installation: Installation;
}

const ENCRYPTION_KEY = 'e2e';

/**
 * Installs the packed node into a user folder with the command that n8n's Community Nodes page runs:
 * into .n8n/nodes, without scripts, without what is for development only.
 */
export async function createN8nFolder(
	installation: Installation,
	userFolder: string,
): Promise<N8nFolder> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const files = join(userFolder, 'files');
	mkdirSync(nodes, { recursive: true });
	mkdirSync(files, { recursive: true });
	const description = { name: 'installed-nodes', private: true, dependencies: {} };
	writeFileSync(join(nodes, 'package.json'), JSON.stringify(description));
	await runProgram(
		'npm',
		['install', TARBALL, '--legacy-peer-deps', '--ignore-scripts', '--omit=dev', '--no-audit'],
		{ cwd: nodes, env: { ...process.env, PATH: installation.path } },
	);
	return { userFolder, files, installation };
}

/** Nothing of the machine's own n8n, no call to n8n's servers, listening on this machine only. */
export function n8nEnvironment({ userFolder, files, installation }: N8nFolder): NodeJS.ProcessEnv {
	return {
		PATH: installation.path,
		HOME: userFolder,
		TZ: 'UTC',
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: ENCRYPTION_KEY,
		N8N_RESTRICT_FILE_ACCESS_TO: files,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
		N8N_DISABLED_MODULES: installation.disabledModules.join(','),
		...Object.fromEntries(CALLS_HOME.map((name) => [name, 'false'])),
	};
}

const CALLS_HOME = [
	'N8N_DIAGNOSTICS_ENABLED',
	'N8N_VERSION_NOTIFICATIONS_ENABLED',
	'N8N_TEMPLATES_ENABLED',
	'N8N_PERSONALIZATION_ENABLED',
	'N8N_HIRING_BANNER_ENABLED',
	'N8N_DYNAMIC_BANNERS_ENABLED',
	'N8N_VERIFIED_PACKAGES_ENABLED',
	'N8N_LICENSE_AUTO_RENEW_ENABLED',
];
