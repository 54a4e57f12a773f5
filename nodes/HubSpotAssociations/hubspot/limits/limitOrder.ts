import type { LimitWrite } from './limitChanges';
import type { Limit } from './limits';
import { associationTypeKey } from '../model/associationTypes';

/** What must be sent before what, so that no label limit exceeds the object limit on the way. */
export interface WriteOrder {
	readonly first: LimitWrite[];
	readonly second: LimitWrite[];
}

/**
 * Puts the writes of one pair in order: what loosens the rule "label limit ≤ object limit" (lower
 * label limits, a higher object limit) before what tightens it. All updates go together where any
 * order will do, which spares a request; creates are second, since they are requests of their own.
 * @param held what HubSpot holds once everything unwanted is deleted
 * @param objectKey the key of the pair's unlabeled type; undefined where it cannot be at stake
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

	/** Whether an update may go together with any other: what loosens the rule always may. */
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
