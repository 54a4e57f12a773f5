import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { succeed, type Outcome } from '../../outcome';
import { DISPLAY_NAMES } from '../displayNames';
import { isEmpty, mustBe, oneOf, valueOrThrow } from '../values/checks';

/** The properties whose values identify the records, where rows do not hold their ids. */
export interface IdProperties {
	readonly from?: string;
	readonly to?: string;
}

/** Internal names of properties: letters, digits and underscores. Source: HubSpot's properties guide. */
const PROPERTY_NAME = /^[A-Za-z][A-Za-z0-9_]{0,254}$/;

/** The record ID itself; HubSpot refuses it as the name of a unique property. */
const RECORD_ID_PROPERTY = 'hs_object_id';

/** @throws NodeOperationError when one is not the internal name of a property */
export function readIdProperties(context: IExecuteFunctions, options: IDataObject): IdProperties {
	return {
		from: valueOrThrow(context, propertyIn(options, 'fromIdProperty')),
		to: valueOrThrow(context, propertyIn(options, 'toIdProperty')),
	};
}

/**
 * Reads what create does with the labels that two records already have.
 * @throws NodeOperationError for any other word
 */
export function readExistingLabels(context: IExecuteFunctions, { existingLabels }: IDataObject) {
	return oneOf(context, 'existingLabels', ['replace', 'keep'], existingLabels ?? 'replace');
}

function propertyIn(
	options: IDataObject,
	name: 'fromIdProperty' | 'toIdProperty',
): Outcome<string | undefined> {
	const value = options[name];
	const text = typeof value === 'string' ? value.trim() : value;
	if (isEmpty(text) || text === RECORD_ID_PROPERTY) return succeed(undefined);
	if (typeof text === 'string' && PROPERTY_NAME.test(text)) return succeed(text);
	return mustBe(
		DISPLAY_NAMES[name],
		'the internal name of one property',
		value,
		'Write it as HubSpot lists it under Settings > Properties > Internal name, such as email or domain.',
	);
}
