import type { IDataObject } from 'n8n-workflow';
import type { Limit, LimitTarget } from '../../hubspot/limits';
import type { ObjectPair } from '../../hubspot/objectTypes';

/** A limit as an output item. */
export function limitJson(
	{ from, to }: ObjectPair,
	{ category, typeId, label, maxToObjectIds }: Limit,
): IDataObject {
	return {
		fromObjectType: from.spelling,
		toObjectType: to.spelling,
		category,
		typeId,
		label,
		maxToObjectIds,
	};
}

/** A limit that was removed; it names the label only where that was read. */
export function deletedLimitJson({ pair, category, typeId, label }: LimitTarget): IDataObject {
	return {
		deleted: true,
		fromObjectType: pair.from.spelling,
		toObjectType: pair.to.spelling,
		category,
		typeId,
		...(label ? { label } : {}),
	};
}
