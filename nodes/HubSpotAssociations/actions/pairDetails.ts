import type { Outcome } from '../outcome';
import { objectNames, type ObjectPair } from '../hubspot/model/objectTypes';
import type { RowDetails } from './run/failures';

/** Describes a row that failed; empty where the row itself could not be read. */
export function pairDetails(
	rows: ReadonlyArray<Outcome<ObjectPair>>,
): (index: number) => RowDetails {
	return (index) => {
		const row = rows[index];
		if (!row.ok) return {};
		return objectNames(row.value);
	};
}
