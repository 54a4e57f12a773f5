import { DEBIAN } from './debian';
import { freePort } from '../../../tools/n8n/freePort';
import { startProgram, type Program } from '../../../tools/n8n/programs';
import { waitFor } from '../../../tools/n8n/waitFor';

const START_TIMEOUT_MS = 10_000;

export interface Redis {
	readonly port: number;
	readonly program: Program;
}

/** A Redis on this machine that keeps nothing on disk. */
export async function startRedis(): Promise<Redis> {
	const port = await freePort();
	const settings = { port, bind: '127.0.0.1', save: '""', appendonly: 'no' };
	const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
	const program = startProgram(DEBIAN.redis.file, args);
	await waitFor(
		'Redis',
		START_TIMEOUT_MS,
		() => program.output().includes('Ready to accept connections') || undefined,
	);
	return { port, program };
}
