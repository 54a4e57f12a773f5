/** How much is measured. */
export interface Plan {
	readonly rowCounts: readonly number[];
	/** How long the simulator takes for an answer. */
	readonly delaysMs: readonly number[];
	/** Runs of each contender, of which the median counts. */
	readonly runs: number;
	/** In n8n's engine alone. */
	readonly engine: {
		readonly rows: number;
		/** To see whether time grows with the rows alone. */
		readonly manyRows: number;
		readonly manyRowsRuns: number;
	};
	/** In each way in which people use the node. */
	readonly modes: {
		readonly runs: number;
		/** Of the rows of each mode. */
		readonly share: number;
	};
}

export const FULL: Plan = {
	rowCounts: [1_000, 10_000, 100_000],
	delaysMs: [20, 200],
	runs: 3,
	engine: { rows: 100_000, manyRows: 1_000_000, manyRowsRuns: 3 },
	modes: { runs: 3, share: 1 },
};

export const QUICK: Plan = {
	rowCounts: [1_000, 10_000],
	delaysMs: [20, 200],
	runs: 1,
	engine: { rows: 10_000, manyRows: 100_000, manyRowsRuns: 1 },
	modes: { runs: 1, share: 0.1 },
};

/** The delay at which the goals are set. */
export const SHORT_DELAY_MS = 20;
