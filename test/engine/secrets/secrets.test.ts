import { playAll, type FaultTable } from '../faults/faultTable';
import type { PlayOptions } from '../faults/play';
import { findSecrets } from './findSecrets';
import { leaksIn } from './leaks';

/** Four thousand runs: less than a minute on a machine that has nothing else to do. */
const TEN_MINUTES_MS = 600_000;

/** The fourth way, an access token where the node continues, is that of faults.test.ts. */
const WAYS: ReadonlyArray<Required<PlayOptions>> = [
	{ access: 'accessToken', onError: 'stopWorkflow' },
	{ access: 'oAuth2', onError: 'continueErrorOutput' },
	{ access: 'oAuth2', onError: 'stopWorkflow' },
];

let tables: FaultTable[];

beforeAll(async () => {
	tables = await Promise.all(WAYS.map(async (way) => await playAll(way)));
}, TEN_MINUTES_MS);

it.each(WAYS.map((way, index) => ({ ...way, index })))(
	'no token stands in any item, message, hint, log line or run record of the fault table: $access, $onError',
	({ index }) => {
		expect(leaksIn(tables[index])).toEqual([]);
	},
);

it.each([
	['an item', { items: [{ json: { message: 'Bearer planted-token' } }] }],
	['a hint', { hints: [{ message: '?token=planted-token' }] }],
	['a cause that JSON leaves out', { error: hidden({ headers: { a: 'planted-token' } }) }],
	['a log line', { workflowRun: { logs: ['info planted-token'] } }],
	['a header in base64', { items: [{ json: { a: 'cGxhbnRlZC10b2tlbg==' } }] }],
])('would find one in %s', (_, part) => {
	const run = { workflowRun: {}, ...part } as unknown as Parameters<typeof findSecrets>[0];
	expect(findSecrets(run, ['planted-token', 'another'])).toEqual(['planted-token']);
});

function hidden(cause: object): Error {
	return Object.defineProperty(new Error('refused'), 'cause', { value: cause, enumerable: false });
}
