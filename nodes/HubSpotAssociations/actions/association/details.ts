import type { IDataObject } from 'n8n-workflow';
import { objectNames } from '../../hubspot/model/objectTypes';
import { recordPairKey, type RecordPair } from '../../hubspot/model/recordPair';
import type { IdProperties } from '../../input/options/associationOptions';
import type { FromRow, RecordRow } from '../../input/rows/associationRows';
import type { RowDetails } from '../run/failures';

/** Builds what all operations on associations share: to HubSpot, the two records identify an association. */
export function associationsOf(properties: IdProperties) {
	return {
		key: ({ fromId, toId }: RecordPair) => recordPairKey(fromId, toId),
		about: (row: AssociationLike | undefined, input: AssociationLike | undefined) =>
			associationDetails(row, input, properties),
		keepsRows: properties.from !== undefined || properties.to !== undefined,
	};
}

type AssociationLike = FromRow & Partial<RecordRow>;

/**
 * Describes a row that failed; empty where the row itself could not be read. A record that
 * is named by a property is shown by its value, and by its id where it was found.
 * @param found the same row with record ids
 */
export function associationDetails(
	row: AssociationLike | undefined,
	found: AssociationLike | undefined,
	properties: IdProperties,
): RowDetails {
	const described = row ?? found;
	if (described === undefined) return {};
	const { pair, fromId, toId } = described;
	const { fromObjectType, toObjectType, ...ids } = objectNames(pair);
	return {
		fromObjectType,
		...recordDetails('from', properties.from, fromId, found?.fromId),
		toObjectType,
		...recordDetails('to', properties.to, toId, found?.toId),
		...ids,
	};
}

/**
 * Builds the item of two records.
 * @param further what it shows of their association
 */
export function recordsJson({ pair, fromId, toId }: RecordRow, further?: IDataObject): IDataObject {
	const { fromObjectType, toObjectType, fromObjectTypeId, toObjectTypeId } = objectNames(pair);
	return {
		fromObjectType,
		fromObjectId: fromId,
		toObjectType,
		toObjectId: toId,
		...further,
		fromObjectTypeId,
		toObjectTypeId,
	};
}

function recordDetails(
	side: 'from' | 'to',
	property: string | undefined,
	value: string | undefined,
	id: string | undefined,
): RowDetails {
	if (property === undefined) return { [`${side}ObjectId`]: value };
	return { [`${side}IdProperty`]: property, [`${side}IdValue`]: value, [`${side}ObjectId`]: id };
}
