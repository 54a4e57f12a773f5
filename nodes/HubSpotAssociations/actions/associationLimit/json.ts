import type { IDataObject } from 'n8n-workflow';
import type { AssociationLabel } from '../../hubspot/labels';
import type { LimitChange } from '../../hubspot/limitChanges';
import type { LimitTarget } from '../../hubspot/limits';
import type { ObjectPair } from '../../hubspot/objectTypes';

/** A limit as an output item. */
export function limitJson(
	{ from, to }: ObjectPair,
	limit: AssociationLabel & { readonly maxToObjectIds: number | null },
): IDataObject {
	const { category, typeId, label, maxToObjectIds } = limit;
	return {
		fromObjectType: from.spelling,
		toObjectType: to.spelling,
		category,
		typeId,
		label,
		maxToObjectIds,
	};
}

/** What becomes of a limit, from which maximum to which; null where there is no limit. */
export function changeJson(change: LimitChange, label: string | null = null): IDataObject {
	const { pair, category, typeId, action, previousMaxToObjectIds } = change;
	const maxToObjectIds = change.action === 'deleted' ? null : change.maxToObjectIds;
	return {
		action,
		...limitJson(pair, { category, typeId, label: change.label ?? label, maxToObjectIds }),
		previousMaxToObjectIds,
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
