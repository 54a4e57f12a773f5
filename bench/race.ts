import type { ContenderAnswer } from './processes/contenderParent';
import type { SimulatorProcess } from './processes/simulatorParent';
import type { Result } from './report/results';
import { say } from './terminal';

/** One who takes part. */
export interface Entrant {
	readonly name: string;
	/** The name of the way in which the node is used; absent: the plain way. */
	readonly mode?: string;
	readonly rows: number;
	/** How many times it runs; each other time is a turn of the others alone. */
	readonly runs: number;
	/** Whether each row must be done in the account after a run; one that only passes rows through does none. */
	readonly associates: boolean;
	run(simulator: SimulatorProcess): Promise<ContenderAnswer>;
}

type Sample = ContenderAnswer & Pick<Result, 'requests'>;

/**
 * Runs all in turn, so that a slow moment of the machine hits all alike.
 * @returns the medians, in the order of the entrants
 * @throws Error when a run has left a row without its association: its time does not count
 */
export async function race(
	entrants: readonly Entrant[],
	delayMs: number,
	simulator: SimulatorProcess,
): Promise<Result[]> {
	const samples = new Map<Entrant, Sample[]>(entrants.map((entrant) => [entrant, []]));
	const rounds = Math.max(...entrants.map(({ runs }) => runs));
	for (let round = 0; round < rounds; round++) {
		for (const entrant of entrants.filter(({ runs }) => runs > round)) {
			const sample = await sampleOf(entrant, simulator);
			samples.get(entrant)?.push(sample);
			say(
				`  ${entrant.name} with ${entrant.rows.toLocaleString('en')} rows ${round + 1}/${entrant.runs}: ${described(sample)}`,
			);
		}
	}
	return [...samples].map(([{ name, mode, rows }, list]) => ({
		contender: name,
		mode,
		rows,
		delayMs,
		medianMs: median(list.map(({ ms }) => ms)),
		cpuMs: median(list.map(({ cpuMs }) => cpuMs)),
		peakRssMb: median(list.map(({ peakRssMb }) => peakRssMb)),
		requests: median(list.map(({ requests }) => requests)),
	}));
}

async function sampleOf(
	{ name, rows, associates, run }: Entrant,
	simulator: SimulatorProcess,
): Promise<Sample> {
	const answer = await run(simulator);
	const { requests, done } = await simulator.takeState();
	const expected = associates ? rows : 0;
	if (done !== expected) {
		throw new Error(`${name} has done ${done} rows, not ${expected}`);
	}
	return { ...answer, requests };
}

/** The middle one, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

function described({ ms, cpuMs, peakRssMb, requests }: Sample): string {
	const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(2)} s`;
	return `${seconds(ms)}, CPU ${seconds(cpuMs)}, peak memory ${peakRssMb.toFixed(0)} MB, ${requests} requests`;
}
