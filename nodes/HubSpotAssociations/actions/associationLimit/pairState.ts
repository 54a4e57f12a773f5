import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { succeed, type Outcome } from '../../outcome';
import { findType, findUnlabeledType, type AssociationLabel } from '../../hubspot/labels/labels';
import { LIMITS, limitsByType, type Limit, type LimitInput } from '../../hubspot/limits/limits';
import type { ObjectPair } from '../../hubspot/model/objectTypes';
import { readLabels } from '../run/labelLookup';
import { readEachPair, readOf, type ReadByPair } from '../run/pairReads';
import type { Session } from '../run/session';

/** What HubSpot has for a pair before anything is changed. */
export interface PairState {
	readonly limits: readonly Limit[];
	/** Absent where they could not matter, and so were not read. */
	readonly labels?: readonly AssociationLabel[];
}

/** The limits that the rows ask for in one pair of objects, at least one. */
export type WantedLimits = readonly LimitInput[];

/**
 * Reads the limits of every pair, one request per pair, and its labels only where HubSpot's rules
 * between limits can be at stake: they depend on which type is the unlabeled one.
 */
export async function readPairStates(
	session: Session,
	wanted: readonly WantedLimits[],
): Promise<ReadByPair<PairState>> {
	const limits = await readEachPair(session, wanted.map(pairOf), LIMITS);
	const unread = wanted.filter((inputs) => {
		const held = readOf(limits, pairOf(inputs));
		return held.ok && areRulesAtStake(inputs, held.value);
	});
	const labels = await readLabels(session, unread.map(pairOf));
	return new Map(
		[...limits].map(([key, held]) => [
			key,
			held.ok ? withLabels(held.value, labels.get(key)) : held,
		]),
	);
}

export function pairOf([{ pair }]: WantedLimits): ObjectPair {
	return pair;
}

/** Returns the key of the type whose limit is the object limit. */
export function objectKeyOf({ labels = [] }: PairState): string | undefined {
	const unlabeled = findUnlabeledType(labels);
	return unlabeled && associationTypeKey(unlabeled);
}

export function labelOf({ labels = [] }: PairState, input: LimitInput): string | null {
	return input.label ?? findType(labels, input)?.label ?? null;
}

function withLabels(
	limits: Limit[],
	labels: Outcome<AssociationLabel[]> | undefined,
): Outcome<PairState> {
	if (labels === undefined) return succeed({ limits });
	return labels.ok ? succeed({ limits, labels: labels.value }) : labels;
}

function areRulesAtStake(inputs: readonly LimitInput[], held: readonly Limit[]): boolean {
	const byType = limitsByType(held);
	const changes = inputs.some(
		(input) => byType.get(associationTypeKey(input))?.maxToObjectIds !== input.maxToObjectIds,
	);
	const types = new Set([...byType.keys(), ...inputs.map(associationTypeKey)]);
	return changes && types.size > 1;
}
