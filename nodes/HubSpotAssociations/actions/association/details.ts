import type { Outcome } from '../../hubspot/failure';
import type { AssociationRow } from '../../input/associationRows';
import type { RowDetails } from '../output';

/** What a row that failed was about; nothing where the row itself could not be read. */
export function associationDetails(
	rows: ReadonlyArray<Outcome<AssociationRow>>,
): (index: number) => RowDetails {
	return (index) => {
		const row = rows[index];
		if (!row.ok) return {};
		const { pair, fromId, toId } = row.value;
		return {
			fromObjectType: pair.from.spelling,
			fromObjectId: fromId,
			toObjectType: pair.to.spelling,
			toObjectId: toId,
		};
	};
}
