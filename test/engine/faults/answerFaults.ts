import { rateLimitBody } from '../../../simulator';
import {
	FOR_GOOD,
	all,
	allDone,
	lostAfterChange,
	isRead,
	onTarget,
	oneThen,
	type FaultCase,
} from './faultCase';

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
		expected: lostAfterChange,
	},
	{
		title: 'connection lost after the change, then 429 DAILY',
		does: 'stops the run, and says of these rows that the change may have been made',
		stopsRun: true,
		unsentMark: '∅⟳',
		arrange: (simulator, scenario) => {
			onTarget({ kind: 'lostAfter' })(simulator, scenario);
			const body = rateLimitBody('DAILY');
			onTarget({ kind: 'status', status: 429, body }, FOR_GOOD)(simulator, scenario);
		},
		expected: (scenario) => (isRead(scenario) ? all('✗⟳') : oneThen(scenario, '?⟳', '∅⟳')),
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
		title: 'gzip that cannot be unpacked, the change made',
		does: UNREADABLE,
		arrange: onTarget({ kind: 'corruptGzip' }),
		expected: allDone,
	},
	{
		title: 'an answer that is no HTTP, the change made',
		does: UNREADABLE,
		arrange: onTarget({ kind: 'malformed' }),
		expected: allDone,
	},
	{
		title: 'a body that drips and never ends, the change made',
		does: 'gives the answer up at the timeout and sends the request again',
		options: { timeout: TIMEOUT_MS },
		arrange: onTarget({ kind: 'drip' }),
		expected: allDone,
	},
	{
		title: 'gzip that cannot be unpacked, for good, one retry',
		does: 'gives up and says that the change may have been made',
		options: { maxRetries: 1 },
		arrange: onTarget({ kind: 'corruptGzip' }, FOR_GOOD),
		expected: lostAfterChange,
	},
	{
		title: 'JSON without the list that was asked for',
		does: UNREADABLE,
		arrange: onTarget({ kind: 'status', status: 200, body: {} }),
		expected: (scenario) => (isRead(scenario) ? allDone() : undefined),
	},
	{
		title: 'JSON called text/plain',
		does: 'reads it anyway',
		arrange: onTarget({ kind: 'wrongContentType' }),
		expected: allDone,
	},
];

/** What happens to an answer on its way. */
export const answerFaults: readonly FaultCase[] = [...lostAnswers, ...spoiledAnswers];
