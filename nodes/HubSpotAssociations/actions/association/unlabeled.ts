import { associationTypeKey, type AssociationType } from '../../hubspot/model/associationTypes';
import { fail, invalid, unsent, type Outcome } from '../../outcome';
import { findType, mayBeUnlabeled } from '../../hubspot/labels/labels';
import { describePair } from '../../hubspot/model/objectTypes';
import { DISPLAY_NAMES } from '../../input/displayNames';
import { readLabelsFor, type LabelsByPair } from '../run/labelLookup';
import { readOf } from '../run/pairReads';
import type { Session } from '../run/session';
import type { TypedRow } from './resolveLabels';

/**
 * Reads the labels of a pair where a type alone does not say whether it is the unlabeled one. Rows
 * whose labels cannot be read are refused.
 */
export async function identifyUnlabeled(
	session: Session,
	inputs: ReadonlyArray<Outcome<TypedRow>>,
): Promise<ReadonlyArray<Outcome<TypedRow>>> {
	const labels = await readLabelsFor(session, inputs, (input) => doubtfulTypes(input).length > 0);
	return inputs.map((input) => {
		if (!input.ok || doubtfulTypes(input.value).length === 0) return input;
		const known = readOf(labels, input.value.pair);
		return known.ok ? input : fail(unsent(known.failure));
	});
}

/**
 * Refuses rows that would remove the unlabeled type: HubSpot then removes the association
 * with all its labels (its OpenAPI document).
 */
export async function refuseUnlabeled(
	session: Session,
	inputs: ReadonlyArray<Outcome<TypedRow>>,
): Promise<ReadonlyArray<Outcome<TypedRow>>> {
	const identified = await identifyUnlabeled(session, inputs);
	return identified.map((input) => {
		const unlabeled = input.ok && unlabeledIn(input.value, session.labels);
		if (!unlabeled) return input;
		return invalid(
			`${associationTypeKey(unlabeled)} in '${DISPLAY_NAMES.labels}' is not a label but the association of ${describePair(input.value.pair)} itself`,
			'To remove the whole association, use the Delete operation.',
		);
	});
}

function unlabeledIn(input: TypedRow, labels: LabelsByPair): AssociationType | undefined {
	return doubtfulTypes(input).find((type) => {
		const known = readOf(labels, input.pair);
		return known.ok && findType(known.value, type)?.label === null;
	});
}

function doubtfulTypes({ pair, types }: TypedRow): AssociationType[] {
	return types.filter((type) => mayBeUnlabeled(pair, type));
}
