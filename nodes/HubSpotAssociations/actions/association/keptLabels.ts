import type { AssociationReader, AssociationReading } from '../../reading/associationReader';
import type { Entry } from '../../batching/plan';
import type { AssociationInput } from '../../hubspot/associations/associations';
import type { AssociationType } from '../../hubspot/model/associationTypes';
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
	const labels = new Map<AssociationReading, LabelsByRecord>();
	for (const entry of entries.filter(replacesLabels)) {
		const reading = reader.readingOf(entry.input.pair, entry.input.fromId);
		const byRecord = getOrMake(labels, reading, () => labelsByRecord(reading));
		const present = byRecord.get(entry.input.toId);
		if (present === 'unreadable') entry.outcome = fail(unreadable(entry.input));
		else if (present) entry.input = withTypes(entry.input, present);
		else if (reading.failure) entry.outcome = fail(reading.failure);
	}
}

/** Whether an entry would replace labels: the unlabeled call leaves them alone. */
function replacesLabels({ input }: CreateEntry): boolean {
	return input.types.length > 0;
}

type LabelsByRecord = Map<string, readonly AssociationType[] | 'unreadable'>;

function labelsByRecord({ associated }: AssociationReading): LabelsByRecord {
	const labels: LabelsByRecord = new Map();
	for (const { toId, types, hasUnreadable } of associated) {
		const present = labels.get(toId) ?? [];
		const isLost = hasUnreadable === true || present === 'unreadable';
		const labeled = types.filter(({ label }) => label !== null);
		labels.set(toId, isLost ? 'unreadable' : [...present, ...labeled]);
	}
	return labels;
}

function unreadable({ fromId, toId }: AssociationInput): Failure {
	return invalidInput(
		`Records ${fromId} and ${toId} have a label that this node cannot read, and sending the row would remove it`,
		`Nothing was sent. If you do not need that label, set '${DISPLAY_NAMES.existingLabels}' to 'Replace'.`,
	);
}
