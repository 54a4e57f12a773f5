import { freePort } from './freePort';
import { startN8n } from './n8nCommand';
import type { N8nFolder } from './n8nFolder';
import { lastLines, type Program } from './programs';
import { waitFor } from './waitFor';

export interface N8nServer {
	readonly url: string;
	readonly program: Program;
	stop(): Promise<void>;
}

export interface N8nServerOptions {
	/** Default: any free one. */
	port?: number;
	/** How people reach it. Default: the port on 127.0.0.1. */
	address?: string;
	env?: NodeJS.ProcessEnv;
}

/** A cold start on a busy machine of two cores. */
const START_TIMEOUT_MS = 120_000;

/** Starts a whole n8n and waits until it answers. */
export async function startN8nServer(
	folder: N8nFolder,
	{ port, address, env = {} }: N8nServerOptions = {},
): Promise<N8nServer> {
	const n8nPort = port ?? (await freePort());
	const url = `http://127.0.0.1:${n8nPort}`;
	const program = await startN8n(folder, ['start'], {
		N8N_PORT: String(n8nPort),
		N8N_EDITOR_BASE_URL: address ?? url,
		WEBHOOK_URL: address ?? url,
		...env,
	});
	let ended = false;
	void program.ended.then(() => (ended = true));
	await waitFor('n8n to start', START_TIMEOUT_MS, async () => {
		if (ended) throw new Error(`n8n did not start\n${lastLines(program.output())}`);
		return (await isReady(url)) || undefined;
	});
	return { url, program, stop: () => program.stop() };
}

async function isReady(url: string): Promise<boolean> {
	try {
		return (await fetch(`${url}/healthz/readiness`)).ok;
	} catch {
		return false;
	}
}
