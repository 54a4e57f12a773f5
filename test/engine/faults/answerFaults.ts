import { rateLimitBody } from '../../simulator';
import {
	ALL_OPEN,
	FOR_GOOD,
	NONE_DONE,
	allDone,
	isRead,
	marked,
	namesOf,
	onTarget,
	openUnlessRead,
	type FaultCase,
} from './faultCase';
import type { Scenario } from './scenario';

/** Far above what an answer takes here, so that no other request times out. */
const TIMEOUT_MS = 2_500;
/** Longer than the node's second try takes to be answered. */
const TOO_LATE_MS = 7_000;

const LOST = 'sends the request again; a limit’s creation is read back first';
const UNREADABLE = 'takes it for a lost answer and sends the request again';

const lostAnswers: readonly FaultCase[] = [
	{
		title: 'connection lost before the change',
		does: LOST,
		arrange: onTarget({ kind: 'lostBefore' }),
		expected: allDone,
	},
	{
		title: 'connection lost after the change',
		does: LOST,
		arrange: onTarget({ kind: 'lostAfter' }),
		expected: allDone,
	},
	{
		title: 'connection lost after the change, for good, one retry',
		does: 'gives up and says that the change may have been made; a limit is read back',
		options: { maxRetries: 1 },
		arrange: onTarget({ kind: 'lostAfter' }, FOR_GOOD),
		expected: openUnlessRead,
	},
	{
		title: 'connection lost after the change, then 429 DAILY',
		does: 'stops the run, and says of these rows that the change may have been made',
		stopsRun: true,
		arrange: (simulator, scenario) => {
			onTarget({ kind: 'lostAfter' })(simulator, scenario);
			const body = rateLimitBody('DAILY');
			onTarget({ kind: 'status', status: 429, body }, FOR_GOOD)(simulator, scenario);
		},
		expected: (scenario) =>
			isRead(scenario) ? NONE_DONE : scenario.shape === 'each' ? '?✗✗✗' : ALL_OPEN,
	},
	{
		title: 'time-out, the change made after it',
		does: LOST,
		options: { timeout: TIMEOUT_MS },
		arrange: onTarget({ kind: 'delay', ms: TOO_LATE_MS }),
		expected: allDone,
	},
];

const spoiledAnswers: readonly FaultCase[] = [
	{
		title: 'JSON cut short',
		does: UNREADABLE,
		arrange: onTarget({ kind: 'truncated' }),
		expected: allDone,
	},
	{
		title: 'HTML in a 502',
		does: UNREADABLE,
		arrange: onTarget({ kind: 'html' }),
		expected: allDone,
	},
	{
		title: 'HTML in a 2xx',
		does: UNREADABLE,
		arrange: onTarget({ kind: 'htmlAfter' }),
		expected: allDone,
	},
	{
		title: 'empty body in a 200, nothing changed',
		does: UNREADABLE,
		arrange: onTarget({ kind: 'empty' }),
		expected: allDone,
	},
	{
		title: 'empty body in a 2xx, the change made',
		does: UNREADABLE,
		arrange: onTarget({ kind: 'emptyAfter' }),
		expected: allDone,
	},
	{
		title: 'JSON called text/plain',
		does: 'reads it all the same',
		arrange: onTarget({ kind: 'wrongContentType' }),
		expected: allDone,
	},
];

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
		does: 'never assumes success: the row is refused, and says that it was not confirmed',
		arrange: (simulator, scenario) =>
			onTarget({ kind: 'silentNoOp', ids: namesOf(scenario, [1]) })(simulator, scenario),
		expected: ({ shape, isMute }) =>
			shape === 'batch' ? marked([1], isMute ? '≈' : '✗') : undefined,
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

export const answerFaults: readonly FaultCase[] = [
	...lostAnswers,
	...spoiledAnswers,
	...batchAnswers,
];
