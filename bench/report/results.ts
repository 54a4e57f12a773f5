/** What bench/results.json holds: written by `npm run bench`. */
export interface Results {
	readonly machine: Machine;
	/** By the name of the program or package. */
	readonly versions: Readonly<Record<string, string>>;
	/** The contenders side by side. */
	readonly results: readonly Result[];
	/** n8n with a workflow that only reads the rows and passes them through: what `results` stand on. */
	readonly baselines: readonly Result[];
	/** In n8n's engine alone, without a server around it. */
	readonly engine: readonly Result[];
	/** The node in n8n's engine and a bare axios script in each way in which people use the node. */
	readonly modes: readonly Result[];
}

export interface Machine {
	readonly cores: number;
	readonly model: string;
	readonly memoryGb: number;
}

/** One contender's medians. */
export interface Result {
	readonly contender: string;
	/** Absent: the plain way. */
	readonly mode?: string;
	readonly rows: number;
	/** How long the simulator takes for an answer. */
	readonly delayMs: number;
	readonly medianMs: number;
	/** In n8n: of n8n and its task runner, less that of the workflow that only passes the rows through. */
	readonly cpuMs: number;
	/** Of the whole process, in n8n with its task runner. */
	readonly peakRssMb: number;
	readonly requests: number;
}

/** What bench/rateLimits.json holds: written by `npm run bench:rate`. */
export interface RateLimits {
	readonly machine: Machine;
	/** One run alone, and several that share the limit. */
	readonly runs: readonly RateLimitResult[];
}

export interface RateLimitResult {
	/** How many runs of the node at once, each a process of its own. */
	readonly runs: number;
	/** Of one run. */
	readonly rows: number;
	readonly requests: number;
	/** Requests that were answered 429. */
	readonly refused: number;
	readonly slowestMs: number;
	readonly fastestMs: number;
	/** How fast the requests came, from first to last; 1: as fast as the limit allows. */
	readonly shareOfRate: number;
}
