/* eslint-disable @n8n/community-nodes/no-restricted-globals */

/** Everyday in `npm test`; whole with `TEST_COUNTS=whole`, as `npm run test:all` sets it. */
type Scale = 'everyday' | 'whole';

/** How many generated cases each kind of test plays. */
const COUNTS = {
	/** Runs of the node at random against a model, over all three kinds. */
	randomRuns: { everyday: 300, whole: 20_000 },
	/** Runs of association sync at random against a model: troubled and again, two at once, and as a plan. */
	randomSyncs: { everyday: 15, whole: 2_000 },
	/** Hostile values for each parameter that can differ from row to row: one run for all of them. */
	hostileRowValues: { everyday: 300, whole: 5_000 },
	/** Hostile values for each parameter and field that takes a run of its own. */
	hostileRunValues: { everyday: 40, whole: 5_000 },
	/** Workflow runs that compare compiled expressions with n8n's, of 192 cases each, and twice as many over several nodes. */
	expressionRuns: { everyday: 20, whole: 400 },
	/** The same with n8n's QuickJS engine, which takes five times as long. */
	quickJsRuns: { everyday: 4, whole: 80 },
	/** Runs of association create whose rows are all accounted for. */
	everyRowRuns: { everyday: 12, whole: 100 },
	/** Rows of one sync of associations, of which one in a hundred has changed. */
	syncedRows: { everyday: 3_000, whole: 100_000 },
	/** Runs of batches, or orders of writes, without n8n and HTTP. */
	scheduleRuns: { everyday: 300, whole: 5_000 },
	/** Runs of executions that share one rate limit, on a virtual clock. */
	rateShareRuns: { everyday: 5, whole: 20 },
	/** Calls of one pure function. */
	pureRuns: { everyday: 2_000, whole: 20_000 },
} as const satisfies Record<string, Record<Scale, number>>;

export const SCALE = scaleOf(process.env.TEST_COUNTS ?? 'everyday');

/** How many cases to play of a kind. */
export function countOf(kind: keyof typeof COUNTS): number {
	return COUNTS[kind][SCALE];
}

/** @throws Error when the environment asks for anything else: a typing error must not pass for the whole */
function scaleOf(asked: string): Scale {
	if (asked === 'everyday' || asked === 'whole') return asked;
	throw new Error(`TEST_COUNTS is 'everyday' or 'whole', not '${asked}'`);
}
