/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEBIAN } from './debian';
import { freePort } from '../../../tools/n8n/freePort';
import { runProgram, startProgram, type Program } from '../../../tools/n8n/programs';
import { waitFor } from '../../../tools/n8n/waitFor';

const BINARIES = dirname(DEBIAN.postgres.file);
const START_TIMEOUT_MS = 20_000;

/** The user that Debian's package makes: PostgreSQL refuses to run as root. */
const USER = 'postgres';
const USER_HOME = '/var/lib/postgresql';

export interface Postgres {
	readonly port: number;
	readonly program: Program;
	/** What n8n needs to use it. */
	readonly env: NodeJS.ProcessEnv;
}

/**
 * A new PostgreSQL on this machine, open to everybody on it.
 * @param parentFolder where it keeps its data; must be reachable for the user postgres
 */
export async function startPostgres(parentFolder: string): Promise<Postgres> {
	const folder = join(parentFolder, 'postgres');
	mkdirSync(folder);
	const isRoot = process.getuid?.() === 0;
	if (isRoot) {
		const { uid, gid } = statSync(USER_HOME);
		chownSync(parentFolder, uid, gid);
		chownSync(folder, uid, gid);
	}
	const asUser = isRoot ? ['runuser', '-u', USER, '--'] : [];
	const run = (binary: string, ...args: string[]) => {
		const [command, ...rest] = [...asUser, join(BINARIES, binary), ...args];
		return [command, rest] as const;
	};
	const data = join(folder, 'data');
	await runProgram(...run('initdb', '-D', data, '-U', USER, '-A', 'trust', '--no-sync'), {
		cwd: folder,
	});
	const port = await freePort();
	const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'];
	const server = run('postgres', '-D', data, '-p', String(port), '-k', folder, ...settings);
	const program = startProgram(...server, { cwd: folder });
	await waitFor(
		'PostgreSQL',
		START_TIMEOUT_MS,
		() => program.output().includes('ready to accept connections') || undefined,
	);
	return { port, program, env: n8nSettings(port) };
}

function n8nSettings(port: number): NodeJS.ProcessEnv {
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: USER,
		DB_POSTGRESDB_USER: USER,
	};
}
