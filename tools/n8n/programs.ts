/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/require-node-api-error */
import { spawn, type ChildProcess } from 'node:child_process';

export interface ProgramOptions {
	env?: NodeJS.ProcessEnv;
	cwd?: string;
	/** Hears what the program prints, as it prints it. */
	onOutput?: (text: string) => void;
}

/** A program that never outlives this process. */
export interface Program {
	readonly name: string;
	/** All that it has printed so far. */
	output(): string;
	/** Its exit code; null where a signal ended it. */
	readonly ended: Promise<number | null>;
	/** Asks it to end, and ends it after ten seconds. */
	stop(): Promise<void>;
	/** What Ctrl-C does, to it and to all that it has started. */
	interrupt(): Promise<void>;
	/** SIGKILL, to it and to all that it has started. */
	kill(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const TAIL_LINES = 40;

const running = new Set<ChildProcess>();

/** Starts a program in a process group of its own, so that it can be ended with all that it starts. */
export function startProgram(
	command: string,
	args: readonly string[],
	{ env, cwd, onOutput }: ProgramOptions = {},
): Program {
	endWithThisProcess();
	const child = spawn(command, args, {
		cwd,
		env,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	running.add(child);
	let printed = '';
	const hear = (chunk: Buffer) => {
		printed += chunk.toString();
		onOutput?.(chunk.toString());
	};
	child.stdout.on('data', hear);
	child.stderr.on('data', hear);
	const ended = new Promise<number | null>((resolve) => {
		child.once('error', (error) => {
			printed += `${error.message}\n`;
			resolve(null);
		});
		child.once('close', resolve);
	}).finally(() => running.delete(child));
	return {
		name: [command, ...args].join(' '),
		output: () => printed,
		ended,
		async stop() {
			signalGroup(child, 'SIGTERM');
			const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), PATIENCE_MS);
			await ended;
			clearTimeout(timer);
			signalGroup(child, 'SIGKILL');
		},
		async interrupt() {
			signalGroup(child, 'SIGINT');
			await ended;
		},
		async kill() {
			signalGroup(child, 'SIGKILL');
			await ended;
		},
	};
}

/**
 * Runs a program to its end.
 * @returns all that it printed
 * @throws Error with the last lines that it printed, when its exit code is not 0
 */
export async function runProgram(
	command: string,
	args: readonly string[],
	options: ProgramOptions = {},
): Promise<string> {
	const program = startProgram(command, args, options);
	const code = await program.ended;
	if (code === 0) return program.output();
	throw new Error(`${program.name} ended with ${code}\n${lastLines(program.output())}`);
}

export function lastLines(text: string): string {
	return text.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
}

let prepared = false;

function endWithThisProcess(): void {
	if (prepared) return;
	prepared = true;
	// First of all: what a program writes to is removed after it.
	process.prependListener('exit', () => {
		for (const child of running) signalGroup(child, 'SIGKILL');
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.once(signal, () => process.exit(1));
	}
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, signal);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
	}
}
