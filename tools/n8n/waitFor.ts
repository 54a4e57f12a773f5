/* eslint-disable @n8n/community-nodes/no-restricted-globals */

const PAUSE_MS = 200;

/**
 * Asks again and again until there is an answer.
 * @param what is named when the time is over
 * @param timeoutMs how long to wait, in milliseconds
 * @throws Error when the time is over
 */
export async function waitFor<T>(
	what: string,
	timeoutMs: number,
	ask: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
	const end = Date.now() + timeoutMs;
	while (Date.now() < end) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
	throw new Error(`waited ${timeoutMs / 1000} s in vain for ${what}`);
}
