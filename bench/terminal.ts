/* eslint-disable @n8n/community-nodes/no-restricted-globals */

export function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

/** Ends a command that could not go on. */
export function fail(error: unknown): void {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}
