import type { Work } from '../../batching/dispatch';
import type { Plan } from '../../batching/plan';
import type { BatchCall } from '../../hubspot/api/batchCall';

/**
 * One work for each entry, for calls that name their label in the path: HubSpot's "not found" is then
 * about that label and not about its pair of objects.
 */
export function oneWorkEach<Input, Value>(
	{ groups }: Plan<Input>,
	callFor: (input: Input) => BatchCall<Input, Value>,
): Array<Work<Input, Value>> {
	return groups.flatMap(({ entries }) =>
		entries.map((entry) => ({ call: callFor(entry.input), entries: [entry] })),
	);
}
