/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { BenchRow } from '../rows';

export interface Target {
	readonly url: string;
	readonly token: string;
}

/** One way to associate rows; it measures only the work itself, not its own start. */
export interface Contender {
	readonly name: string;
	readonly description: string;
	run(rows: BenchRow[], target: Target): Promise<Measured>;
}

export interface Measured {
	/** Wall-clock time of the work. */
	readonly ms: number;
	/** User and system CPU time of the process during the work. */
	readonly cpuMs: number;
	/** How many rows have an association confirmed by id. */
	readonly confirmed: number;
}

/** The one label that every contender sends. */
export const ASSOCIATION_TYPE = { category: 'USER_DEFINED', typeId: 38 } as const;

/** Starts a stopwatch for wall-clock and CPU time. */
export function stopwatch(): () => Pick<Measured, 'ms' | 'cpuMs'> {
	const startedAt = performance.now();
	const cpuAtStart = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(cpuAtStart);
		return { ms: performance.now() - startedAt, cpuMs: (user + system) / 1_000 };
	};
}
