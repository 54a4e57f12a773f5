import { n8nLogger } from './engine';

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;

/** Calls `run` and collects what n8n and the nodes log meanwhile. n8n has one logger, so two runs at once share their lines. */
export async function collectLogs<T>(
	run: () => Promise<T>,
): Promise<{ result: T; logs: string[] }> {
	const logs: string[] = [];
	const before = LEVELS.map((level) => [level, n8nLogger[level]] as const);
	for (const level of LEVELS) {
		n8nLogger[level] = (message, metadata) => {
			logs.push([level, message, metadata ? safeJson(metadata) : ''].join(' ').trimEnd());
		};
	}
	try {
		return { result: await run(), logs };
	} finally {
		for (const [level, method] of before) n8nLogger[level] = method;
	}
}

function safeJson(metadata: object): string {
	try {
		return JSON.stringify(metadata);
	} catch {
		return '[circular]';
	}
}
