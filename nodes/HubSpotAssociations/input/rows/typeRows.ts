import type { IExecuteFunctions } from 'n8n-workflow';
import { succeed, type Outcome } from '../../outcome';
import type { LabelReference } from '../../hubspot/labels/labels';
import type { ObjectPair } from '../../hubspot/model/objectTypes';
import { DISPLAY_NAMES } from '../displayNames';
import { parseLabelReference, parseTypeReference } from '../values/labelReference';
import { locatorMode, locatorValue } from '../values/locator';
import { createPairReader } from './pairRows';
import { createParameterReader } from '../expressions/parameterReader';
import { readRows } from './rows';

/** What one item says about an association type of two objects. */
export interface TypeRow {
	readonly pair: ObjectPair;
	readonly reference: LabelReference;
}

/** Reads the two objects and the association type of an item. */
export function createTypeRowReader(
	context: IExecuteFunctions,
): (itemIndex: number) => Outcome<TypeRow> {
	const pairOf = createPairReader(context);
	const associationType = createParameterReader(context, 'associationType', '');
	return (item) => {
		const pair = pairOf(item);
		if (!pair.ok) return pair;
		const reference = readTypeReference(associationType.read(item));
		if (!reference.ok) return reference;
		return succeed({ pair: pair.value, reference: reference.value });
	};
}

/** Reads the two objects and the association type of every item. */
export function readTypeRows(context: IExecuteFunctions): Array<Outcome<TypeRow>> {
	return readRows(context, createTypeRowReader(context));
}

const PARAMETER = DISPLAY_NAMES.associationType;

/** The mode of the resource locator tells a label that looks like a number from a type id. */
function readTypeReference(locator: unknown): Outcome<LabelReference> {
	const value = locatorValue(locator);
	const mode = locatorMode(locator);
	if (mode === 'id') return parseTypeReference(value, PARAMETER);
	if (mode === 'label' && typeof value === 'string' && value.trim() !== '') {
		return succeed({ kind: 'name', name: value.trim() });
	}
	return parseLabelReference(value, PARAMETER);
}
