import type { Outcome } from '../../outcome';
import type { IdProperties } from '../../input/options/associationOptions';
import type { FromRow, RecordRow } from '../../input/rows/associationRows';
import type { RowDetails } from '../run/output';

type Row = FromRow & Partial<RecordRow>;

/**
 * What a row that failed was about; nothing where the row itself could not be read. A record that
 * is named by a property is told by its value, and by its id where it was found.
 * @param rows as they were read
 * @param found the same rows with record ids
 */
export function associationDetails(
	rows: ReadonlyArray<Outcome<Row>>,
	found: ReadonlyArray<Outcome<Row>>,
	properties: IdProperties,
): (index: number) => RowDetails {
	const isLookedUp = properties.from !== undefined || properties.to !== undefined;
	// There may be a million rows: those that `found` tells as well are not kept a second time.
	const kept = rows.map((row, index) => (found[index].ok && !isLookedUp ? undefined : row));
	return (index) => {
		const row = kept[index] ?? found[index];
		if (!row.ok) return {};
		const { pair, fromId, toId } = row.value;
		const known = found[index];
		const ids = known.ok ? known.value : undefined;
		return {
			fromObjectType: pair.from.spelling,
			...recordDetails('from', properties.from, fromId, ids?.fromId),
			toObjectType: pair.to.spelling,
			...recordDetails('to', properties.to, toId, ids?.toId),
		};
	};
}

function recordDetails(
	side: 'from' | 'to',
	property: string | undefined,
	value: string | undefined,
	id: string | undefined,
): RowDetails {
	if (property === undefined) return { [`${side}ObjectId`]: value };
	return { [`${side}IdProperty`]: property, [`${side}IdValue`]: value, [`${side}ObjectId`]: id };
}
