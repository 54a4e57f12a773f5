import { associationTypeKey, type AssociationType } from '../../hubspot/model/associationTypes';
import type { AssociationLabel } from '../../hubspot/labels/labels';
import { isObject, textOf } from '../../json';

/** How a list in the editor names the type without a label. */
const UNLABELED = 'Unlabeled';

/** Names a type in a list of the editor: its label and its ID, short enough for a chip. */
export function choiceName({ label, typeId }: AssociationLabel): string {
	return `${label ?? UNLABELED}${idPart(typeId)}`;
}

/**
 * Returns the label of a type that was picked from the list: n8n keeps the name of a choice beside its value.
 * Undefined for any other way to give a type.
 */
export function pickedLabel(locator: unknown, type: AssociationType): string | undefined {
	if (!isObject(locator) || locator.value !== associationTypeKey(type)) return undefined;
	const name = textOf(locator.cachedResultName) ?? '';
	const label = name.slice(0, Math.max(0, name.lastIndexOf(idPart(type.typeId))));
	return label === UNLABELED ? undefined : textOf(label);
}

function idPart(typeId: number): string {
	return ` (${typeId})`;
}
