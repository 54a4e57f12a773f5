import {
	FOR_GOOD,
	leftOpen,
	allDone,
	isRead,
	lostMark,
	marked,
	namesOf,
	onTarget,
	type FaultCase,
} from './faultCase';
import type { Scenario } from './scenario';

function refusedInputs(title: string, rows: readonly number[], errorsEach: 1 | 2, is200 = false) {
	const fault: FaultCase = {
		title,
		does: 'finds the inputs by the ids in the errors; the others are done',
		arrange: (simulator, scenario) => {
			if (is200) onTarget({ kind: 'errorsIn200' }, FOR_GOOD)(simulator, scenario);
			const ids = namesOf(scenario, rows);
			onTarget({ kind: 'refusedInputs', ids, errorsEach })(simulator, scenario);
		},
		expected: ({ shape }) => (shape === 'batch' ? marked(rows) : undefined),
	};
	return fault;
}

const onlyBatches = (scenario: Scenario) => (scenario.shape === 'batch' ? allDone() : undefined);

const batchAnswers: readonly FaultCase[] = [
	refusedInputs('207, one input refused', [2], 1),
	refusedInputs('207, three inputs refused', [0, 1, 3], 1),
	refusedInputs('207, two errors for one input', [2], 2),
	refusedInputs('errors inside a 200', [2], 1, true),
	{
		title: 'one input passed over in silence',
		does: 'never assumes success: the row says that HubSpot’s response did not include it',
		arrange: (simulator, scenario) =>
			onTarget({ kind: 'silentNoOp', ids: namesOf(scenario, [1]) })(simulator, scenario),
		expected: (scenario) =>
			scenario.shape === 'batch'
				? marked([1], scenario.isMute ? '≈' : lostMark(scenario))
				: undefined,
	},
	{
		title: 'results in another order',
		does: 'matches results by their ids',
		arrange: onTarget({ kind: 'shuffled' }, FOR_GOOD),
		expected: onlyBatches,
	},
	{
		title: 'results in both directions',
		does: 'takes the result of the direction that was asked for',
		behaviour: { resultDirections: 'both' },
		expected: (scenario) => (isRead(scenario) ? undefined : onlyBatches(scenario)),
	},
	{
		title: 'numbers for ids',
		does: 'compares and gives ids as text',
		behaviour: { numericIds: true },
		expected: onlyBatches,
	},
];

/** Answers that say neither yes nor no, after the change was made. */
const undecided: readonly FaultCase[] = [
	unconfirmed('202 with {}', 202, {}),
	unconfirmed('200 with a message and a category', 200, { message: 'No', category: 'UNKNOWN' }),
	unconfirmed('a batch that is CANCELED', 200, { status: 'CANCELED', results: [] }),
	unconfirmed('a batch whose status is “error”', 200, { status: 'error', results: [] }),
	unconfirmed('207 that counts an error and lists none', 207, {
		status: 'COMPLETE',
		results: [],
		numErrors: 1,
	}),
	unconfirmed('207 whose errors are no objects', 207, {
		status: 'COMPLETE',
		results: [],
		errors: ['Refused'],
	}),
];

function unconfirmed(title: string, status: number, body: object): FaultCase {
	return {
		title,
		does: 'calls no row done; limits and labels are read back',
		arrange: onTarget({ kind: 'bodyAfter', status, body }, FOR_GOOD),
		expected: (scenario) => (isRead(scenario) ? undefined : leftOpen(scenario)),
	};
}

/** What a batch's answer says, or leaves open, of its inputs. */
export const batchFaults: readonly FaultCase[] = [...batchAnswers, ...undecided];
