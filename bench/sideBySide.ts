import type { Target } from './contenders/contender';
import { floor } from './contenders/floor';
import { hubspotClient } from './contenders/hubspotClient';
import type { BenchN8n } from './n8n/n8n';
import { WORKFLOW_CONTENDERS } from './n8n/workflows';
import type { Plan } from './plan';
import { runContender } from './processes/contenderParent';
import { startSimulatorProcess } from './processes/simulatorParent';
import { race, type Entrant } from './race';
import type { Result, Results } from './report/results';
import { say } from './terminal';

const BASELINE = 'rows-only';

const SCRIPTS = [hubspotClient.name, floor.name];
const WORKFLOWS = WORKFLOW_CONTENDERS.map(({ name }) => name).filter((name) => name !== BASELINE);

/** All contenders, in the order in which they are shown. */
export const NAMES: readonly string[] = [...WORKFLOWS, ...SCRIPTS];

/** One request a row: what takes minutes and shows nothing new is left out. */
const MOST_ROWS: Readonly<Record<string, number>> = { 'http-per-row': 10_000 };

export interface SideBySide {
	readonly plan: Plan;
	/** Those of {@link NAMES} that take part. */
	readonly names: readonly string[];
	readonly n8n: BenchN8n;
	/** The Node.js that n8n runs on: the scripts run on it too. */
	readonly node: string;
	/** Where the simulator has to be. */
	readonly target: Target;
}

/** All contenders against the same account, for every number of rows and every delay. */
export async function measureSideBySide({
	plan,
	names,
	n8n,
	node,
	target,
}: SideBySide): Promise<Pick<Results, 'results' | 'baselines'>> {
	const measured: Result[] = [];
	for (const delayMs of plan.delaysMs) {
		for (const rows of plan.rowCounts) {
			say(`${rows.toLocaleString('en')} rows, ${delayMs} ms an answer`);
			const entrants = entrantsFor(rows, names, plan.runs, n8n, node);
			const simulator = await startSimulatorProcess({
				rows,
				delayMs,
				port: Number(new URL(target.url).port),
				token: target.token,
			});
			try {
				measured.push(...(await race(entrants, delayMs, simulator)));
			} finally {
				await simulator.stop();
			}
		}
	}
	const baselines = measured.filter(({ contender }) => contender === BASELINE);
	return {
		baselines,
		results: measured
			.filter(({ contender }) => contender !== BASELINE)
			.map((result) => withoutBaseline(result, baselines)),
	};
}

function entrantsFor(
	rows: number,
	names: readonly string[],
	runs: number,
	n8n: BenchN8n,
	node: string,
): Entrant[] {
	const isWanted = (name: string) => names.includes(name) && rows <= (MOST_ROWS[name] ?? Infinity);
	const workflows = [BASELINE, ...WORKFLOWS.filter(isWanted)].map((name) => ({
		name,
		rows,
		runs,
		associates: name !== BASELINE,
		run: async () => await n8n.run(name, rows),
	}));
	const scripts = SCRIPTS.filter(isWanted).map((name) =>
		scriptEntrant({ name, rows, runs, associates: true }, node),
	);
	return [...workflows, ...scripts];
}

/** A contender that runs in a process of its own, without n8n's server. */
export function scriptEntrant(entrant: Omit<Entrant, 'run'>, node: string): Entrant {
	const { name, rows } = entrant;
	return {
		...entrant,
		run: async (target) => await runContender({ name, rows, target }, node),
	};
}

/** Reading the sheet and starting an execution is no contender's work. */
function withoutBaseline(result: Result, baselines: readonly Result[]): Result {
	if (!WORKFLOWS.includes(result.contender)) return result;
	const baseline = baselines.find(
		({ rows, delayMs }) => rows === result.rows && delayMs === result.delayMs,
	);
	return { ...result, cpuMs: Math.max(0, result.cpuMs - (baseline?.cpuMs ?? 0)) };
}
