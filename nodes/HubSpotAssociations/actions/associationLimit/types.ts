import type { LimitInput } from '../../hubspot/limits';
import { succeed, type Outcome } from '../../hubspot/failure';
import { DISPLAY_NAMES } from '../../input/displayNames';
import type { LimitRow } from '../../input/limitRows';
import { readLabels, resolveReference } from '../labelLookup';
import type { RowDetails } from '../output';
import type { Session } from '../session';

/** Turns the association type of every row into category and type id; reads labels where one needs it. */
export async function resolveLimits(
	session: Session,
	rows: ReadonlyArray<Outcome<LimitRow>>,
): Promise<Array<Outcome<LimitInput>>> {
	const pairs = rows.flatMap((row) =>
		row.ok && row.value.reference.kind !== 'type' ? [row.value.pair] : [],
	);
	const labels = await readLabels(session, pairs);
	return rows.map((row) => {
		if (!row.ok) return row;
		const { pair, reference, maxToObjectIds } = row.value;
		const type = resolveReference(reference, pair, labels, DISPLAY_NAMES.associationType);
		return type.ok ? succeed({ ...type.value, pair, maxToObjectIds }) : type;
	});
}

/** What a row that failed was about; nothing where the row itself could not be read. */
export function limitDetails(
	rows: ReadonlyArray<Outcome<LimitRow>>,
	inputs: ReadonlyArray<Outcome<LimitInput>>,
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
			maxToObjectIds: row.value.maxToObjectIds,
		};
	};
}
