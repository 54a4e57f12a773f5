/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { runProgram } from './programs';

/** An n8n with the Node that it runs on. */
export interface Installation {
	/** The `n8n` command, to be run by `node`. */
	readonly n8n: string;
	readonly node: string;
	/** PATH with that Node first. */
	readonly path: string;
	/** Modules of n8n that are switched off, by their names in this version. */
	readonly disabledModules: readonly string[];
}

/** A version of n8n that can be installed: a package.json beside this file or in a folder of its own. */
interface Release {
	/** Where its package.json is. */
	readonly source: string;
	/** With a lock file each install is the same; without one it is what a person gets today. */
	readonly isLocked: boolean;
	readonly disabledModules: readonly string[];
}

/** The newest n8n that is tested. */
export const N8N_2: Release = {
	source: __dirname,
	isLocked: true,
	disabledModules: ['mcp-registry', 'instance-ai', 'chat-hub'],
};

/** The last line of n8n 1. */
export const N8N_1: Release = {
	source: join(__dirname, 'n8n1'),
	isLocked: false,
	disabledModules: [],
};

/** n8n 2.41 asks for Node 24 (`engines` in its package.json). */
const LEAST_NODE_MAJOR = 24;
const HEARTBEAT_MS = 30_000;
const MANIFEST = 'package.json';
const LOCK_FILE = 'package-lock.json';

/**
 * Installs n8n from the npm registry once: about five minutes and 3 GB, in this folder or in the one
 * that N8N_E2E_FOLDER names.
 * @param say hears each step that takes long
 */
export async function installN8n(
	say: (text: string) => void,
	release: Release = N8N_2,
): Promise<Installation> {
	const folder = folderOf(release);
	if (!isInstalled(release)) {
		copyInstallFiles(release);
		const command = release.isLocked ? ['ci'] : ['install', '--no-package-lock'];
		await step(say, `Installing n8n into ${folder}: about 5 minutes and 3 GB, once`, async () => {
			await runProgram('npm', [...command, '--ignore-scripts'], { cwd: folder });
		});
		await step(say, "Building n8n's database driver: about a minute", async () => {
			await rebuildDatabaseDriver(release);
		});
		writeFileSync(stampOf(folder), fingerprint(release));
	}
	return installationOf(release);
}

function folderOf({ source }: Release): string {
	const folder = process.env.N8N_E2E_FOLDER;
	return folder === undefined ? source : join(folder, relative(__dirname, source));
}

/** Says what begins, and now and then that it goes on. */
async function step(
	say: (text: string) => void,
	what: string,
	work: () => Promise<void>,
): Promise<void> {
	say(what);
	const startedAt = Date.now();
	const timer = setInterval(() => {
		say(`  … ${Math.round((Date.now() - startedAt) / 1000)} s`);
	}, HEARTBEAT_MS);
	try {
		await work();
	} finally {
		clearInterval(timer);
	}
}

function isInstalled(release: Release): boolean {
	const stamp = stampOf(folderOf(release));
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(release);
}

function stampOf(folder: string): string {
	return join(folder, 'node_modules', '.n8n-installed');
}

function fingerprint({ source, isLocked }: Release): string {
	return createHash('sha256')
		.update(readFileSync(join(source, isLocked ? LOCK_FILE : MANIFEST)))
		.digest('hex');
}

function copyInstallFiles(release: Release): void {
	const { source, isLocked } = release;
	const folder = folderOf(release);
	if (folder === source) return;
	mkdirSync(folder, { recursive: true });
	for (const name of [MANIFEST, '.npmrc', ...(isLocked ? [LOCK_FILE] : [])])
		copyFileSync(join(source, name), join(folder, name));
}

/** The one install script that n8n needs. Where no ready-made driver can be had, it is compiled. */
async function rebuildDatabaseDriver(release: Release): Promise<void> {
	const { path, node } = installationOf(release);
	const env = { ...process.env, PATH: path, npm_config_nodedir: dirname(dirname(node)) };
	const args = ['rebuild', 'sqlite3', '--ignore-scripts=false'];
	await runProgram('npm', args, { cwd: folderOf(release), env });
}

function installationOf(release: Release): Installation {
	const folder = folderOf(release);
	const node = nodeIn(folder);
	return {
		n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		node,
		path: [dirname(node), process.env.PATH].join(delimiter),
		disabledModules: release.disabledModules,
	};
}

/** The Node that came with the install, or the one that runs this where there is none for the machine. */
function nodeIn(folder: string): string {
	const packaged = `node-${process.platform}-${process.arch}`;
	const node = join(folder, 'node_modules', packaged, 'bin', 'node');
	if (existsSync(node)) return node;
	if (Number.parseInt(process.versions.node, 10) >= LEAST_NODE_MAJOR) return process.execPath;
	throw new Error(`n8n needs Node ${LEAST_NODE_MAJOR} or newer on this machine`);
}
