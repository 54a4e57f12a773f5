import type { IDataObject } from 'n8n-workflow';
import type { AssociationLabel } from '../hubspot/labels/labels';
import { associationTypeKey, type AssociationType } from '../hubspot/model/associationTypes';
import { objectNames, pairKey, type ObjectPair } from '../hubspot/model/objectTypes';
import type { LimitChange } from '../hubspot/limits/limitChanges';
import type { Limit } from '../hubspot/limits/limits';
import type { TypeRow } from '../input/rows/typeRows';
import type { RowDetails } from './run/failures';
import { withTexts } from './run/labelLookup';
import type { Session } from './run/session';

/**
 * Builds the output item of an association type of two objects.
 * @param further what it shows beside the label
 */
export function typeJson(
	pair: ObjectPair,
	{ category, typeId, label }: AssociationLabel,
	further?: IDataObject,
): IDataObject {
	const { fromObjectType, toObjectType, ...ids } = objectNames(pair);
	return { fromObjectType, toObjectType, label, ...further, category, typeId, ...ids };
}

/** Builds the output item of a limit. */
export function limitJson(pair: ObjectPair, limit: Limit): IDataObject {
	return typeJson(pair, limit, { maxToObjectIds: limit.maxToObjectIds });
}

/** Describes a change of a limit, from which maximum to which; null where there is no limit. */
export function changeJson(change: LimitChange, label: string | null = null): IDataObject {
	const { action, pair, previousMaxToObjectIds } = change;
	const maximums = {
		maxToObjectIds: action === 'deleted' ? null : change.maxToObjectIds,
		previousMaxToObjectIds,
	};
	return { action, ...typeJson(pair, { ...change, label: change.label ?? label }, maximums) };
}

/**
 * Describes what would be done to an association type, with its label as far as it was read in this run.
 * @param further what the item shows beside the label
 */
export function typePreview(
	session: Session,
	action: 'created' | 'updated' | 'deleted',
	target: OfType & { readonly label?: string | null },
	further?: IDataObject,
): IDataObject {
	const [{ label }] = withTexts(session, target.pair, [target]);
	return { action, ...typeJson(target.pair, { ...target, label: target.label ?? label }, further) };
}

/** Builds the output item of a removal; it has the label only where that was read. */
export function deletedJson(target: AssociationLabel & { readonly pair: ObjectPair }): IDataObject {
	const { label, ...type } = typeJson(target.pair, target);
	return { deleted: true, ...(label === null ? {} : { label }), ...type };
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
		...objectNames(described.pair),
		...(input ? { associationCategory: input.category, typeId: input.typeId } : {}),
		...(described.maxToObjectIds === undefined ? {} : { maxToObjectIds: described.maxToObjectIds }),
	};
}
