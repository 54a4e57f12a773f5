import type { IDataObject } from 'n8n-workflow';
import type { AssociationLabel } from '../hubspot/labels/labels';
import { associationTypeKey, type AssociationType } from '../hubspot/model/associationTypes';
import { pairKey, type ObjectPair } from '../hubspot/model/objectTypes';
import type { TypeRow } from '../input/rows/typeRows';
import type { RowDetails } from './run/failures';

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

interface OfType extends AssociationType {
	readonly pair: ObjectPair;
}

/** For calls that name their type in the path: HubSpot's "not found" is then about that type alone. */
export function typeKeyOf(target: OfType): string {
	return `${pairKey(target.pair)} ${associationTypeKey(target)}`;
}

/** What a row about an association type was about; nothing where the row itself could not be read. */
export function typeDetails(
	row: (TypeRow & { readonly maxToObjectIds?: number }) | undefined,
	input: (OfType & { readonly maxToObjectIds?: number }) | undefined,
): RowDetails {
	const told = input ?? row;
	if (told === undefined) return {};
	return {
		fromObjectType: told.pair.from.spelling,
		toObjectType: told.pair.to.spelling,
		...(input ? { associationCategory: input.category, typeId: input.typeId } : {}),
		...(told.maxToObjectIds === undefined ? {} : { maxToObjectIds: told.maxToObjectIds }),
	};
}
