/* eslint-disable no-console, @n8n/community-nodes/require-node-api-error */
import fc from 'fast-check';
import { SCALE, countOf } from '../../counts';
import { RANDOM_SEED } from '../../randomSeed';
import { startSimulator } from '../../../simulator';
import { associationRuns } from './associations';
import { labelRuns } from './labels';
import { limitRuns } from './limits';
import { findings } from './play';
import type { Scenario } from './scenario';

const RUNS = countOf('randomRuns');

/** Runs that wait for their next try do so side by side. */
const LANES = 12;

const MS_PER_RUN = 120;
const LEAST_MS = 60_000;

const KINDS = [
	['associations', associationRuns],
	['limits', limitRuns],
	['labels', labelRuns],
] as const;

async function runLane(runs: fc.Arbitrary<Scenario>, lane: number): Promise<void> {
	const simulator = await startSimulator();
	const property = fc.asyncProperty(runs, async (scenario) => {
		const found = await findings(simulator, scenario);
		if (found.length > 0) throw new Error(found.join('\n'));
	});
	try {
		await fc.assert(property, {
			seed: RANDOM_SEED + lane,
			numRuns: Math.ceil(RUNS / KINDS.length / LANES),
		});
	} catch (error) {
		const { message, cause } = error as Error;
		const again = `Again with TEST_COUNTS=${SCALE} RANDOM_SEED=${RANDOM_SEED} (lane ${lane})`;
		throw new Error([again, message, String(cause)].join('\n'));
	} finally {
		await simulator.close();
	}
}

beforeAll(() => console.log(`${RUNS} random runs: RANDOM_SEED=${RANDOM_SEED}`));

it.each(KINDS)(
	'%s: account and outcomes are what the model says, whatever goes wrong',
	async (_, runs) => {
		const lanes = Array.from({ length: LANES }, async (_lane, lane) => await runLane(runs, lane));
		const ended = await Promise.allSettled(lanes);
		const fellShort = ended.find((one) => one.status === 'rejected');
		if (fellShort) throw fellShort.reason;
	},
	LEAST_MS + RUNS * MS_PER_RUN,
);
