import { associationTypeKey, type AssociationType } from '../../hubspot/model/associationTypes';
import { fail, invalid, unsent, type Outcome } from '../../outcome';
import { findType, mayBeUnlabeled, type AssociationLabel } from '../../hubspot/labels/labels';
import { describePair } from '../../hubspot/model/objectTypes';
import { DISPLAY_NAMES } from '../../input/displayNames';
import { readLabelsFor, type LabelsByPair } from '../run/labelLookup';
import { readOf } from '../run/pairReads';
import type { Session } from '../run/session';
import type { TypedRow } from './resolveLabels';

/**
 * Refuses rows that would remove the unlabeled type: HubSpot then removes the association
 * with all its labels (its OpenAPI document). Reads the labels of a pair where a type alone does not
 * say whether it is one; rows whose labels cannot be read are refused, too.
 */
export async function refuseUnlabeled(
	session: Session,
	inputs: ReadonlyArray<Outcome<TypedRow>>,
): Promise<ReadonlyArray<Outcome<TypedRow>>> {
	const labels = await readLabelsFor(session, inputs, (input) => doubtfulTypes(input).length > 0);
	return inputs.map((input) => (input.ok ? checked(input, labels) : input));
}

function checked(
	input: { readonly ok: true; readonly value: TypedRow },
	labels: LabelsByPair,
): Outcome<TypedRow> {
	const types = doubtfulTypes(input.value);
	if (types.length === 0) return input;
	const { pair } = input.value;
	const known = readOf(labels, pair);
	if (!known.ok) return fail(unsent(known.failure));
	const unlabeled = types.find((type) => isUnlabeled(type, known.value));
	if (!unlabeled) return input;
	return invalid(
		`${associationTypeKey(unlabeled)} in '${DISPLAY_NAMES.labels}' is not a label but the association of ${describePair(pair)} itself`,
		'To remove the whole association, use the Delete operation.',
	);
}

function doubtfulTypes({ pair, types }: TypedRow): AssociationType[] {
	return types.filter((type) => mayBeUnlabeled(pair, type));
}

function isUnlabeled(type: AssociationType, labels: readonly AssociationLabel[]): boolean {
	return findType(labels, type)?.label === null;
}
