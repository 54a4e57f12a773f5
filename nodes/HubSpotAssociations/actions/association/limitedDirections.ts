import { AssociationLedger } from '../../hubspot/associations/associationLedger';
import { succeed, type Outcome } from '../../outcome';
import { LIMITS, type Limit } from '../../hubspot/limits/limits';
import { pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { inverseLabels, limitRulesOf } from '../../hubspot/associations/recordLimits';
import { reverseOf } from '../../hubspot/model/recordPair';
import { readLabels, type LabelsByPair } from '../run/labelLookup';
import { readEachPair, readOf, type ReadByPair } from '../run/pairReads';
import type { Session } from '../run/session';

/** One direction of a pair of objects, as far as limits matter. */
export interface LimitedDirection {
	readonly ledger: AssociationLedger;
	/** How the labels of the other direction read in this one. */
	readonly inverses: ReadonlyMap<string, string>;
}

/** Undefined for a direction without limits. */
export type LimitedDirections = ReadByPair<LimitedDirection | undefined>;

/**
 * Reads the limits of both directions of every pair, and the labels of those that have some: where
 * there are no limits, that is two requests a pair.
 */
export async function readLimitedDirections(
	session: Session,
	pairs: readonly ObjectPair[],
): Promise<LimitedDirections> {
	const directions = pairs.flatMap((pair) => [pair, reverseOf(pair)]);
	const limits = await readEachPair(session, directions, LIMITS);
	const limited = directions.filter((direction) => {
		const own = readOf(limits, direction);
		return own.ok && own.value.length > 0;
	});
	const labels = await readLabels(
		session,
		limited.flatMap((pair) => [pair, reverseOf(pair)]),
	);
	return new Map(
		directions.map((direction) => {
			const own = readOf(limits, direction);
			return [pairKey(direction), own.ok ? limitedBy(direction, own.value, labels) : own];
		}),
	);
}

function limitedBy(
	direction: ObjectPair,
	limits: readonly Limit[],
	labels: LabelsByPair,
): Outcome<LimitedDirection | undefined> {
	if (limits.length === 0) return succeed(undefined);
	const here = readOf(labels, direction);
	const there = readOf(labels, reverseOf(direction));
	if (!here.ok) return here;
	if (!there.ok) return there;
	const isOneObject = direction.from.key === direction.to.key;
	return succeed({
		ledger: new AssociationLedger(limitRulesOf(limits, here.value)),
		inverses: isOneObject ? new Map() : inverseLabels(there.value, here.value),
	});
}
