import { drain } from '../../../nodes/HubSpotAssociations/batching/pool';
import { VirtualClock } from './support/virtualClock';

async function drained(stack: number[], maxConcurrency: number, run?: (job: number) => void) {
	const clock = new VirtualClock();
	const started: number[] = [];
	let active = 0;
	let mostAtOnce = 0;
	await clock.run(
		drain(stack, maxConcurrency, async (job) => {
			started.push(job);
			mostAtOnce = Math.max(mostAtOnce, ++active);
			await clock.pass(job);
			active--;
			run?.(job);
		}),
	);
	return { started, mostAtOnce, active };
}

it('takes jobs from the end, as many at once as it may', async () => {
	expect(await drained([10, 30, 20], 2)).toEqual({
		started: [20, 30, 10],
		mostAtOnce: 2,
		active: 0,
	});
});

it('runs the jobs that a job pushes, before it ends', async () => {
	const stack = [1, 2];
	const pushOnce = (job: number) => {
		if (job === 2) stack.push(7, 8);
	};
	expect(await drained(stack, 1, pushOnce)).toMatchObject({ started: [2, 8, 7, 1], active: 0 });
});

it('ends at once with nothing to do', async () => {
	expect(await drained([], 3)).toMatchObject({ started: [] });
});

it('starts no other job after one has failed', async () => {
	const started: number[] = [];
	const failed = drain([3, 2, 1], 1, async (job) => {
		started.push(job);
		throw new RangeError(`Job ${job}`);
	});
	await expect(failed).rejects.toThrow('Job 1');
	expect(started).toEqual([1]);
});
