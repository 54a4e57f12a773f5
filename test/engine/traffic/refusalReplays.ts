import type { Refused, Replay } from './replay';

/** Enough that a refusal taken apart row by row would show. */
const ROWS = Array.from({ length: 50 }, (_, index) => ({
	from: 1001 + index,
	to: 5001,
	labels: 'USER_DEFINED:36',
}));

/** Of these rows eight are tried alone. */
const SAMPLED = { atMost: 9 };

const LATER = { state: 'refused', retryable: true } as const;
const NEVER = { state: 'refused', retryable: false } as const;

/** Refusals of a whole request, in answer to the creation of many associations. */
export const REFUSAL_REPLAYS: readonly Replay[] = [
	whole('400-internal-error', 3, { ...NEVER, says: ['internal error'] }),
	whole('400-json', 3, { ...NEVER, says: ['Some required fields were not set'] }),
	whole('400-unable-to-infer', 3, { ...NEVER, says: ['Unable to infer object type from'] }),
	whole('create-400-edit-associations', 3, {
		...NEVER,
		says: ["Missing 'Edit Associations' permission", 'service key'],
	}),
	whole('403-granular-scopes', 1, {
		...NEVER,
		says: ['crm.objects.contacts.read, sales-email-read', 'reconnect'],
	}),
	whole('403-required-scopes', 1, {
		...NEVER,
		says: ['crm.objects.custom.read, crm.schemas.custom.read', 'reconnect'],
	}),
	whole('403-no-scope-named', 1, {
		...NEVER,
		says: ['Missing required scope for: view_schema', 'scopes'],
	}),
	whole('404-html', 1, { ...NEVER, says: ['status 404', "'Base URL'"] }),
	whole('429-category', 1, { ...LATER, says: ['ten_secondly_rolling limit', "'Max Retries'"] }),
	whole('429-ten-secondly', 1, { ...LATER, says: ['ten_secondly_rolling limit', "'Max Retries'"] }),
	whole('429-daily-by-message', 1, { ...LATER, says: ['daily API limit', 'midnight'] }),
	unplaced('create-400-invalid-object-ids', 'DEAL=115455488855059 is not valid'),
	unplaced('create-400-invalid-object-ids-with-context', 'CONTACT=424242 is not valid'),
	unplaced('create-400-invalid-type-id', 'USER_DEFINED=3 is not a valid association definition id'),
	unplaced('create-400-wrong-direction', 'invalid from object type 0-1'),
	unplaced('create-404-to-object-not-found', 'No contact with ID 51 exists'),
];

/** Concerns every row: nothing is taken apart, and every row is told. */
function whole(answer: string, atMost: number, refused: Refused): Replay {
	return create(
		answer,
		{ atMost },
		ROWS.map(() => refused),
	);
}

/**
 * Names what no row has: some rows from across the batch are tried alone, and the others say that they were not.
 * The reason that stands in the context alone is in the message.
 */
function unplaced(answer: string, reason: string): Replay {
	const outcome: Refused = {
		state: expect.stringMatching(/^(refused|notSent)$/),
		retryable: expect.any(Boolean),
		says: [reason],
	};
	return create(
		answer,
		SAMPLED,
		ROWS.map(() => outcome),
	);
}

function create(
	answer: string,
	requests: Replay['requests'],
	outcomes: readonly Refused[],
): Replay {
	const call = { path: /batch\/create$/ };
	return { answer, operation: 'create', call, rows: ROWS, outcomes, requests };
}
