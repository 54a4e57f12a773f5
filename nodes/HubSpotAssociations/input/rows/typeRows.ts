import type { IExecuteFunctions } from 'n8n-workflow';
import { INT32_MAX } from '../../hubspot/model/associationTypes';
import { invalid, succeed, type Outcome } from '../../outcome';
import type { LabelReference } from '../../hubspot/labels/labels';
import type { ObjectPair } from '../../hubspot/model/objectTypes';
import { DISPLAY_NAMES } from '../displayNames';
import { locatorMode, locatorValue } from '../expressions/parameterReader';
import { isEmpty, wholeNumber } from '../values/checks';
import { parseLabelReference } from '../values/labelReference';
import { pickedLabel } from '../values/typeChoice';
import { createPairReader, createValueReader, joined, readRows } from './rows';

/** What one item says about an association type of two objects. */
export interface TypeRow {
	readonly pair: ObjectPair;
	readonly reference: LabelReference;
}

/** What one item says about an association limit. */
export interface LimitRow extends TypeRow {
	readonly maxToObjectIds: number;
}

/**
 * Reads the two objects and the association type of an item.
 * @param parameter the display name of the association type, for messages
 */
export function typeReaders(
	context: IExecuteFunctions,
	parameter: string = DISPLAY_NAMES.associationType,
) {
	return {
		pair: createPairReader(context),
		reference: createValueReader(
			context,
			'associationType',
			(locator) => parseTypeLocator(locator, parameter),
			parameter,
		),
	};
}

/** Reads the two objects and the association type of every item. */
export function readTypeRows(
	context: IExecuteFunctions,
	parameter?: string,
): Array<Outcome<TypeRow>> {
	return readRows(context, joined(typeReaders(context, parameter)));
}

/** Reads the two objects, the association type and the maximum of every item. */
export function readLimitRows(context: IExecuteFunctions): Array<Outcome<LimitRow>> {
	const maxToObjectIds = createValueReader(context, 'maxToObjectIds', parseMaximum);
	return readRows(context, joined({ ...typeReaders(context), maxToObjectIds }));
}

/**
 * Reads an association type in the same forms in every mode: n8n itself chooses one when a person
 * drags a field in. By Label, all but CATEGORY:typeId is a name, even if it looks like a number.
 */
function parseTypeLocator(locator: unknown, parameter: string): Outcome<LabelReference> {
	const value = locatorValue(locator);
	const reference = parseLabelReference(value, parameter);
	if (reference.ok && reference.value.kind === 'type') {
		const picked = pickedLabel(locator, reference.value.type);
		return succeed({ ...reference.value, picked });
	}
	const isName = locatorMode(locator) === 'label' && typeof value === 'string';
	if (!isName || value.trim() === '') return reference;
	return succeed({ kind: 'name', name: value.trim() });
}

/** Reads the maximum of a limit: a whole number that fits in an int32, or the same as text. */
export function parseMaximum(value: unknown): Outcome<number> {
	const parameter = DISPLAY_NAMES.maxToObjectIds;
	const advice = 'Enter how many records one record may be associated with.';
	if (isEmpty(value)) return invalid(`'${parameter}' is empty`, advice);
	return wholeNumber(parameter, value, { least: 1, most: INT32_MAX }, advice);
}
