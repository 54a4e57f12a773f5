import { resultsOf, type Answer } from '../api/answer';
import { pathOfLabelUsage, pathOfObjectUsage, pathOfRecordUsage } from '../api/endpoints';
import type { Read } from '../api/read';
import { idOf, isObject, objectsIn, textOf } from '../../json';
import type { ObjectPair } from '../model/objectTypes';

/** Whose usage to read: that of one direction, of everything from one object, or of the account. */
export type UsageSubject = Partial<ObjectPair>;

/** An object as HubSpot's limits tracking names it. */
export interface NamedObject {
	readonly id: string;
	/** The plural, in the language of the account. */
	readonly name: string;
}

/** How many labels one direction has, and how many HubSpot allows it. */
export interface LabelUsage {
	readonly from: NamedObject;
	readonly to: NamedObject;
	readonly used: number;
	readonly allowed: number;
	readonly labels: readonly string[];
}

/** Whether an object has records near or at a limit. HubSpot calls 80 % and more near. */
export interface ObjectUsage extends NamedObject {
	readonly hasRecordsNearLimit: boolean;
	readonly hasRecordsAtLimit: boolean;
}

/** A record near or at its limit. */
export interface RecordUsage {
	readonly objectId: string;
	/** Its name or email as HubSpot shows it. */
	readonly name: string | null;
	/** Absent for a record at its limit: HubSpot leaves it out. */
	readonly used?: number;
	readonly percentage?: number | null;
}

/** How many records of one object are near or at their limit of another. */
export interface PairUsage {
	readonly limit: number;
	readonly totalRecordsNearLimit: number;
	readonly totalRecordsAtLimit: number;
	/** HubSpot lists some of them, not all. */
	readonly nearLimitRecords: readonly RecordUsage[];
	readonly atLimitRecords: readonly RecordUsage[];
}

/**
 * GET …/associations/labels of HubSpot's limits tracking. HubSpot's guide gives a different number than
 * live accounts allow; this call returns the account's own.
 */
export const LABEL_USAGE: Read<LabelUsage[], UsageSubject> = {
	request: (version, subject) => ({ method: 'GET', path: pathOfLabelUsage(version, subject) }),
	parse: labelUsagesIn,
};

/** Returns one usage per direction; one without labels is absent, as seen in live accounts. */
function labelUsagesIn(answer: Answer): LabelUsage[] {
	return resultsOf(answer).flatMap((result) => {
		const { usage, limit, allLabels } = result;
		const from = namedObjectIn(result.fromObjectType);
		const to = namedObjectIn(result.toObjectType);
		if (typeof usage !== 'number' || typeof limit !== 'number' || !from || !to) return [];
		const labels = Array.isArray(allLabels) ? allLabels.flatMap((one) => textOf(one) ?? []) : [];
		return [{ from, to, used: usage, allowed: limit, labels }];
	});
}

/** GET …/associations/records/from and …/records/{from}/to: objects with records near or at a limit. */
export const OBJECT_USAGE: Read<ObjectUsage[], UsageSubject> = {
	request: (version, { from }) => ({ method: 'GET', path: pathOfObjectUsage(version, from) }),
	parse: objectUsagesIn,
};

function objectUsagesIn(answer: Answer): ObjectUsage[] {
	return resultsOf(answer).flatMap((result) => {
		const object = namedObjectIn(result);
		if (!object) return [];
		const hasRecordsNearLimit = result.hasRecordsNearLimit === true;
		return [
			{ ...object, hasRecordsNearLimit, hasRecordsAtLimit: result.hasRecordsAtLimit === true },
		];
	});
}

/** GET …/associations/records/{from}/{to}: records of the first object near or at their limit of the second. */
export const PAIR_USAGE: Read<PairUsage> = {
	request: (version, pair) => ({
		method: 'GET',
		path: pathOfRecordUsage(version, pair),
		listName: 'nearLimitFromRecordSamples',
	}),
	parse: pairUsageIn,
};

function pairUsageIn({ body }: Answer): PairUsage {
	const usage = isObject(body) ? body : {};
	const limit = numberIn(usage.limit);
	return {
		limit,
		totalRecordsNearLimit: numberIn(usage.totalRecordsNearLimit),
		totalRecordsAtLimit: numberIn(usage.totalRecordsAtLimit),
		nearLimitRecords: recordsIn(usage.nearLimitFromRecordSamples, limit),
		atLimitRecords: recordsIn(usage.atLimitFromRecordSamples, limit),
	};
}

function recordsIn(samples: unknown, limit: number): RecordUsage[] {
	return objectsIn(samples).flatMap(({ objectId, label, usage }) => {
		const id = idOf(objectId);
		if (id === undefined) return [];
		const record = { objectId: id, name: textOf(label) ?? null };
		if (typeof usage !== 'number') return [record];
		return [{ ...record, used: usage, percentage: percentageOf(usage, limit) }];
	});
}

/**
 * Returns how much of a limit is used, in percent with one decimal; null where the limit is 0.
 * HubSpot has percentages of its own, but does not document their unit.
 */
export function percentageOf(used: number, limit: number): number | null {
	return limit > 0 ? Math.round((used / limit) * 1_000) / 10 : null;
}

function namedObjectIn(value: unknown): NamedObject | undefined {
	if (!isObject(value)) return undefined;
	const id = textOf(value.objectTypeId);
	return id === undefined ? undefined : { id, name: textOf(value.pluralLabel) ?? id };
}

function numberIn(value: unknown): number {
	return typeof value === 'number' ? value : 0;
}
