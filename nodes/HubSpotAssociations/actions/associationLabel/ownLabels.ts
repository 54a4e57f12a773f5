import { associationTypeKey } from '../../hubspot/associationTypes';
import { fail, invalidInput, succeed, type Outcome } from '../../hubspot/failure';
import type { LabelTarget } from '../../hubspot/labelChanges';
import { findType, resolveLabel, type AssociationLabel } from '../../hubspot/labels';
import { describePair, pairKey } from '../../hubspot/objectTypes';
import { DISPLAY_NAMES } from '../../input/displayNames';
import type { TypeRow } from '../../input/typeRows';
import { readLabels, type LabelsByPair } from '../labelLookup';
import type { RowDetails } from '../output';
import type { Session } from '../session';

const PARAMETER = DISPLAY_NAMES.associationType;

/**
 * Reads the labels of the pairs where a row needs them.
 * @param needsLabels asked of rows that name their label by CATEGORY:typeId; the others always do
 */
export async function readOwnLabels<Row extends TypeRow>(
	session: Session,
	rows: ReadonlyArray<Outcome<Row>>,
	needsLabels: (row: Row) => boolean,
): Promise<LabelsByPair> {
	const pairs = rows.flatMap((row) =>
		row.ok && (row.value.reference.kind !== 'type' || needsLabels(row.value))
			? [row.value.pair]
			: [],
	);
	return await readLabels(session, pairs);
}

/**
 * Finds the label that a row means among those that the account made itself: HubSpot lets no other
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
		return isForeign(type) || (found && found.label === null)
			? refuseForeign(type)
			: succeed({ ...type, pair });
	}
	const own = all.filter((type) => !isForeign(type) && type.label !== null);
	const label = resolveLabel(reference, own, pair, PARAMETER);
	if (label.ok) return succeed({ ...label.value, pair });
	const foreign = resolveLabel(reference, all, pair, PARAMETER);
	return foreign.ok ? refuseForeign(foreign.value) : label;

	function refuseForeign(type: AssociationLabel): Outcome<LabelTarget> {
		return fail(
			invalidInput(
				`'${PARAMETER}' is ${associationTypeKey(type)} of ${describePair(pair)}, which your account did not make`,
				'Pick a label of the category USER_DEFINED: HubSpot lets no other be changed or deleted.',
			),
		);
	}
}

/** What a row that failed was about; nothing where the row itself could not be read. */
export function ownLabelDetails(
	rows: ReadonlyArray<Outcome<TypeRow>>,
	inputs: ReadonlyArray<Outcome<LabelTarget>>,
): (index: number) => RowDetails {
	return (index) => {
		const row = rows[index];
		if (!row.ok) return {};
		const input = inputs[index];
		return {
			fromObjectType: row.value.pair.from.spelling,
			toObjectType: row.value.pair.to.spelling,
			...(input.ok
				? { associationCategory: input.value.category, typeId: input.value.typeId }
				: {}),
		};
	};
}

function isForeign({ category }: AssociationLabel): boolean {
	return category !== 'USER_DEFINED';
}
