import {
	associatedById,
	type AssociationReader,
	type AssociationReading,
} from '../../reading/associationReader';
import type { Entry } from '../../batching/plan';
import type { AssociationInput } from '../../hubspot/associations/associations';
import { getOrMake } from '../../lists';
import { fail, invalidInput, type Failure } from '../../outcome';
import { DISPLAY_NAMES } from '../../input/displayNames';
import { withTypes } from './resolveLabels';

type CreateEntry = Entry<AssociationInput, unknown>;

/** Returns the records whose labels would be replaced, and which of their associations matter. */
export function readingsWithLabels(
	entries: readonly CreateEntry[],
	reader: AssociationReader,
): Map<AssociationReading, Set<string>> {
	const readings = new Map<AssociationReading, Set<string>>();
	for (const { input } of entries.filter(replacesLabels)) {
		const reading = reader.readingOf(input.pair, input.fromId);
		const toIds = readings.get(reading);
		if (toIds) toIds.add(input.toId);
		else readings.set(reading, new Set([input.toId]));
	}
	return readings;
}

/**
 * Adds the labels that the records have to the entries. Expects that {@link readingsWithLabels} have
 * been read. Settles entries whose labels could not be read.
 */
export function keepLabels(entries: readonly CreateEntry[], reader: AssociationReader): void {
	const held = new Map<AssociationReading, ReturnType<typeof associatedById>>();
	for (const entry of entries.filter(replacesLabels)) {
		const reading = reader.readingOf(entry.input.pair, entry.input.fromId);
		const present = getOrMake(held, reading, () => associatedById(reading)).get(entry.input.toId);
		if (present?.hasUnreadable) entry.outcome = fail(unreadable(entry.input));
		else if (present) {
			const labels = present.types.filter(({ label }) => label !== null);
			entry.input = withTypes(entry.input, labels);
		} else if (reading.failure) entry.outcome = fail(reading.failure);
	}
}

/** Whether an entry would replace labels: the unlabeled call leaves them alone. */
function replacesLabels({ input }: CreateEntry): boolean {
	return input.types.length > 0;
}

function unreadable({ fromId, toId }: AssociationInput): Failure {
	return invalidInput(
		`Records ${fromId} and ${toId} have a label that this node cannot read, and sending the row would remove it`,
		`Nothing was sent. If you do not need that label, set '${DISPLAY_NAMES.existingLabels}' to 'Replace'.`,
	);
}
