import { remembering } from '../../lists';
import { invalid, succeed, type Outcome } from '../../outcome';
import { parseObjectType, type ObjectPair, type ObjectType } from '../../hubspot/model/objectTypes';
import { DISPLAY_NAMES } from '../displayNames';
import { isEmpty, mustBe } from './checks';

/** Reads an object type from what its parameter holds; numbers and lists are not object types. */
export function readObjectType(value: unknown, parameter: string): Outcome<ObjectType> {
	if (isEmpty(value)) return invalid(`'${parameter}' is empty`, 'Pick an object from the list.');
	const objectType = typeof value === 'string' ? parseObjectType(value.trim()) : undefined;
	if (objectType) return succeed(objectType);
	return mustBe(
		parameter,
		'the name or ID of an object',
		value,
		'Pick an object from the list, or enter its name or ID, such as contacts, 0-1 or 2-123.',
	);
}

/**
 * Joins two object types. The same two always give the same object, so that rows by the hundred
 * thousand share one pair.
 */
export function createPairs(): (from: unknown, to: unknown) => Outcome<ObjectPair> {
	const pairsFrom = remembering((from: unknown) =>
		remembering((to: unknown) => readPair(from, to)),
	);
	return (from, to) => pairsFrom(from)(to);
}

/** Reads the two object types from what their parameters hold. */
export function readPair(fromValue: unknown, toValue: unknown): Outcome<ObjectPair> {
	const from = readObjectType(fromValue, DISPLAY_NAMES.fromObjectType);
	if (!from.ok) return from;
	const to = readObjectType(toValue, DISPLAY_NAMES.toObjectType);
	return to.ok ? succeed({ from: from.value, to: to.value }) : to;
}
