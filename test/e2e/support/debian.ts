/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'node:fs';
import { runProgram } from '../../../tools/n8n/programs';

/** A program from Debian's packages that a test starts itself. */
export const DEBIAN = {
	chromium: { file: '/usr/bin/chromium', package: 'chromium' },
	redis: { file: '/usr/bin/redis-server', package: 'redis-server' },
	postgres: { file: '/usr/lib/postgresql/15/bin/postgres', package: 'postgresql-15' },
} as const;

export type DebianProgram = keyof typeof DEBIAN;

/**
 * Installs what is missing. Only root can; others are told the command.
 * @param say hears what is being installed
 */
export async function installFromDebian(
	names: readonly DebianProgram[],
	say: (text: string) => void,
): Promise<void> {
	const missing = names.map((name) => DEBIAN[name]).filter(({ file }) => !existsSync(file));
	if (missing.length === 0) return;
	const packages = missing.map((one) => one.package);
	if (process.getuid?.() !== 0) {
		throw new Error(`Install these first: apt-get install ${packages.join(' ')}`);
	}
	say(`Installing ${packages.join(', ')} from Debian`);
	// RUNLEVEL=1 keeps the packages from starting services: the tests start their own.
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	await runProgram('apt-get', ['update'], { env });
	await runProgram('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
}
