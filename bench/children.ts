/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Measured, Target } from './contenders/contender';

export interface SimulatorProcess extends Target {
	/** How many requests came since the last time this was asked. */
	countRequests(): Promise<number>;
	stop(): void;
}

export interface Sample extends Measured {
	readonly peakRssMb: number;
	readonly requests: number;
}

/** Starts the simulator with as many contacts and companies as there are rows. */
export async function startSimulatorProcess(
	rows: number,
	delayMs: number,
): Promise<SimulatorProcess> {
	const child = forkTypeScript('simulatorProcess.ts', [String(rows), String(delayMs)]);
	const [target] = (await once(child, 'message')) as [Target];
	return {
		...target,
		async countRequests() {
			child.send('requests');
			const [{ requests }] = (await once(child, 'message')) as [{ requests: number }];
			return requests;
		},
		stop: () => child.kill(),
	};
}

/** Runs one contender once and gives what it took. */
export async function runContender(
	name: string,
	rows: number,
	simulator: SimulatorProcess,
): Promise<Sample> {
	const child = forkTypeScript('contenderProcess.ts', [
		name,
		String(rows),
		simulator.url,
		simulator.token,
	]);
	const [measured] = (await Promise.race([
		once(child, 'message'),
		once(child, 'exit').then(([code]) => {
			throw new Error(`The contender ${name} ended with code ${String(code)} and no measurement`);
		}),
	])) as [Omit<Sample, 'requests'>];
	return { ...measured, requests: await simulator.countRequests() };
}

function forkTypeScript(file: string, args: string[]): ChildProcess {
	return fork(join(__dirname, file), args, { execArgv: ['--import', 'tsx'] });
}
