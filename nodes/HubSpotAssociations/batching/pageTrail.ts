import type { Failure } from '../hubspot/failure';

/** Remembers which pages of a list were read: a list that leads back to one of them has no end. */
export class PageTrail {
	private readonly read = new Set<string>();

	/** @returns why the list cannot be read on, where the next page was read before */
	turnTo(after: string | undefined): Failure | undefined {
		if (after === undefined) return undefined;
		if (this.read.has(after)) return ENDLESS;
		this.read.add(after);
		return undefined;
	}
}

const ENDLESS: Failure = {
	message: 'HubSpot gave the same page of a list twice, so that the list has no end',
	advice: 'Run the row again later.',
	reach: 'input',
	state: 'unknown',
	retryable: true,
};
