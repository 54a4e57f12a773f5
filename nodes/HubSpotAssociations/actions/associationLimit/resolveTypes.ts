import { succeed, type Outcome } from '../../outcome';
import type { AssociationLabel } from '../../hubspot/labels/labels';
import { DISPLAY_NAMES } from '../../input/displayNames';
import type { TypeRow } from '../../input/rows/typeRows';
import { readLabels, resolveReference, type LabelsByPair } from '../run/labelLookup';
import type { RowDetails } from '../run/output';
import type { Session } from '../run/session';

/** Reads the labels of the pairs where a row names a type by its label or bare type id. */
export async function readNamedLabels(
	session: Session,
	rows: ReadonlyArray<Outcome<TypeRow>>,
): Promise<LabelsByPair> {
	const pairs = rows.flatMap((row) =>
		row.ok && row.value.reference.kind !== 'type' ? [row.value.pair] : [],
	);
	return await readLabels(session, pairs);
}

/** Turns the association type of every row into category and type id. */
export function resolveLimits<Row extends TypeRow>(
	rows: ReadonlyArray<Outcome<Row>>,
	labels: LabelsByPair,
): Array<Outcome<Row & AssociationLabel>> {
	return rows.map((row) => {
		if (!row.ok) return row;
		const { pair, reference } = row.value;
		const type = resolveReference(reference, pair, labels, DISPLAY_NAMES.associationType);
		return type.ok ? succeed({ ...row.value, ...type.value }) : type;
	});
}

type MaybeLimitRow = TypeRow & { readonly maxToObjectIds?: number };

/** What a row that failed was about; nothing where the row itself could not be read. */
export function limitDetails(
	rows: ReadonlyArray<Outcome<MaybeLimitRow>>,
	inputs: ReadonlyArray<Outcome<AssociationLabel>>,
): (index: number) => RowDetails {
	return (index) => {
		const row = rows[index];
		if (!row.ok) return {};
		const { pair, maxToObjectIds } = row.value;
		const input = inputs[index];
		return {
			fromObjectType: pair.from.spelling,
			toObjectType: pair.to.spelling,
			...(input.ok
				? { associationCategory: input.value.category, typeId: input.value.typeId }
				: {}),
			maxToObjectIds,
		};
	};
}
