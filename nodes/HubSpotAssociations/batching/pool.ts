/**
 * Runs jobs from the end of a stack, a limited number at once, until it is empty and none is running.
 * A job may push further jobs. Rejects with the first rejection of a job and then starts no other.
 */
export async function drain<Job>(
	stack: Job[],
	maxConcurrency: number,
	run: (job: Job) => Promise<void>,
): Promise<void> {
	let active = 0;
	let isBroken = false;
	await new Promise<void>((resolve, reject) => {
		const startMore = (): void => {
			while (active < maxConcurrency && !isBroken) {
				const job = stack.pop();
				if (job === undefined) break;
				active++;
				run(job).then(
					() => {
						active--;
						startMore();
					},
					(reason: Error) => {
						isBroken = true;
						reject(reason);
					},
				);
			}
			if (active === 0) resolve();
		};
		startMore();
	});
}
