/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { cpus } from 'node:os';
import { runContender, startSimulatorProcess, type Sample } from './children';

/** 100,000 rows against an account that answers in 20 ms: what the README's benchmark section tells. */
const ROWS = 100_000;
const DELAY_MS = 20;

/** The evaluator takes most of a minute, so it runs once; the others give a median. */
const RUNS: ReadonlyArray<readonly [contender: string, runs: number]> = [
	['node', 5],
	['floor', 5],
	['node-evaluator', 1],
];

async function main(): Promise<void> {
	print(
		`${ROWS.toLocaleString('en')} rows, ${DELAY_MS} ms an answer, Node.js ${process.version}, ${cpus().length} × ${cpus()[0].model}`,
	);
	const simulator = await startSimulatorProcess(ROWS, DELAY_MS);
	try {
		const samples = new Map<string, Sample[]>();
		for (const [contender, runs] of interleaved()) {
			const sample = await runContender(contender, ROWS, simulator);
			if (sample.confirmed !== ROWS)
				throw new Error(`${contender} confirmed ${sample.confirmed} rows of ${ROWS}`);
			samples.set(contender, [...(samples.get(contender) ?? []), sample]);
			print(`  ${contender} ${samples.get(contender)?.length}/${runs}: ${describe(sample)}`);
		}
		for (const [contender, list] of samples) print(`${contender}: ${describe(median(list))}`);
		printRatios(median(samples.get('node') ?? []), median(samples.get('floor') ?? []));
	} finally {
		simulator.stop();
	}
}

/** One run of each in turn, so that a slow moment of the machine hits all alike. */
function interleaved(): Array<readonly [string, number]> {
	const rounds = Math.max(...RUNS.map(([, runs]) => runs));
	return Array.from({ length: rounds }, (_, round) =>
		RUNS.filter(([, runs]) => runs > round),
	).flat();
}

function median(samples: readonly Sample[]): Sample {
	const middle = (pick: (sample: Sample) => number) =>
		samples.map(pick).sort((a, b) => a - b)[Math.floor(samples.length / 2)];
	return {
		ms: middle((sample) => sample.ms),
		cpuMs: middle((sample) => sample.cpuMs),
		peakRssMb: middle((sample) => sample.peakRssMb),
		requests: middle((sample) => sample.requests),
		confirmed: middle((sample) => sample.confirmed),
	};
}

function describe({ ms, cpuMs, peakRssMb, requests }: Sample): string {
	return `${(ms / 1_000).toFixed(2)} s, CPU ${(cpuMs / 1_000).toFixed(2)} s, peak memory ${peakRssMb.toFixed(0)} MB, ${requests} requests`;
}

function printRatios(node: Sample, floor: Sample): void {
	print(
		`node to floor: time ${(node.ms / floor.ms).toFixed(2)}, CPU ${(node.cpuMs / floor.cpuMs).toFixed(2)}`,
	);
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

void main();
