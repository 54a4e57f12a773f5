import type { Target } from '../contenders/contender';
import { forkFile, nextMessage } from './fork';

export interface ContenderOrder {
	readonly name: string;
	/** The name of the way in which the node is used; absent: the plain way. */
	readonly mode?: string;
	readonly rows: number;
	/** The number of the first row; default 0. */
	readonly firstRow?: number;
	readonly target: Target;
}

export interface ContenderAnswer {
	readonly ms: number;
	readonly cpuMs: number;
	/** Of the whole process, its start included. */
	readonly peakRssMb: number;
}

/**
 * Runs one contender once in a process of its own.
 * @param execPath the Node.js to run it with
 * @throws Error when it has not confirmed every row
 */
export async function runContender(
	{ target: { url, token }, ...order }: ContenderOrder,
	execPath?: string,
): Promise<ContenderAnswer> {
	const child = forkFile('contenderChild.ts', { ...order, target: { url, token } }, execPath);
	return await nextMessage<ContenderAnswer>(child);
}
