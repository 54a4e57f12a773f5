import type { Refused, Replay } from './replay';

const UNLABELED = { category: 'HUBSPOT_DEFINED', typeId: 341, label: null };
const PRIMARY = { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' };

/** Answers to the call that reads associations. */
export const READ_REPLAYS: readonly Replay[] = [
	reading({
		answer: 'read-200-bal',
		objects: ['0-3', '0-2'],
		rows: [{ from: '46989749974' }],
		outcomes: [
			{
				item: {
					fromObjectId: '46989749974',
					toObjectId: '43500581578',
					labels: ['Primary'],
					associationTypes: [UNLABELED, PRIMARY],
				},
			},
			{
				item: {
					toObjectId: '38056537829',
					labels: ['d->c'],
					associationTypes: [UNLABELED, { category: 'USER_DEFINED', typeId: 9, label: 'd->c' }],
				},
			},
		],
	}),
	reading({
		answer: 'read-200-types-without-category',
		rows: [{ from: '226604617181' }, { from: '226615443933' }],
		outcomes: [
			{ item: { fromObjectId: '226604617181', toObjectId: '174919744979', labels: [] } },
			// A label is shown even where HubSpot leaves out whose it is.
			{ item: { fromObjectId: '226615443933', toObjectId: '174919744979', labels: ['Primary'] } },
		],
	}),
	{
		...reading({ answer: 'read-200-types-without-category', outcomes: [] }),
		operation: 'create',
		options: { existingLabels: 'keep' },
		rows: [{ from: '226615443933', to: '174919744979', labels: 'USER_DEFINED:36' }],
		// Without the category it cannot be sent again, and what is not sent is lost.
		outcomes: [refused('notSent', false, 'label')],
	},
	reading({
		answer: 'read-207-mixed',
		objects: ['0-3', '0-2'],
		rows: ['515690208449', '515690208450', '515690208451'].map((from) => ({ from })),
		outcomes: [
			{ item: { toObjectId: '442222359747', labels: ['Primary'] } },
			{ item: { toObjectId: '442488735948', labels: [] } },
			// The second has no associations; HubSpot said nothing of the third.
			refused('unknown', true, "HubSpot's response did not include this row"),
		],
	}),
	reading({
		answer: 'read-invalid-identifier',
		rows: [{ from: 1001 }, { from: 1002 }],
		outcomes: [0, 1].map(() => refused('unknown', true, 'refused this row', 'record ID')),
	}),
	{
		...reading({
			answer: 'read-v3-paging-link',
			objects: ['0-2', '0-1'],
			rows: [{ from: '6465999056' }],
			outcomes: [{ item: { fromObjectId: '6465999056', toObjectId: '6101', labels: [] } }],
		}),
		call: { path: /batch\/read$/, times: 1 },
		requests: 2,
	},
	{
		...reading({ answer: 'read-v3-paging-link', objects: ['0-2', '0-1'], outcomes: [] }),
		rows: [{ from: '6465999056' }],
		outcomes: [refused('unknown', true, 'the same page of a list twice')],
		requests: 2,
	},
];

function reading(replay: Pick<Replay, 'answer' | 'outcomes'> & Partial<Replay>): Replay {
	return { operation: 'getAll', call: { path: /batch\/read$/ }, rows: [], requests: 1, ...replay };
}

function refused(state: Refused['state'], retryable: boolean, ...says: string[]): Refused {
	return { state, retryable, says };
}
