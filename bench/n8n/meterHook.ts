/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IRun } from 'n8n-workflow';

/**
 * A hook file as n8n loads it (EXTERNAL_HOOK_FILES), read by Node.js as it stands: it measures one
 * execution from within, so that n8n's start and the printing of the result do not count.
 */

export interface Metered {
	readonly status: string;
	/** Why the execution did not succeed. */
	readonly message?: string;
	/** Milliseconds by the name of the node, from the run data. */
	readonly nodeMs: Readonly<Record<string, number>>;
	/** CPU time of n8n and its task runner during the execution. */
	readonly cpuMs: number;
	/** The most memory that n8n and its task runner have held, each at its own time. */
	readonly peakRssMb: number;
}

/** Where the measurement goes. */
const FILE_VARIABLE = 'BENCH_METER_FILE';

/** Linux counts CPU time in hundredths of a second (USER_HZ in proc(5)). */
const MS_PER_TICK = 10;
/** utime and stime in /proc/<pid>/stat, counted from the field behind the name (proc(5)). */
const PARENT_FIELD = 1;
const USER_TIME_FIELD = 11;
const SYSTEM_TIME_FIELD = 12;
const KILOBYTES_IN_MB = 1_024;

let cpuMsAtStart = 0;

export const workflow = {
	preExecute: [
		async () => {
			cpuMsAtStart = cpuMsNow();
		},
	],
	postExecute: [
		async (run: IRun) => {
			const { runData, error } = run.data.resultData;
			const nodes = Object.entries(runData).map(([name, [task]]) => [name, task.executionTime]);
			const metered: Metered = {
				status: run.status,
				message: error?.message,
				nodeMs: Object.fromEntries(nodes) as Record<string, number>,
				cpuMs: cpuMsNow() - cpuMsAtStart,
				peakRssMb: (process.resourceUsage().maxRSS + peakRssKbOfChildren()) / KILOBYTES_IN_MB,
			};
			writeFileSync(process.env[FILE_VARIABLE] ?? '', JSON.stringify(metered));
			// Else n8n prints a hundred thousand rows.
			run.data.resultData.runData = {};
		},
	],
};

function cpuMsNow(): number {
	const { user, system } = process.cpuUsage();
	const ticks = children().map(
		({ stat }) => Number(stat[USER_TIME_FIELD]) + Number(stat[SYSTEM_TIME_FIELD]),
	);
	return (user + system) / 1_000 + sum(ticks) * MS_PER_TICK;
}

function peakRssKbOfChildren(): number {
	const peaks = children().map(({ pid }) =>
		Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
	);
	return sum(peaks);
}

/** n8n's task runner is its only child. */
function children(): Array<{ pid: string; stat: string[] }> {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((pid) => {
			const stat = statOf(pid);
			return stat && Number(stat[PARENT_FIELD]) === process.pid ? [{ pid, stat }] : [];
		});
}

/** Undefined for a process that has ended meanwhile. */
function statOf(pid: string): string[] | undefined {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return text.slice(text.lastIndexOf(')') + 2).split(' ');
	} catch {
		return undefined;
	}
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
