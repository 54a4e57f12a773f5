import { drain } from '../../../nodes/HubSpotAssociations/batching/pool';
import { startSimulator, type Simulator } from '../../../simulator';
import { answerFaults } from './answerFaults';
import { batchFaults } from './batchFaults';
import { associationScenarios } from './associationScenarios';
import { deleteUnlistedScenarios } from './deleteUnlistedScenarios';
import type { FaultCase } from './faultCase';
import { labelScenarios } from './labelScenarios';
import { limitScenarios } from './limitScenarios';
import { marksOf, play, sentAgain, type Played, type PlayOptions } from './play';
import { titleOf, type Scenario } from './scenario';
import { statusFaults } from './statusFaults';
import { syncScenarios } from './syncScenarios';

export const SCENARIOS: readonly Scenario[] = [
	...associationScenarios,
	...syncScenarios,
	...labelScenarios,
	...limitScenarios,
	...deleteUnlistedScenarios,
];

export const FAULTS: readonly FaultCase[] = [...statusFaults, ...answerFaults, ...batchFaults];

/** One scenario under one fault. */
export interface Cell {
	/** One mark a row; see `MARKS`. */
	readonly marks: string;
	readonly requests: number;
	/** Inputs that were sent again although they had been answered. */
	readonly sentAgain: readonly string[];
	/** What was said of the rows that failed, row by row. */
	readonly failures: Played['rows']['failures'];
	/** Tokens that stand anywhere in the run. */
	readonly leaks: readonly string[];
}

/** By the titles of scenario and fault; a fault that cannot meet a scenario has no cell. */
export type FaultTable = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

/** Most of a run is waiting for its next try, so that many may run at once. */
const RUNS_AT_ONCE = 40;

/** Plays every scenario without a fault and then under each. */
export async function playAll(options: PlayOptions = {}): Promise<FaultTable> {
	const simulators = await Promise.all(
		Array.from({ length: RUNS_AT_ONCE }, async (_, lane) => {
			return await startSimulator({ token: `pat-sim-planted-${lane}` });
		}),
	);
	const free = [...simulators];
	const table = new Map<string, Map<string, Cell>>();
	const wanted = new Map<Scenario, Played>();
	await onEach(free, [...SCENARIOS], async (simulator, scenario) => {
		table.set(titleOf(scenario), new Map());
		wanted.set(scenario, await play(simulator, scenario, undefined, options));
	});
	await onEach(free, meetings(), async (simulator, { scenario, fault }) => {
		const played = await play(simulator, scenario, fault, options);
		const cells = table.get(titleOf(scenario));
		cells?.set(fault.title, cellOf(played, wanted.get(scenario) ?? played));
	});
	await Promise.all(simulators.map(async (simulator) => await simulator.close()));
	return table;
}

function meetings(): Array<{ scenario: Scenario; fault: FaultCase }> {
	return SCENARIOS.flatMap((scenario) =>
		FAULTS.filter((fault) => fault.expected(scenario) !== undefined).map((fault) => ({
			scenario,
			fault,
		})),
	);
}

function cellOf(played: Played, wanted: Played): Cell {
	return {
		marks: marksOf(played, wanted),
		requests: played.requests.length,
		sentAgain: sentAgain(played.requests),
		failures: played.rows.failures,
		leaks: played.leaks,
	};
}

async function onEach<Job>(
	free: Simulator[],
	jobs: Job[],
	run: (simulator: Simulator, job: Job) => Promise<void>,
): Promise<void> {
	await drain(jobs.reverse(), free.length, async (job) => {
		const simulator = free.pop();
		if (!simulator) throw new Error('More runs than simulators');
		await run(simulator, job);
		free.push(simulator);
	});
}
