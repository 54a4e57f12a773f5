/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runProgram } from './programs';

/** An n8n with the Node that it runs on. */
export interface Installation {
	/** The `n8n` command, to be run by `node`. */
	readonly n8n: string;
	readonly node: string;
	/** PATH with that Node first. */
	readonly path: string;
}

/** n8n 2.41 asks for Node 24 (`engines` in its package.json). */
const LEAST_NODE_MAJOR = 24;
const HEARTBEAT_MS = 30_000;
const LOCK_FILE = 'package-lock.json';
const INSTALL_FILES = ['package.json', LOCK_FILE, '.npmrc'];

/**
 * Installs n8n from the npm registry once: about five minutes and 3 GB, in this folder or in the one
 * that N8N_E2E_FOLDER names.
 * @param say hears each step that takes long
 */
export async function installN8n(say: (text: string) => void): Promise<Installation> {
	const folder = process.env.N8N_E2E_FOLDER ?? __dirname;
	if (!isInstalled(folder)) {
		copyInstallFiles(folder);
		await step(say, `Installing n8n into ${folder}: about 5 minutes and 3 GB, once`, async () => {
			await runProgram('npm', ['ci', '--ignore-scripts'], { cwd: folder });
		});
		await step(say, "Building n8n's database driver: about a minute", async () => {
			await rebuildDatabaseDriver(folder);
		});
		writeFileSync(stampOf(folder), fingerprint());
	}
	return installationIn(folder);
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

function isInstalled(folder: string): boolean {
	const stamp = stampOf(folder);
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

function stampOf(folder: string): string {
	return join(folder, 'node_modules', '.n8n-installed');
}

function fingerprint(): string {
	return createHash('sha256')
		.update(readFileSync(join(__dirname, LOCK_FILE)))
		.digest('hex');
}

function copyInstallFiles(folder: string): void {
	if (folder === __dirname) return;
	mkdirSync(folder, { recursive: true });
	for (const name of INSTALL_FILES) copyFileSync(join(__dirname, name), join(folder, name));
}

/** The one install script that n8n needs. Where no ready-made driver can be had, it is compiled. */
async function rebuildDatabaseDriver(folder: string): Promise<void> {
	const { path, node } = installationIn(folder);
	const env = { ...process.env, PATH: path, npm_config_nodedir: dirname(dirname(node)) };
	await runProgram('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false'], { cwd: folder, env });
}

function installationIn(folder: string): Installation {
	const node = nodeIn(folder);
	return {
		n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		node,
		path: [dirname(node), process.env.PATH].join(delimiter),
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
