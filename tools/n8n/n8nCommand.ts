import { freePort } from './freePort';
import { n8nEnvironment, type N8nFolder } from './n8nFolder';
import { runProgram, startProgram, type Program } from './programs';

/** Where a further process of n8n's listens that nothing here talks to. */
async function privatePorts(): Promise<NodeJS.ProcessEnv> {
	return {
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		QUEUE_HEALTH_CHECK_PORT: String(await freePort()),
	};
}

/**
 * Runs one command of n8n's to its end.
 * @returns all that it printed
 * @throws Error with the last lines that it printed, when its exit code is not 0
 */
export async function runN8n(
	folder: N8nFolder,
	args: readonly string[],
	env: NodeJS.ProcessEnv = {},
): Promise<string> {
	const { node, n8n } = folder.installation;
	return await runProgram(node, [n8n, ...args], {
		env: { ...n8nEnvironment(folder), ...(await privatePorts()), ...env },
	});
}

/** Starts a command of n8n's that runs until it is stopped: `start` or `worker`. */
export async function startN8n(
	folder: N8nFolder,
	args: readonly string[],
	env: NodeJS.ProcessEnv = {},
): Promise<Program> {
	const { node, n8n } = folder.installation;
	return startProgram(node, [n8n, ...args], {
		env: { ...n8nEnvironment(folder), ...(await privatePorts()), ...env },
	});
}
