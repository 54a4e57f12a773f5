/**
 * Runs work that ends at the latest when its time is up or the execution is cancelled. No timer is
 * left that could hold up the process: AbortSignal's do not, and go with their signal.
 * @param work gets a signal to stop; what it does after that is ignored
 * @returns undefined when the work was ended
 */
export async function withDeadline<Result>(
	milliseconds: number,
	cancellation: AbortSignal | undefined,
	work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | undefined> {
	const controller = new AbortController();
	const { signal } = controller;
	const sources = [AbortSignal.timeout(milliseconds), ...(cancellation ? [cancellation] : [])];
	const end = () => controller.abort();
	const ended = new Promise<undefined>((resolve) => {
		signal.addEventListener('abort', () => resolve(undefined), { once: true });
	});
	for (const source of sources) source.addEventListener('abort', end);
	if (cancellation?.aborted) end();
	try {
		return await Promise.race([work(signal), ended]);
	} finally {
		for (const source of sources) source.removeEventListener('abort', end);
	}
}
