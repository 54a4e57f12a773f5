/** A scenario that ends otherwise in some versions, since n8n does so. */
interface Difference {
	/** The test's full name. */
	readonly test: string;
	readonly versions: readonly string[];
}

/**
 * These tests must fail in these versions: one that no longer does is counted as failed, so that it
 * leaves the list. What a person notices of them is in docs/known-limitations.md.
 */
export const DIFFERENCES: readonly Difference[] = [
	{
		// An agent hears the advice, but not what was wrong.
		test: 'tells the model what was wrong, so that it can ask again',
		versions: ['1.99.1', '1.116.2'],
	},
];
