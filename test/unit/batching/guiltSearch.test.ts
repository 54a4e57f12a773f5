import fc from 'fast-check';
import {
	refusedWithSample,
	samplePositions,
} from '../../../nodes/HubSpotAssociations/batching/guiltSearch';
import type { Outcome } from '../../../nodes/HubSpotAssociations/outcome';
import { countOf } from '../../counts';
import { associate } from './support/associate';

const ROWS = 2_000;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Associates rows of which some are guilty, without HubSpot naming any; rows are numbered from 1. */
async function associateGuilty(
	count: number,
	guilty: readonly number[],
	overrides: Parameters<typeof associate>[2] = {},
) {
	const guiltyIds = new Set(guilty.map(String));
	const run = await associate(
		count,
		{ guilt: 'refusalUnnamed', guiltyIds, delays: [5, 20, 1] },
		overrides,
	);
	const innocent = run.failed.filter((row) => !guiltyIds.has(String(row)));
	return { ...run, innocent };
}

const wasNotTried = (outcome: Outcome<unknown> | undefined) =>
	outcome?.ok === false && outcome.failure.message.startsWith('This row was not tried alone');

describe('a refusal that names no row', () => {
	it('costs 25 requests at most for one guilty row of 2,000, wherever it stands', async () => {
		for (const row of [1, 2, 777, 1_251, 1_999, 2_000]) {
			const { failed, requests } = await associateGuilty(ROWS, [row]);
			expect(failed).toEqual([row]);
			expect(requests).toBeLessThanOrEqual(25);
		}
	});

	it('refuses all of 2,000 guilty rows after a sample', async () => {
		const { failed, requests, outcomes } = await associateGuilty(ROWS, numbers(ROWS));
		expect(failed).toHaveLength(ROWS);
		expect(requests).toBe(1 + 8);
		expect(outcomes.filter(wasNotTried)).toHaveLength(ROWS - 8);
		expect(outcomes.find(wasNotTried)).toMatchObject({
			failure: {
				message:
					'This row was not tried alone: HubSpot refused its batch, and then 8 rows from across the batch, each for the same reason: Something is wrong',
				advice: 'Run the row again once that is fixed.',
				state: 'notSent',
				retryable: true,
			},
		});
	});

	it('samples the further batches of a call less', async () => {
		const { failed, requests } = await associateGuilty(100_000, numbers(100_000));
		expect(failed).toHaveLength(100_000);
		// Five batches are under way before the first sample is complete.
		expect(requests).toBeLessThanOrEqual(5 * (1 + 8) + 45 * (1 + 3));
	});

	it.each([
		['the first tenth', numbers(200), 150],
		['the last tenth', numbers(ROWS).slice(-200), 150],
		['the first half', numbers(1_000), 300],
		['the last half', numbers(ROWS).slice(-1_000), 300],
		['all but the first', numbers(ROWS).slice(1), 300],
		['every second', numbers(ROWS).filter((row) => row % 2 === 0), 3_000],
		['every second, the first too', numbers(ROWS).filter((row) => row % 2 === 1), 3_000],
		['every third', numbers(ROWS).filter((row) => row % 3 === 0), 3_000],
		['ten of 2,000', numbers(ROWS).filter((row) => row % 200 === 7), 240],
	])('refuses no innocent row where %s are guilty', async (_, guilty, most) => {
		const { failed, innocent, requests } = await associateGuilty(ROWS, guilty);
		expect(innocent).toEqual([]);
		expect(failed).toHaveLength(guilty.length);
		expect(requests).toBeLessThanOrEqual(most);
	});

	it('ends at the first guilty row where the run is to stop', async () => {
		const { failed, requests, outcomes } = await associateGuilty(ROWS, numbers(ROWS), {
			stopOnFailure: true,
		});
		expect(failed).toHaveLength(ROWS);
		expect(requests).toBe(2);
		expect(outcomes.filter((one) => !one?.ok && one?.failure.state === 'refused')).toHaveLength(1);
	});

	it('costs what the guilty rows cost, and blames an innocent one only with a sample', async () => {
		const runs = fc.record({
			count: fc.integer({ min: 1, max: 150 }),
			guilty: fc.oneof(
				fc.array(fc.integer({ min: 1, max: 150 }), { maxLength: 12 }),
				fc
					.tuple(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 150 }))
					.map(([start, length]) => numbers(length).map((row) => row + start)),
			),
			maxConcurrency: fc.integer({ min: 1, max: 5 }),
		});
		await fc.assert(
			fc.asyncProperty(runs, async ({ count, guilty, maxConcurrency }) => {
				const guiltyIn = [...new Set(guilty)].filter((row) => row <= count);
				const run = await associateGuilty(count, guiltyIn, { maxConcurrency });
				const each = 2 * Math.ceil(Math.log2(count)) + 2;
				expect(run.requests).toBeLessThanOrEqual(1 + guiltyIn.length * each);
				expect(guiltyIn.filter((row) => run.outcomes[row - 1]?.ok)).toEqual([]);
				for (const row of run.innocent) expect(wasNotTried(run.outcomes[row - 1])).toBe(true);
			}),
			{ numRuns: countOf('scheduleRuns') },
		);
	});
});

describe('a sample', () => {
	it('has distinct positions from across the batch', () => {
		fc.assert(
			fc.property(fc.integer({ min: 9, max: 2_000 }), (count) => {
				const positions = samplePositions(count, 8);
				expect(new Set(positions).size).toBe(8);
				for (const position of positions) {
					expect(position).toBeGreaterThanOrEqual(0);
					expect(position).toBeLessThan(count);
				}
				expect(positions.slice(0, 2)).toEqual([0, count - 1]);
				const sorted = [...positions].sort((one, other) => one - other);
				const gaps = sorted.slice(1).map((position, index) => position - sorted[index]);
				expect(Math.max(...gaps)).toBeLessThanOrEqual(count / 4 + 8);
			}),
			{ numRuns: countOf('pureRuns') },
		);
	});

	it('keeps the advice that HubSpot’s reason has', () => {
		const failure = { message: 'No', advice: 'Do.', state: 'refused', retryable: false } as const;
		expect(refusedWithSample(failure, 3).advice).toBe('Do. Run the row again once that is fixed.');
	});
});
