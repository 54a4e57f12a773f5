import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import {
	rateLimitBody,
	type BehaviourOptions,
	type FaultKind,
	type Simulator,
} from '../../../simulator';

/** A fault that meets one call of a run, or from one call on all. */
interface Passing {
	readonly kind: FaultKind;
	/** Whether the call has to be made again. */
	readonly needsRetry: boolean;
	/** Whether it stays, so that the run cannot be finished. */
	readonly stays?: true;
}

/** Everything that goes wrong in a run, and how the node is set. */
export interface Trouble {
	readonly passing: ReadonlyArray<Passing & { readonly after: number }>;
	/** What a batch is refused for as a whole, by record or type id. */
	readonly guilty: readonly string[];
	/** What is refused on its own in a 207. */
	readonly refused: readonly string[];
	/** What is passed over in silence. */
	readonly silent: readonly string[];
	readonly behaviour: BehaviourOptions;
	readonly options: INodeParameters & { readonly maxRetries: number; readonly apiVersion: string };
	readonly stops: boolean;
}

/** Short, so that thousands of runs need not wait. */
const SOON = { 'retry-after': '0.01' };

function status(code: number): Passing {
	return { kind: { kind: 'status', status: code, headers: SOON }, needsRetry: true };
}

const QUICK: readonly Passing[] = [
	...[429, 500, 502, 503, 504, 521, 523, 524].map(status),
	{ kind: { kind: 'shuffled' }, needsRetry: false },
	{ kind: { kind: 'errorsIn200' }, needsRetry: false },
	{ kind: { kind: 'errorsTwice' }, needsRetry: false },
	{ kind: { kind: 'wrongContentType' }, needsRetry: false },
];

/** The node waits a second or more after these. */
const SLOW: readonly Passing[] = (
	['lostBefore', 'lostAfter', 'truncated', 'htmlAfter', 'emptyAfter', 'html', 'empty'] as const
).map((kind) => ({ kind: { kind }, needsRetry: true }));

const LASTING: readonly Passing[] = [
	{ kind: { kind: 'status', status: 401 }, needsRetry: true, stays: true },
	{ kind: { kind: 'status', status: 403 }, needsRetry: true, stays: true },
	{
		kind: { kind: 'status', status: 429, body: rateLimitBody('DAILY') },
		needsRetry: true,
		stays: true,
	},
];

const passing = fc
	.record({
		fault: fc.oneof(
			{ weight: 8, arbitrary: fc.constantFrom(...QUICK) },
			{ weight: 3, arbitrary: fc.constantFrom(...SLOW) },
			{ weight: 1, arbitrary: fc.constantFrom(...LASTING) },
		),
		after: fc.nat({ max: 4 }),
	})
	.map(({ fault, after }) => ({ ...fault, after }));

const behaviour: fc.Arbitrary<BehaviourOptions> = fc.record({
	resultDirections: fc.constantFrom('one', 'both'),
	defaultResultDirections: fc.constantFrom('one', 'both'),
	numericIds: fc.boolean(),
	listsDirectionsWithoutLimit: fc.boolean(),
	removalAnswer: fc.constantFrom('documented', 'noContent'),
	duplicateInBatch: fc.constant('refuse'),
	typeErrorNamesRecords: fc.boolean(),
	limitCreateOverExisting: fc.constantFrom('conflict', 'overwrite'),
	limitUpdateWithoutLimit: fc.constantFrom('create', 'refuse'),
	limitResultsNameMaximum: fc.boolean(),
	renameWithoutInverse: fc.constantFrom('bothSides', 'oneSide'),
	labelNamesAreUnique: fc.boolean(),
	readPageSize: fc.constantFrom(1, 2, 500),
	batchMaximum: fc.constantFrom<BehaviourOptions['batchMaximum']>(
		{},
		{ create: 3, associateDefault: 2, archive: 2, labelsArchive: 3, limits: 2, read: 2 },
	),
});

const options = fc.record({
	apiVersion: fc.constantFrom('2026-03', '2026-09', 'v4'),
	maxRetries: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3 })),
	maxConcurrency: fc.integer({ min: 1, max: 4 }),
	batchSize: fc.constantFrom(1, 2, 3, 5, 2_000),
	requestsPerTenSeconds: fc.constant(100_000),
});

/** @param ids record or type ids that a fault may lie in; only batches have any */
export function troubles(ids: readonly string[]): fc.Arbitrary<Trouble> {
	const some = fc.oneof(
		{ weight: 2, arbitrary: fc.constant([]) },
		{ weight: 1, arbitrary: fc.subarray([...ids], { maxLength: Math.min(2, ids.length) }) },
	);
	return fc.record({
		passing: fc.array(passing, { maxLength: 3 }),
		guilty: some,
		refused: some,
		silent: some,
		behaviour,
		options,
		stops: fc.nat({ max: 3 }).map((of) => of === 0),
	});
}

/** Switches the faults on: first those that lie in the inputs, which hold whatever else happens to a call. */
export function addTrouble({ faults }: Simulator, trouble: Trouble): void {
	const { guilty, refused: ids, silent } = trouble;
	if (guilty.length > 0) faults.add({ fault: { kind: 'wholeBatch400', guilty } });
	if (ids.length > 0) faults.add({ fault: { kind: 'refusedInputs', ids } });
	if (silent.length > 0) faults.add({ fault: { kind: 'silentNoOp', ids: silent } });
	for (const { kind, after, stays } of trouble.passing) {
		faults.add({ after, times: stays ? Infinity : 1, fault: kind });
	}
}

/** Whether the retries are enough for everything that passes, so that each row's outcome is known beforehand. */
export function isCalm({ passing: faults, options: { maxRetries } }: Trouble): boolean {
	if (faults.some(({ stays }) => stays)) return false;
	return faults.filter(({ needsRetry }) => needsRetry).length <= maxRetries;
}

/** Whether the answer to a change may be lost, so that the node looks for the change before it tries again. */
export function mayLookAgain({ passing: faults, options: { maxRetries } }: Trouble): boolean {
	return maxRetries > 0 && faults.some(({ needsRetry, stays }) => needsRetry && !stays);
}

/** Whether everything is done that can be, one request after the other in the order of the rows. */
export function isInTurn(trouble: Trouble): boolean {
	return isCalm(trouble) && !trouble.stops && trouble.options.maxConcurrency === 1;
}
