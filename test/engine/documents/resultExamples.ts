import { associationRun } from '../support/associations';
import type { Example } from './example';

const ROW = [{ from: 1001, to: 5001 }];

/** docs/results.md. */
export const RESULT_EXAMPLES: Example[] = [
	{
		shows: 'a row that the response does not include',
		prepare: ({ faults }) => faults.add({ fault: { kind: 'silentNoOp', ids: ['1001'] } }),
		parameters: associationRun('create'),
		rows: ROW,
		errorItems: 'result unknown',
	},
	{
		shows: 'a dry run',
		parameters: associationRun('create', {
			labels: ['USER_DEFINED:36'],
			options: { dryRun: true },
		}),
		rows: ROW,
		items: 'dry run',
	},
];
