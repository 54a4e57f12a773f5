import type { Failure } from '../outcome';

/** Detects a list without end by remembering which of its pages were read. */
export class PageGuard {
	/** Made with the first further page: most lists have none, and they can number in the millions. */
	private read?: Set<string>;

	/** @param most the maximum number of pages of a list */
	constructor(private readonly most: number) {}

	/** @returns why to stop reading: the next page was already read, or is one too many */
	visit(after: string | undefined): Failure | undefined {
		if (after === undefined) return undefined;
		this.read ??= new Set();
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
