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
	const room = roomOf(writes, held, objectKey);
	if (updates.every((update) => fitsFirst(update, room))) {
		return { first: updates, second: creates };
	}
	return {
		first: updates.filter((update) => loosens(update, room)),
		second: [...updates.filter((update) => !loosens(update, room)), ...creates],
	};
}

/** The object limit and the highest label limit; Infinity or 0 where there is none. */
interface Room {
	readonly objectKey: string | undefined;
	readonly objectBefore: number;
	readonly objectAfter: number;
	readonly labelsBefore: number;
}

function roomOf(
	writes: readonly LimitWrite[],
	held: readonly Limit[],
	objectKey: string | undefined,
): Room {
	const before = maximumsOf(held);
	const after = new Map([...before, ...maximumsOf(writes)]);
	let labelsBefore = 0;
	for (const [key, maximum] of before) {
		if (key !== objectKey && maximum > labelsBefore) labelsBefore = maximum;
	}
	return {
		objectKey,
		objectBefore: before.get(objectKey ?? '') ?? Infinity,
		objectAfter: after.get(objectKey ?? '') ?? Infinity,
		labelsBefore,
	};
}

function maximumsOf(limits: ReadonlyArray<Limit | LimitWrite>): Map<string, number> {
	return new Map(limits.map((limit) => [associationTypeKey(limit), limit.maxToObjectIds]));
}

function isObjectLimit(update: LimitWrite, { objectKey }: Room): boolean {
	return associationTypeKey(update) === objectKey;
}

function loosens(update: LimitWrite, room: Room): boolean {
	const isHigher = update.maxToObjectIds > (update.previousMaxToObjectIds ?? 0);
	return isHigher === isObjectLimit(update, room);
}

/** Whether an update may go together with any other: what loosens the rule always may. */
function fitsFirst(update: LimitWrite, room: Room): boolean {
	return isObjectLimit(update, room)
		? room.labelsBefore <= room.objectAfter
		: update.maxToObjectIds <= room.objectBefore;
}
