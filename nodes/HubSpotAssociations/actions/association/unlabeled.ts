import type { AssociationInput } from '../../hubspot/associations';
import { associationTypeKey, type AssociationType } from '../../hubspot/associationTypes';
import { fail, invalidInput, type Outcome } from '../../hubspot/failure';
import { findType } from '../../hubspot/labels';
import { describePair, pairKey } from '../../hubspot/objectTypes';
import { DISPLAY_NAMES } from '../../input/displayNames';
import type { LabelsByPair } from '../labelLookup';

/**
 * Refuses rows that would take off the type without a label, as far as the labels of the pair are
 * known: HubSpot then removes the association with all its labels (its OpenAPI document).
 */
export function refuseUnlabeled(
	inputs: ReadonlyArray<Outcome<AssociationInput>>,
	labels: LabelsByPair,
): ReadonlyArray<Outcome<AssociationInput>> {
	if (labels.size === 0) return inputs;
	return inputs.map((input) => {
		const type = input.ok ? unlabeledIn(input.value, labels) : undefined;
		if (!input.ok || type === undefined) return input;
		return fail(
			invalidInput(
				`${associationTypeKey(type)} in '${DISPLAY_NAMES.labels}' is no label: it is the association of ${describePair(input.value.pair)} itself`,
				'To remove the whole association, use the operation Delete.',
			),
		);
	});
}

function unlabeledIn(
	{ pair, types }: AssociationInput,
	labels: LabelsByPair,
): AssociationType | undefined {
	const known = labels.get(pairKey(pair));
	if (!known?.ok) return undefined;
	return types.find((type) => findType(known.value, type)?.label === null);
}
