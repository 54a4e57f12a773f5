import { n8nLogger } from './engine';

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;

/** The lists that are being filled: one for each call of {@link collectLogs} that has not ended. */
const collecting = new Set<string[]>();

/** Calls `run` and collects what n8n and the nodes log meanwhile. n8n has one logger, so two runs at once get each other's lines too. */
export async function collectLogs<T>(
	run: () => Promise<T>,
): Promise<{ result: T; logs: string[] }> {
	const logs: string[] = [];
	if (collecting.size === 0) listen();
	collecting.add(logs);
	try {
		return { result: await run(), logs };
	} finally {
		collecting.delete(logs);
		if (collecting.size === 0) stopListening();
	}
}

/** Own methods hide those of the logger's class. */
function listen(): void {
	for (const level of LEVELS) {
		n8nLogger[level] = (message, metadata) => {
			const line = [level, message, metadata ? safeJson(metadata) : ''].join(' ').trimEnd();
			for (const logs of collecting) logs.push(line);
		};
	}
}

/** The logger outlives this module where tests share n8n-core. */
function stopListening(): void {
	for (const level of LEVELS) Reflect.deleteProperty(n8nLogger, level);
}

function safeJson(metadata: object): string {
	try {
		return JSON.stringify(metadata);
	} catch {
		return '[circular]';
	}
}
