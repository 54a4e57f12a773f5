import type { Refused, Replay } from './replay';

const CREATE = { path: /batch\/create$/ };
const DEFAULT = { path: /batch\/associate\/default$/ };
const LABEL = 'USER_DEFINED:36';

/** HubSpot answered, and said nothing of the row. */
const SILENT: Refused = {
	state: 'unknown',
	retryable: true,
	says: ["HubSpot's response did not include this row"],
};

const CREATES: Replay[] = [
	{
		answer: 'create-201-bal',
		operation: 'create',
		call: CREATE,
		objects: ['0-3', '0-2'],
		rows: [{ from: '46989749974', to: '43500581578', labels: 'USER_DEFINED:9' }],
		outcomes: [
			{
				item: {
					fromObjectTypeId: '0-3',
					fromObjectId: '46989749974',
					toObjectTypeId: '0-2',
					toObjectId: '43500581578',
					labels: ['test-deal->company-1'],
				},
			},
		],
		requests: 1,
	},
	{
		answer: 'create-201-numeric-ids',
		operation: 'create',
		call: CREATE,
		objects: ['2-33642689', '0-1'],
		rows: [
			{ from: '24454281832', to: '101935997007', labels: 'USER_DEFINED:9' },
			{ from: '24454281832', to: '101935997008', labels: 'USER_DEFINED:9' },
		],
		outcomes: [
			{
				item: {
					fromObjectTypeId: '2-33642689',
					fromObjectId: '24454281832',
					toObjectTypeId: '0-1',
					toObjectId: '101935997007',
					labels: ['Active'],
				},
			},
			SILENT,
		],
		requests: 1,
	},
	{
		answer: 'create-201-empty',
		operation: 'create',
		call: CREATE,
		rows: [
			{ from: 1001, to: 5001, labels: LABEL },
			{ from: 1002, to: 5001, labels: LABEL },
		],
		outcomes: [SILENT, SILENT],
		requests: 1,
	},
	{
		answer: 'create-207-object-not-found',
		operation: 'create',
		call: CREATE,
		rows: [
			{ from: 9993051, to: '994705054985', labels: LABEL },
			{ from: 1002, to: 5001, labels: LABEL },
		],
		outcomes: [
			{
				state: 'refused',
				retryable: false,
				says: [
					'No contact with ID 9993051 exists',
					'No company with ID 994705054985 exists',
					"'From Record ID'",
					"'To Record ID'",
				],
			},
			SILENT,
		],
		requests: 1,
	},
];

const UNLABELED: Replay[] = [
	{
		answer: 'default-200-bal',
		operation: 'create',
		call: DEFAULT,
		objects: ['0-3', '0-2'],
		rows: [
			{ from: '46989749974', to: '43500581578' },
			{ from: '43500581578', to: '46989749974' },
		],
		outcomes: [
			{ item: { fromObjectId: '46989749974', toObjectId: '43500581578', labels: [] } },
			SILENT,
		],
		requests: 1,
	},
	{
		answer: 'default-200-both-directions',
		operation: 'create',
		call: DEFAULT,
		objects: ['0-5', '0-1'],
		rows: [{ from: '2644992430', to: '9532426638' }],
		outcomes: [
			{
				item: {
					fromObjectTypeId: '0-5',
					fromObjectId: '2644992430',
					toObjectTypeId: '0-1',
					toObjectId: '9532426638',
				},
			},
		],
		requests: 1,
	},
	{
		answer: 'default-200-both-directions',
		operation: 'create',
		call: DEFAULT,
		objects: ['0-5', '0-1'],
		rows: [
			{ from: '2644992430', to: '9532426638' },
			{ from: '9532426638', to: '2644992430' },
		],
		// Which row the two results belong to, only their types would tell: neither counts as done.
		outcomes: [SILENT, SILENT],
		requests: 1,
	},
];

const REMOVALS: Replay[] = [
	{
		answer: 'archive-204',
		operation: 'delete',
		call: { path: /batch\/archive$/ },
		rows: [
			{ from: 1001, to: 5001 },
			{ from: 1002, to: 5001 },
		],
		outcomes: ['1001', '1002'].map((fromObjectId) => ({ item: { deleted: true, fromObjectId } })),
		requests: 1,
	},
	{
		answer: 'archive-204',
		operation: 'removeLabels',
		call: { path: /labels\/archive$/ },
		rows: [{ from: 1001, to: 5001, labels: LABEL }],
		outcomes: [{ item: { fromObjectId: '1001', toObjectId: '5001' } }],
		requests: 1,
	},
];

/** Answers to calls that write associations. */
export const ASSOCIATION_REPLAYS: readonly Replay[] = [...CREATES, ...UNLABELED, ...REMOVALS];
