import { n8nLogger } from './engine';

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;

/** The lists that are being filled: one for each call of {@link collectLogs} that has not ended. */
const collecting = new Set<string[]>();

for (const level of LEVELS) {
	const write = n8nLogger[level].bind(n8nLogger);
	n8nLogger[level] = (message, metadata) => {
		if (collecting.size === 0) return write(message, metadata);
		const line = [level, message, metadata ? safeJson(metadata) : ''].join(' ').trimEnd();
		for (const logs of collecting) logs.push(line);
	};
}

/** Calls `run` and collects what n8n and the nodes log meanwhile. n8n has one logger, so two runs at once get each other's lines too. */
export async function collectLogs<T>(
	run: () => Promise<T>,
): Promise<{ result: T; logs: string[] }> {
	const logs: string[] = [];
	collecting.add(logs);
	try {
		return { result: await run(), logs };
	} finally {
		collecting.delete(logs);
	}
}

function safeJson(metadata: object): string {
	try {
		return JSON.stringify(metadata);
	} catch {
		return '[circular]';
	}
}
