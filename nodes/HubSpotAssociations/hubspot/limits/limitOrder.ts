import type { LimitWrite } from './limitChanges';
import type { Limit } from './limits';
import { associationTypeKey } from '../model/associationTypes';

/** The order of writes in which no label limit ever exceeds the object limit. */
export interface WriteOrder {
	readonly first: LimitWrite[];
	readonly second: LimitWrite[];
}

/**
 * Orders the writes of one pair: what loosens the rule "label limit ≤ object limit" (lower
 * label limits, a higher object limit) before what tightens it. All updates go together where any
 * order works, which saves a request; creates are second, since they are separate requests.
 * @param held what HubSpot has once every unlisted limit is deleted
 * @param objectKey the key of the pair's unlabeled type; undefined where it cannot matter
 */
export function orderWrites(
	writes: readonly LimitWrite[],
	held: readonly Limit[],
	objectKey: string | undefined,
): WriteOrder {
	const creates = writes.filter(({ action }) => action === 'created');
	const updates = writes.filter(({ action }) => action === 'updated');
	const before = maximumsOf(held);
	const after = new Map([...before, ...maximumsOf(writes)]);
	const objectBefore = before.get(objectKey ?? '') ?? Infinity;
	const objectAfter = after.get(objectKey ?? '') ?? Infinity;
	before.delete(objectKey ?? '');
	const labelsBefore = [...before.values()].reduce((most, maximum) => Math.max(most, maximum), 0);
	const isObjectLimit = (update: LimitWrite) => associationTypeKey(update) === objectKey;

	/** Whether an update can share a request with any other: what loosens the rule always can. */
	const fitsFirst = (update: LimitWrite) =>
		isObjectLimit(update) ? labelsBefore <= objectAfter : update.maxToObjectIds <= objectBefore;
	if (updates.every(fitsFirst)) return { first: updates, second: creates };

	const loosens = (update: LimitWrite) =>
		update.maxToObjectIds > (update.previousMaxToObjectIds ?? 0) === isObjectLimit(update);
	return {
		first: updates.filter(loosens),
		second: [...updates.filter((update) => !loosens(update)), ...creates],
	};
}

function maximumsOf(limits: ReadonlyArray<Limit | LimitWrite>): Map<string, number> {
	return new Map(limits.map((limit) => [associationTypeKey(limit), limit.maxToObjectIds]));
}
