import { succeed, type Outcome } from '../../outcome';
import type { AssociationLabel } from '../../hubspot/labels/labels';
import { DISPLAY_NAMES } from '../../input/displayNames';
import type { TypeRow } from '../../input/rows/typeRows';
import { readLabelsFor, resolveReference } from '../run/labelLookup';
import type { Session } from '../run/session';

/**
 * Turns the association type of every row into category and type id. Reads the labels of the pairs
 * where a row names a type by its label or bare type id.
 */
export async function resolveTypes<Row extends TypeRow>(
	session: Session,
	rows: ReadonlyArray<Outcome<Row>>,
): Promise<Array<Outcome<Row & AssociationLabel>>> {
	const labels = await readLabelsFor(session, rows, ({ reference }) => reference.kind !== 'type');
	return rows.map((row) => {
		if (!row.ok) return row;
		const { pair, reference } = row.value;
		const type = resolveReference(reference, pair, labels, DISPLAY_NAMES.associationType);
		return type.ok ? succeed({ ...row.value, ...type.value }) : type;
	});
}
