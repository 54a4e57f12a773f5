import type { IDataObject } from 'n8n-workflow';
import type { LimitChange } from '../../hubspot/limits/limitChanges';
import type { Limit } from '../../hubspot/limits/limits';
import type { ObjectPair } from '../../hubspot/model/objectTypes';
import { typeJson } from '../typeJson';

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
