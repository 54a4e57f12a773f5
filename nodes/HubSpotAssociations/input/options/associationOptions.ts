import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../displayNames';
import { shown } from '../values/shown';

/** The properties whose values name the records, where a row does not hold their ids. */
export interface IdProperties {
	readonly from?: string;
	readonly to?: string;
}

/** What create does with the labels that two records have already. */
export type ExistingLabels = 'replace' | 'keep';

const EXISTING_LABELS: readonly ExistingLabels[] = ['replace', 'keep'];

/** Internal names of properties: letters, digits and underscores. Source: HubSpot's properties guide. */
const PROPERTY_NAME = /^[A-Za-z][A-Za-z0-9_]{0,254}$/;

/** The record ID itself; HubSpot refuses it as the name of a unique property. */
const RECORD_ID_PROPERTY = 'hs_object_id';

type PropertyOption = 'fromIdProperty' | 'toIdProperty';

/** @throws NodeOperationError when one is no internal name of a property */
export function readIdProperties(context: IExecuteFunctions, options: IDataObject): IdProperties {
	return {
		from: propertyIn(context, options, 'fromIdProperty'),
		to: propertyIn(context, options, 'toIdProperty'),
	};
}

/** @throws NodeOperationError for any other word */
export function readExistingLabels(
	context: IExecuteFunctions,
	options: IDataObject,
): ExistingLabels {
	const existingLabels = options.existingLabels ?? 'replace';
	const known = EXISTING_LABELS.find((each) => each === existingLabels);
	if (known) return known;
	return refuse(
		context,
		`'${DISPLAY_NAMES.existingLabels}' must be ${EXISTING_LABELS.join(' or ')}, but is ${shown(existingLabels)}`,
	);
}

function propertyIn(
	context: IExecuteFunctions,
	options: IDataObject,
	name: PropertyOption,
): string | undefined {
	const value = options[name];
	if (value === undefined || value === null) return undefined;
	const text = typeof value === 'string' ? value.trim() : undefined;
	if (text === '' || text === RECORD_ID_PROPERTY) return undefined;
	if (text !== undefined && PROPERTY_NAME.test(text)) return text;
	return refuse(
		context,
		`'${DISPLAY_NAMES[name]}' must be the internal name of one property, but is ${shown(value)}`,
		'Write it as HubSpot lists it under Settings > Properties > Internal name, such as email or domain.',
	);
}

function refuse(context: IExecuteFunctions, message: string, description?: string): never {
	throw new NodeOperationError(context.getNode(), message, { description });
}
