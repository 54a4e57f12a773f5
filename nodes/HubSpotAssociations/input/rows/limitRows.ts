import type { IExecuteFunctions } from 'n8n-workflow';
import { succeed, type Outcome } from '../../outcome';
import { parseMaximum } from '../values/maximum';
import { createParameterReader } from '../expressions/parameterReader';
import { readRows } from './rows';
import { createTypeRowReader, type TypeRow } from './typeRows';

/** What one item says about an association limit. */
export interface LimitRow extends TypeRow {
	readonly maxToObjectIds: number;
}

/** Reads the objects, the association type and the maximum of every item. */
export function readLimitRows(context: IExecuteFunctions): Array<Outcome<LimitRow>> {
	const typeOf = createTypeRowReader(context);
	const maximum = createParameterReader(context, 'maxToObjectIds', '');
	return readRows(context, (item) => {
		const row = typeOf(item);
		if (!row.ok) return row;
		const maxToObjectIds = parseMaximum(maximum.read(item));
		if (!maxToObjectIds.ok) return maxToObjectIds;
		return succeed({ ...row.value, maxToObjectIds: maxToObjectIds.value });
	});
}
