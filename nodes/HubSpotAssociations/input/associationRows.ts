import type { IExecuteFunctions } from 'n8n-workflow';
import type { RecordIds } from '../hubspot/directions';
import { succeed, type Outcome } from '../hubspot/failure';
import type { LabelReference } from '../hubspot/labels';
import type { ObjectPair } from '../hubspot/objectTypes';
import { DISPLAY_NAMES } from './displayNames';
import { parseLabels } from './labelReference';
import { locatorValue } from './locator';
import { createPairs } from './objectPair';
import { createParameterReader } from './parameterReader';
import { parseRecordId } from './recordId';
import { readRows } from './rows';

/** What one item says about an association. */
export interface AssociationRow extends RecordIds {
	readonly pair: ObjectPair;
	readonly labels: readonly LabelReference[];
}

/** Reads the two records of every item and, where the operation has them, the labels. */
export function readAssociationRows(context: IExecuteFunctions): Array<Outcome<AssociationRow>> {
	const fromObjectType = createParameterReader(context, 'fromObjectType', '');
	const toObjectType = createParameterReader(context, 'toObjectType', '');
	const fromRecordId = createParameterReader(context, 'fromRecordId', '');
	const toRecordId = createParameterReader(context, 'toRecordId', '');
	const labels = createLabelsReader(context);
	const pairOf = createPairs();
	return readRows(context, (item) => {
		const pair = pairOf(
			locatorValue(fromObjectType.read(item)),
			locatorValue(toObjectType.read(item)),
		);
		if (!pair.ok) return pair;
		const from = parseRecordId(
			fromRecordId.read(item),
			pair.value.from,
			DISPLAY_NAMES.fromRecordId,
		);
		if (!from.ok) return from;
		const to = parseRecordId(toRecordId.read(item), pair.value.to, DISPLAY_NAMES.toRecordId);
		if (!to.ok) return to;
		const named = labels(item);
		if (!named.ok) return named;
		return succeed({ pair: pair.value, fromId: from.value, toId: to.value, labels: named.value });
	});
}

/** Constant labels are parsed once, and every row holds the same list. */
function createLabelsReader(
	context: IExecuteFunctions,
): (item: number) => Outcome<readonly LabelReference[]> {
	const reader = createParameterReader(context, 'labels', []);
	const parsed = new Map<string, Outcome<readonly LabelReference[]>>();
	return (item) => {
		const value = reader.read(item);
		const key = JSON.stringify(value) ?? '';
		const present = parsed.get(key);
		if (present) return present;
		const labels = parseLabels(value, DISPLAY_NAMES.labels);
		parsed.set(key, labels);
		return labels;
	};
}
