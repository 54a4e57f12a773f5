/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { once } from 'node:events';
import type { Target } from '../contenders/contender';
import { forkFile, nextMessage } from './fork';

export interface SimulatorOrder {
	/** As many contacts and companies are there. */
	readonly rows: number;
	/** The name of the way in which the node is used: it decides what else is there, and what is counted. */
	readonly mode?: string;
	readonly delayMs: number;
	/** Default: any free one. */
	readonly port?: number;
	/** Default: the simulator's own. */
	readonly token?: string;
	/** Absent: no limit. */
	readonly requestsPerTenSeconds?: number;
}

/** What has come to the simulator since it was asked last. */
export interface SimulatorState {
	readonly requests: number;
	/** Requests that were answered 429. */
	readonly refused: number;
	/** Rows whose association is there as it should be, or whatever else their mode wants. */
	readonly done: number;
	/** From the first request to the last. */
	readonly spanMs: number;
}

export interface SimulatorProcess extends Target {
	/** Tells the state and empties the account for the next run. */
	takeState(): Promise<SimulatorState>;
	stop(): Promise<void>;
}

export async function startSimulatorProcess(order: SimulatorOrder): Promise<SimulatorProcess> {
	const child = forkFile('simulatorChild.ts', { ...order });
	const target = await nextMessage<Target>(child);
	return {
		...target,
		async takeState() {
			child.send('state');
			return await nextMessage<SimulatorState>(child);
		},
		async stop() {
			const ended = once(child, 'exit');
			child.kill();
			await ended;
		},
	};
}
