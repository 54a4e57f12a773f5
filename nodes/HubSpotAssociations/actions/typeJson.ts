import type { IDataObject } from 'n8n-workflow';
import type { AssociationLabel } from '../hubspot/labels/labels';
import type { ObjectPair } from '../hubspot/model/objectTypes';

/** An association type of two objects as an output item. */
export function typeJson(
	{ from, to }: ObjectPair,
	{ category, typeId, label }: AssociationLabel,
): IDataObject {
	return { fromObjectType: from.spelling, toObjectType: to.spelling, category, typeId, label };
}

/** Something of an association type that was removed; it names the label only where that was read. */
export function deletedJson(target: AssociationLabel & { readonly pair: ObjectPair }): IDataObject {
	const { label, ...type } = typeJson(target.pair, target);
	return { deleted: true, ...type, ...(label === null ? {} : { label }) };
}
