import { associationTypeKey, type AssociationType } from '../../hubspot/model/associationTypes';
import { fail, invalidInput, succeed, type Outcome } from '../../outcome';
import type { LabelTarget } from '../../hubspot/labels/labelChanges';
import {
	findType,
	mayBeUnlabeled,
	resolveLabel,
	type AssociationLabel,
} from '../../hubspot/labels/labels';
import { describePair, pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { OWN_LABEL_NAMES } from '../../input/displayNames';
import type { TypeRow } from '../../input/rows/typeRows';
import { readLabelsFor, type LabelsByPair } from '../run/labelLookup';
import type { Session } from '../run/session';

const PARAMETER = OWN_LABEL_NAMES.associationType;

/**
 * Reads the labels of the pairs where a row needs them: it does not name its label by
 * CATEGORY:typeId, or that alone does not show whether it is a label.
 * @param needsText whether a row needs the current text of its label
 */
export async function readOwnLabels<Row extends TypeRow>(
	session: Session,
	rows: ReadonlyArray<Outcome<Row>>,
	needsText: (row: Row) => boolean,
): Promise<LabelsByPair> {
	return await readLabelsFor(
		session,
		rows,
		(row) => needsLabels(row) || (needsText(row) && mayBeOwn(row)),
	);
}

/** A type that is certainly not the account's is refused without asking. */
function mayBeOwn({ reference }: TypeRow): boolean {
	return reference.kind !== 'type' || !isForeign(reference.type);
}

function needsLabels({ pair, reference }: TypeRow): boolean {
	if (reference.kind !== 'type') return true;
	return !isForeign(reference.type) && mayBeUnlabeled(pair, reference.type);
}

/**
 * Finds a row's label among those that the account created: HubSpot lets no other
 * be changed or deleted.
 */
export function resolveOwnLabel(row: TypeRow, labels: LabelsByPair): Outcome<LabelTarget> {
	const { pair, reference } = row;
	const known = labels.get(pairKey(pair));
	if (known?.ok === false) return known;
	const all = known?.value ?? [];
	if (reference.kind === 'type') {
		const found = findType(all, reference.type);
		const type = found ?? { ...reference.type, label: null };
		return isForeign(type) || found?.label === null
			? refuseType(type, pair)
			: succeed({ ...type, pair });
	}
	const own = all.filter((type) => !isForeign(type) && type.label !== null);
	const label = resolveLabel(reference, own, pair, PARAMETER);
	if (label.ok) return succeed({ ...label.value, pair });
	const other = resolveLabel(reference, all, pair, PARAMETER);
	return other.ok ? refuseType(other.value, pair) : label;
}

function refuseType(type: AssociationLabel, pair: ObjectPair): Outcome<LabelTarget> {
	const [key, objects] = [associationTypeKey(type), describePair(pair)];
	return fail(
		isForeign(type)
			? invalidInput(
					`'${PARAMETER}' is ${key} of ${objects}, which your account did not create`,
					'Pick a label of the category USER_DEFINED: HubSpot does not allow others to be changed or deleted.',
				)
			: invalidInput(
					`'${PARAMETER}' is ${key}, the unlabeled association of ${objects}`,
					'Pick a label: HubSpot does not allow an unlabeled association type to be changed or deleted.',
				),
	);
}

function isForeign({ category }: AssociationType): boolean {
	return category !== 'USER_DEFINED';
}
