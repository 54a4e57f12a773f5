import type { Failure } from '../outcome';

/** Remembers which pages of a list were read: one that leads back to a page, or on and on, has no end. */
export class PageGuard {
	private readonly read = new Set<string>();

	/** @param most how many pages a list has at most */
	constructor(private readonly most: number) {}

	/** @returns why the list cannot be read on, where the next page was read before or is one too many */
	visit(after: string | undefined): Failure | undefined {
		if (after === undefined) return undefined;
		if (this.read.has(after)) return endless('HubSpot returned the same page of a list twice');
		this.read.add(after);
		return this.read.size < this.most
			? undefined
			: endless(`A list from HubSpot continues after ${this.most} pages`);
	}
}

function endless(sign: string): Failure {
	return {
		message: `${sign}, so the list never ends`,
		advice: 'Run the row again later.',
		state: 'unknown',
		retryable: true,
	};
}
