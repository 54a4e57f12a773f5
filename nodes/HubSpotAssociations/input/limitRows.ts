import type { IExecuteFunctions } from 'n8n-workflow';
import { succeed, type Outcome } from '../hubspot/failure';
import type { LabelReference } from '../hubspot/labels';
import type { ObjectPair } from '../hubspot/objectTypes';
import { DISPLAY_NAMES } from './displayNames';
import { parseLabelReference, parseTypeReference } from './labelReference';
import { locatorMode, locatorValue } from './locator';
import { parseMaximum } from './maximum';
import { createPairs } from './objectPair';
import { createParameterReader } from './parameterReader';
import { readRows } from './rows';

/** What one item says about an association limit. */
export interface LimitRow {
	readonly pair: ObjectPair;
	readonly reference: LabelReference;
	readonly maxToObjectIds: number;
}

/** Reads the objects, the association type and the maximum of every item. */
export function readLimitRows(context: IExecuteFunctions): Array<Outcome<LimitRow>> {
	const fromObjectType = createParameterReader(context, 'fromObjectType', '');
	const toObjectType = createParameterReader(context, 'toObjectType', '');
	const associationType = createParameterReader(context, 'associationType', '');
	const maximum = createParameterReader(context, 'maxToObjectIds', '');
	const pairOf = createPairs();
	return readRows(context, (item) => {
		const pair = pairOf(
			locatorValue(fromObjectType.read(item)),
			locatorValue(toObjectType.read(item)),
		);
		if (!pair.ok) return pair;
		const reference = readTypeReference(associationType.read(item));
		if (!reference.ok) return reference;
		const maxToObjectIds = parseMaximum(maximum.read(item));
		if (!maxToObjectIds.ok) return maxToObjectIds;
		return succeed({
			pair: pair.value,
			reference: reference.value,
			maxToObjectIds: maxToObjectIds.value,
		});
	});
}

const PARAMETER = DISPLAY_NAMES.associationType;

/** The mode of the resource locator tells a label that looks like a number from a type id. */
export function readTypeReference(locator: unknown): Outcome<LabelReference> {
	const value = locatorValue(locator);
	const mode = locatorMode(locator);
	if (mode === 'id') return parseTypeReference(value, PARAMETER);
	if (mode === 'label' && typeof value === 'string' && value.trim() !== '') {
		return succeed({ kind: 'name', name: value.trim() });
	}
	return parseLabelReference(value, PARAMETER);
}
