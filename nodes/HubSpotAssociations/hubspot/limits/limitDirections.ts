import { findType, type AssociationLabel } from '../labels/labels';
import type { NamedType } from '../labels/otherSides';
import type { AssociationType } from '../model/associationTypes';
import { pairKey, parseObjectType, type ObjectPair } from '../model/objectTypes';
import type { Outcome } from '../../outcome';

/**
 * The directions that have an association type with a type ID, by that ID. Types of several
 * categories can share it, so only the labels of a direction say whether the type is its own.
 */
export type DirectionsByTypeId = ReadonlyMap<number, Map<string, ObjectPair>>;

export function directionsFor(types: readonly AssociationType[]): DirectionsByTypeId {
	return new Map(types.map(({ typeId }) => [typeId, new Map<string, ObjectPair>()]));
}

/** Adds the directions in schemas to the type IDs that are looked for, and returns those that it added. */
export function addDirections(
	directions: DirectionsByTypeId,
	found: readonly NamedType[],
): ObjectPair[] {
	return found.flatMap(({ typeId, fromId, toId }) => {
		const known = directions.get(typeId);
		const [from, to] = [parseObjectType(fromId), parseObjectType(toId)];
		if (known === undefined || from === undefined || to === undefined) return [];
		const pair = { from, to };
		if (known.has(pairKey(pair))) return [];
		known.set(pairKey(pair), pair);
		return [pair];
	});
}

/**
 * Returns the directions that an association type may belong to: those whose labels hold it, and
 * those whose labels could not be read.
 */
export function directionsOf(
	type: AssociationType,
	directions: DirectionsByTypeId,
	labels: ReadonlyMap<string, Outcome<AssociationLabel[]>>,
): ObjectPair[] {
	const known = directions.get(type.typeId) ?? new Map<string, ObjectPair>();
	return [...known].flatMap(([key, pair]) => {
		const read = labels.get(key);
		return read?.ok && findType(read.value, type) === undefined ? [] : [pair];
	});
}
