import type { AssociationReader } from '../../reading/associationReader';
import type { Entry } from '../../batching/plan';
import type { AssociationInput } from '../../hubspot/associations/associations';
import type { AssociationLabel } from '../../hubspot/labels/labels';
import type { AssociatedRecord } from '../../hubspot/associations/associatedRecord';
import { remembering } from '../../lists';
import { fail, invalidInput, type Failure } from '../../outcome';
import { DISPLAY_NAMES } from '../../input/displayNames';
import { heldFinder } from './readings';
import { typesOfBoth, withTypes } from './resolveLabels';

type CreateEntry = Entry<AssociationInput, unknown>;

/** Whether an association would replace labels: the unlabeled call leaves them alone. */
export function replacesLabels({ types }: AssociationInput): boolean {
	return types.length > 0;
}

/**
 * Adds the labels that the records have to the entries that would replace them, as far as their
 * associations have been read. Settles entries whose labels could not be read.
 */
export function keepLabels(entries: readonly CreateEntry[], reader: AssociationReader): void {
	const held = heldFinder(reader);
	// Most rows share their types, and so do most associations: the list of both is made once.
	const keptTypes = remembering((own: AssociationInput['types']) =>
		remembering((present: AssociatedRecord['types']) =>
			typesOfBoth(own, present.filter(isLabeled)),
		),
	);
	for (const entry of entries) {
		const { input } = entry;
		if (!replacesLabels(input)) continue;
		const present = held(input);
		const { failure } = reader.readingOf(input.pair, input.fromId);
		if (present?.unreadable) entry.outcome = fail(unreadable(input));
		else if (present) entry.input = withTypes(input, keptTypes(input.types)(present.types));
		else if (failure) entry.outcome = fail(failure);
	}
}

function isLabeled({ label }: AssociationLabel): boolean {
	return label !== null;
}

function unreadable({ fromId, toId }: AssociationInput): Failure {
	return invalidInput(
		`Records ${fromId} and ${toId} have a label that this node cannot read, and sending the row would remove it`,
		`Nothing was sent. If you do not need that label, set '${DISPLAY_NAMES.existingLabels}' to 'Replace'.`,
	);
}
