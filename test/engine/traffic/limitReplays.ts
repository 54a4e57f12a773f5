import type { Outcome, Replay } from './replay';

const UPDATE = { path: /batch\/update$/ };
const CREATE = { path: /batch\/create$/ };

function limit(replay: Omit<Replay, 'resource' | 'objects'>): Replay {
	return { ...replay, resource: 'associationLimit', objects: ['0-1', '0-3'] };
}

const WRONG_TYPE: Outcome = {
	state: 'refused',
	retryable: false,
	says: ['0-5 is not a valid association type between CONTACT and DEAL', 'from the list'],
};

/** Answers to the calls about limits. */
export const LIMIT_REPLAYS: readonly Replay[] = [
	...['update', 'create'].map((operation) =>
		limit({
			answer: 'limits-207-canceled',
			operation,
			call: operation === 'update' ? UPDATE : CREATE,
			rows: [{ type: 'HUBSPOT_DEFINED:5', maximum: 3 }],
			outcomes: [WRONG_TYPE],
			requests: 1,
		}),
	),
	limit({
		answer: 'limits-207-canceled',
		operation: 'update',
		call: { ...UPDATE, times: 1 },
		rows: [
			{ type: 'HUBSPOT_DEFINED:5', maximum: 3 },
			{ type: 'HUBSPOT_DEFINED:4', maximum: 11 },
		],
		// What stood beside the wrong type is read back, and sent again since it was not carried out.
		outcomes: [WRONG_TYPE, { item: { typeId: 4, maxToObjectIds: 11 } }],
		requests: 3,
	}),
	limit({
		answer: 'limits-all-200-null',
		operation: 'getAll',
		parameters: { scope: 'all' },
		call: { path: /configurations\/all$/ },
		rows: [{}],
		outcomes: [{ item: { category: 'HUBSPOT_DEFINED', typeId: 4, maxToObjectIds: 2 } }],
		requests: 1,
	}),
	limit({
		answer: 'limits-create-201',
		operation: 'create',
		call: CREATE,
		rows: [{ type: 'HUBSPOT_DEFINED:4', maximum: 2 }],
		outcomes: [{ item: { typeId: 4, maxToObjectIds: 2, label: null } }],
		requests: 1,
	}),
	limit({
		answer: 'limits-create-201',
		operation: 'create',
		call: CREATE,
		rows: [{ type: 'HUBSPOT_DEFINED:4', maximum: 3 }],
		outcomes: [{ state: 'unknown', retryable: false, says: ['a maximum of 2 instead of 3'] }],
		requests: 2,
	}),
	limit({
		answer: 'limits-update-200',
		operation: 'update',
		call: UPDATE,
		rows: [{ type: 'HUBSPOT_DEFINED:4', maximum: 11 }],
		outcomes: [{ item: { typeId: 4, maxToObjectIds: 11 } }],
		requests: 1,
	}),
	limit({
		answer: 'limits-purge-204',
		operation: 'delete',
		call: { path: /batch\/purge$/ },
		rows: [{ type: 'HUBSPOT_DEFINED:4' }],
		outcomes: [{ item: { deleted: true, typeId: 4 } }],
		requests: 1,
	}),
];
