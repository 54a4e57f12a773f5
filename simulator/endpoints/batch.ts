import type { InputError } from '../http/errors';
import type { Answer, Call } from './endpoint';

export interface BatchOutcome {
	results: object[];
	errors: InputError[];
}

interface Statuses {
	/** Where no input was refused. */
	complete: 200 | 201;
	/** Where some were. The unlabeled call is documented to answer 200 even then. */
	partial?: 200 | 207;
	/** Batch status where nothing came of the call: recorded traffic has CANCELED for limits. */
	nothingMade?: 'CANCELED' | 'COMPLETE';
}

/** HubSpot's batch envelope. `errors` and `numErrors` are there only where an input was refused. */
export function batchAnswer({ results, errors }: BatchOutcome, statuses: Statuses): Answer {
	const { complete, partial = 207, nothingMade = 'COMPLETE' } = statuses;
	const now = new Date().toISOString();
	const envelope = { status: 'COMPLETE', results, startedAt: now, completedAt: now };
	if (errors.length === 0) return { status: complete, body: envelope };
	const status = results.length === 0 ? nothingMade : 'COMPLETE';
	return {
		status: partial,
		body: { ...envelope, status, numErrors: errors.length, errors },
	};
}

/** Answer of archive, labels/archive and purge, which tell nothing but that they were done. */
export function removalAnswer({ behaviour, version }: Call): Answer {
	const status = behaviour.removalAnswer === 'noContent' ? 204 : version.removalStatus;
	return status === 204 ? { status } : batchAnswer({ results: [], errors: [] }, { complete: 200 });
}
