import type { Refused, Replay } from './replay';

/** Answers to the call that looks records up by a property. */
export const LOOKUP_REPLAYS: readonly Replay[] = [
	{
		answer: 'objects-400-non-unique',
		operation: 'create',
		call: { path: /0-2\/batch\/read$/ },
		options: { toIdProperty: 'domain' },
		rows: [{ from: 1001, to: 'harbour-logistics-1.example.com' }],
		// The property is searched for instead.
		outcomes: [{ item: { fromObjectId: '1001', toObjectId: '5001' } }],
		requests: 3,
	},
	{
		answer: 'objects-read-207-by-email',
		operation: 'create',
		call: { path: /0-1\/batch\/read$/ },
		options: { fromIdProperty: 'email' },
		rows: ['raj@example.com', 'raj+2@example.com', 'RAJ+3@example.com'].map((from) => ({
			from,
			to: 5001,
		})),
		outcomes: [
			{ item: { fromObjectId: '201', toObjectId: '5001' } },
			...['raj+2@example.com', 'raj+3@example.com'].map(
				(email): Refused => ({ state: 'notSent', retryable: false, says: ['No record', email] }),
			),
		],
		requests: 2,
	},
];
