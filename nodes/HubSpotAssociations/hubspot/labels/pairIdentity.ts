import { associationTypeKey } from '../model/associationTypes';
import { fail, invalidInput, succeed, unsent, type Failure, type Outcome } from '../../outcome';
import type { AssociationLabel } from './labels';
import {
	describePair,
	mayBeOneObject,
	pairKey,
	type ObjectPair,
	type ObjectType,
} from '../model/objectTypes';

type Labels = readonly AssociationLabel[];

/**
 * How many doubtful pairs are worth one request each. More are refused unread: at HubSpot's rate they
 * would take minutes, and each is compared with every other.
 */
export const MOST_IN_DOUBT = 200;

/** Returns the pairs that may be the same as another of them, spelled differently. */
export function pairsInDoubt(pairs: readonly ObjectPair[]): ObjectPair[] {
	if (pairs.every(isCertain)) return [];
	return pairs.filter((pair) => rivalOf(pair, pairs) !== undefined);
}

/** Whether the spelling alone identifies both objects. */
export function isCertain({ from, to }: ObjectPair): boolean {
	return from.id !== undefined && to.id !== undefined;
}

/**
 * Resolves which pair a spelling stands for by its association types: HubSpot lists the same
 * types for every spelling of one pair, and none of them for any other pair.
 * @param doubtful the pairs of a run that may be the same as another, including this one
 * @param labels of all these pairs, by {@link pairKey}
 * @returns the pair by the ids of its objects, as far as the other spellings give them; otherwise by the
 * spelling that comes first
 */
export function identityOf(
	pair: ObjectPair,
	doubtful: readonly ObjectPair[],
	labels: ReadonlyMap<string, Outcome<Labels>>,
): Outcome<ObjectPair> {
	if (doubtful.length > MOST_IN_DOUBT) return fail(unclear(pair, rivalOf(pair, doubtful)));
	const own = labels.get(pairKey(pair));
	if (!own?.ok) return fail(unclear(pair, rivalOf(pair, doubtful), own?.failure));
	const same: ObjectPair[] = [];
	for (const other of doubtful) {
		const theirs = labels.get(pairKey(other));
		const isSame = theirs?.ok ? haveSameTypes(own.value, theirs.value) : undefined;
		if (other === pair || isSame) same.push(other);
		else if (isSame === undefined && mayBeOnePair(pair, other)) {
			// If the other pair is just as unclear, its rows are refused too, and it does no harm.
			if (theirs?.ok === false && !isCertain(other)) continue;
			return fail(unclear(pair, other, theirs?.ok === false ? theirs.failure : undefined));
		}
	}
	const from = identityAmong(same.map((one) => one.from));
	const to = identityAmong(same.map((one) => one.to));
	return from && to ? succeed({ from, to }) : fail(unclear(pair, rivalOf(pair, doubtful)));
}

/** @returns undefined where the types do not decide: only some are shared, or there are none */
function haveSameTypes(one: Labels, other: Labels): boolean | undefined {
	const [keys, others] = [one, other].map((labels) => new Set(labels.map(associationTypeKey)));
	const shared = [...keys].filter((key) => others.has(key)).length;
	if (shared === 0) return keys.size + others.size === 0 ? undefined : false;
	return shared === keys.size && shared === others.size ? true : undefined;
}

/** @returns undefined where two of them are certainly not one object */
function identityAmong(types: readonly ObjectType[]): ObjectType | undefined {
	const agree = types.every((one) => types.every((other) => mayBeOneObject(one, other)));
	return agree ? (types.find(({ id }) => id !== undefined) ?? types[0]) : undefined;
}

function rivalOf(pair: ObjectPair, pairs: readonly ObjectPair[]): ObjectPair | undefined {
	return pairs.find((other) => other !== pair && mayBeOnePair(pair, other));
}

function mayBeOnePair(one: ObjectPair, other: ObjectPair): boolean {
	return mayBeOneObject(one.from, other.from) && mayBeOneObject(one.to, other.to);
}

function unclear(pair: ObjectPair, other: ObjectPair | undefined, reason?: Failure): Failure {
	const others = other ? describePair(other) : 'another pair';
	const message = `It is unclear whether ${describePair(pair)} is the same as ${others}, which other items use`;
	return {
		...(reason
			? { ...unsent(reason), message: `${message}: ${reason.message}` }
			: invalidInput(message)),
		advice:
			'Use the same name or ID for each object in every item, preferably its ID, such as 2-123.',
	};
}
