import type { IDataObject } from 'n8n-workflow';
import type { AssociationLabel } from '../hubspot/labels/labels';
import { associationTypeKey, type AssociationType } from '../hubspot/model/associationTypes';
import { pairKey, type ObjectPair } from '../hubspot/model/objectTypes';
import type { TypeRow } from '../input/rows/typeRows';
import type { RowDetails } from './run/failures';

/** Builds the output item of an association type of two objects. */
export function typeJson(
	{ from, to }: ObjectPair,
	{ category, typeId, label }: AssociationLabel,
): IDataObject {
	return { fromObjectType: from.spelling, toObjectType: to.spelling, category, typeId, label };
}

/** Builds the output item of a removal; it has the label only where that was read. */
export function deletedJson(target: AssociationLabel & { readonly pair: ObjectPair }): IDataObject {
	const { label, ...type } = typeJson(target.pair, target);
	return { deleted: true, ...type, ...(label === null ? {} : { label }) };
}

interface OfType extends AssociationType {
	readonly pair: ObjectPair;
}

/** Returns the key of calls with their type in the path: HubSpot's "not found" is then about that type alone. */
export function typeKeyOf(target: OfType): string {
	return `${pairKey(target.pair)} ${associationTypeKey(target)}`;
}

/** Describes a row about an association type; empty where the row itself could not be read. */
export function typeDetails(
	row: (TypeRow & { readonly maxToObjectIds?: number }) | undefined,
	input: (OfType & { readonly maxToObjectIds?: number }) | undefined,
): RowDetails {
	const described = input ?? row;
	if (described === undefined) return {};
	return {
		fromObjectType: described.pair.from.spelling,
		toObjectType: described.pair.to.spelling,
		...(input ? { associationCategory: input.category, typeId: input.typeId } : {}),
		...(described.maxToObjectIds === undefined ? {} : { maxToObjectIds: described.maxToObjectIds }),
	};
}
