/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { BenchRow } from '../rows';

export interface Target {
	readonly url: string;
	readonly token: string;
}

/** One way to associate rows, in a process of its own. */
export interface Contender {
	readonly name: string;
	/** Measures only the work itself, not its own start. */
	run(rows: BenchRow[], target: Target): Promise<Measured>;
}

export interface Measured {
	/** Wall-clock time of the work. */
	readonly ms: number;
	/** User and system CPU time of the process during the work. */
	readonly cpuMs: number;
	/** How many rows the contender itself knows to be done, each by its ids. */
	readonly confirmed: number;
}

/** The one label that every contender sends. */
export const ASSOCIATION_TYPE = { category: 'USER_DEFINED', typeId: 38 } as const;

/** HubSpot's maximum for creating associations with labels. Source: HubSpot's associations guide. */
export const BATCH_SIZE = 2_000;

/** The rows in HubSpot's batches, each with the number of its first row. */
export function batchesOf(rows: readonly BenchRow[]): Array<{ start: number; batch: BenchRow[] }> {
	return Array.from({ length: Math.ceil(rows.length / BATCH_SIZE) }, (_, index) => {
		const start = index * BATCH_SIZE;
		return { start, batch: rows.slice(start, start + BATCH_SIZE) };
	});
}

/** Starts a stopwatch for wall-clock and CPU time. */
export function stopwatch(): () => Pick<Measured, 'ms' | 'cpuMs'> {
	const startedAt = performance.now();
	const cpuAtStart = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(cpuAtStart);
		return { ms: performance.now() - startedAt, cpuMs: (user + system) / 1_000 };
	};
}
