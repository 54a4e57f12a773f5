import { rateLimitBody } from '../../../simulator';
import {
	FOR_GOOD,
	all,
	allDone,
	allLost,
	lostMark,
	marked,
	onGuilty,
	onStatus,
	onTarget,
	oneThen,
	type FaultCase,
} from './faultCase';

const ONE_RETRY = { maxRetries: 1 };

const MISSING_SCOPES = {
	status: 'error',
	category: 'MISSING_SCOPES',
	message: 'The scope needed for this call is missing',
	errors: [{ message: 'Required', context: { requiredScopes: ['crm.objects.contacts.write'] } }],
};

function refusedBatch(count: string, rows: readonly number[]): FaultCase {
	return {
		title: `400 for the whole batch, ${count} guilty`,
		does: 'takes the batch apart until the guilty inputs stand alone; the others are done',
		arrange: onGuilty(rows),
		expected: ({ shape }) => (shape === 'shared' ? undefined : marked(rows)),
	};
}

function passing(status: number): FaultCase {
	return {
		title: `${status}, once`,
		does: 'waits and sends the request again; a limit’s creation is read back first',
		arrange: onStatus(status),
		expected: allDone,
	};
}

const accessFaults: readonly FaultCase[] = [
	{
		title: '401 once, renewed with OAuth2',
		does: 'n8n renews the token and the request goes on',
		hasExpired: true,
		expected: allDone,
	},
	{
		title: '401 for good',
		does: 'stops the run at once and says what to do about the credential',
		stopsRun: true,
		arrange: onStatus(401, FOR_GOOD),
		expected: (scenario) => oneThen(scenario, '✗', '∅'),
	},
	{
		title: '403',
		does: 'makes this call for these objects no more and names the missing scopes',
		arrange: onTarget({ kind: 'status', status: 403, body: MISSING_SCOPES }, FOR_GOOD),
		expected: (scenario) => oneThen(scenario, '✗', scenario.isAlone ? '✗' : '∅'),
	},
	{
		title: '307 to another host',
		does: 'follows no redirect: the token stays with the base URL’s own host, and the run stops',
		stopsRun: true,
		arrange: onTarget(
			{ kind: 'status', status: 307, headers: { location: 'https://host.invalid/' } },
			FOR_GOOD,
		),
		expected: (scenario) => oneThen(scenario, '✗', '∅'),
	},
	{
		title: '404',
		does: 'makes this call for these objects no more',
		arrange: onStatus(404, FOR_GOOD),
		expected: (scenario) => oneThen(scenario, '✗', scenario.isAlone ? '✗' : '∅'),
	},
];

const refusals: readonly FaultCase[] = [
	refusedBatch('1', [1]),
	refusedBatch('3', [0, 1, 3]),
	{
		title: '400 for the whole batch, all guilty',
		does: 'sends each input of a small batch alone, and a few of a large one: if all are refused for the same reason, so are the others',
		arrange: onStatus(400, FOR_GOOD),
		expected: () => all('✗'),
	},
	{
		title: '437',
		does: 'is a refusal as 400 is: nothing helps but fewer labels',
		arrange: onStatus(437, FOR_GOOD),
		expected: () => all('✗'),
	},
];

const limits: readonly FaultCase[] = [
	{
		title: '423, once',
		does: 'waits two seconds and sends the request again',
		arrange: onStatus(423),
		expected: allDone,
	},
	{
		title: '429 rolling, without Retry-After',
		does: 'holds all requests back for a second or more and sends again',
		arrange: onStatus(429),
		expected: allDone,
	},
	{
		title: '429 rolling, Retry-After 1',
		does: 'holds all requests back for as long as HubSpot asks and sends again',
		arrange: onTarget({ kind: 'status', status: 429, headers: { 'retry-after': '1' } }),
		expected: allDone,
	},
	{
		title: '429 DAILY',
		does: 'stops the run at once: nothing helps before midnight',
		stopsRun: true,
		unsentMark: '∅⟳',
		arrange: onTarget({ kind: 'status', status: 429, body: rateLimitBody('DAILY') }, FOR_GOOD),
		expected: (scenario) => oneThen(scenario, '✗⟳', '∅⟳'),
	},
	{
		title: '477, Retry-After 2',
		does: 'waits as long as HubSpot asks and sends again',
		arrange: onTarget({ kind: 'status', status: 477, headers: { 'retry-after': '2' } }),
		expected: allDone,
	},
	{
		title: '477, Retry-After an hour',
		does: 'stops the run at once and says how long HubSpot wants to be left alone',
		stopsRun: true,
		unsentMark: '∅⟳',
		arrange: onTarget(
			{ kind: 'status', status: 477, headers: { 'retry-after': '3600' } },
			FOR_GOOD,
		),
		expected: (scenario) => oneThen(scenario, '✗⟳', '∅⟳'),
	},
	{
		title: '429 rolling for good, one retry',
		does: 'gives up after the last retry; nothing was changed',
		options: ONE_RETRY,
		arrange: onStatus(429, FOR_GOOD),
		expected: () => all('✗⟳'),
	},
];

/** HubSpot, or the network in front of it. */
const serverFaults: readonly FaultCase[] = [
	...[500, 502, 503, 504, 521, 523, 524].map(passing),
	{
		title: '503 for good, one retry',
		does: 'gives up after the last retry and says that the change may have been made',
		options: ONE_RETRY,
		arrange: onStatus(503, FOR_GOOD),
		expected: allLost,
	},
	{
		title: '503 once, no retry',
		does: 'does not try again where it must not',
		options: { maxRetries: 0 },
		arrange: onStatus(503),
		expected: (scenario) => oneThen(scenario, lostMark(scenario), '✓'),
	},
];

export const statusFaults: readonly FaultCase[] = [
	...accessFaults,
	...refusals,
	...limits,
	...serverFaults,
];
