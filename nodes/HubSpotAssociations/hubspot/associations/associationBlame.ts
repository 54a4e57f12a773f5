import { getOrMake } from '../../lists';
import type { Failure } from '../../outcome';
import {
	blameErrors,
	idsInMessage,
	invalidRecords,
	isAboutTypes,
	typesNamed,
	valuesNamed,
	type Blame,
} from '../api/blame';
import { isNamed, type AssociationType } from '../model/associationTypes';
import { mayBeOneObject, parseObjectType, type ObjectPair } from '../model/objectTypes';
import type { RecordPair } from '../model/recordPair';

/** The ids that an error names, by their side of the association. */
interface NamedIds {
	from: Ids;
	to: Ids;
	/** Ids whose side the error does not give. */
	either: Ids;
}

type Ids = readonly string[];

/** Two records and the types that associate them, where the call sends any. */
interface MaybeTyped extends RecordPair {
	readonly types?: readonly AssociationType[];
}

type Positions = ReadonlyMap<string, readonly number[]>;

/** Errors about a record itself apply to every input with that record. */
const RECORD_ITSELF = /OBJECT_NOT_FOUND$|INVALID_IDENTIFIER$/;

const FROM_ID = /^from(object|record)?ids?$/i;
const TO_ID = /^to(object|record)?ids?$/i;
const ANY_ID = /^(object|record)?ids?$/i;

/** Finds the inputs that errors are about, by the ids in their context: HubSpot gives no index. */
export function blameAssociations(
	inputs: readonly MaybeTyped[],
	errors: readonly Failure[],
): Blame {
	const hasErrors = errors.length > 0;
	const byFrom = positionsBy(hasErrors ? inputs : [], (input) => input.fromId);
	const byTo = positionsBy(hasErrors ? inputs : [], (input) => input.toId);
	return blameErrors(errors, (error) => {
		const { pair } = inputs[0];
		const invalid = invalidRecords(error).flatMap(({ objectType, id }) => {
			const side = sideOfObject(objectType, pair);
			const onFrom = side === 'to' ? [] : positionsOf([id], byFrom);
			return side === 'from' ? onFrom : [...onFrom, ...positionsOf([id], byTo)];
		});
		if (invalid.length > 0) return { surely: [...new Set(invalid)] };
		const named = namedIds(error, pair);
		if (named.from.length + named.to.length + named.either.length === 0) {
			const typed = ofWrongTypes(inputs, error);
			return typed.length > 0 ? { surely: typed } : undefined;
		}
		const positions = namedPositions(named.from, named.to, byFrom, byTo);
		if (positions.length === 0) return { perhaps: possiblePositions(named, byFrom, byTo) };
		return isCertain(error, named, positions) ? { surely: positions } : { perhaps: positions };
	});
}

/** Returns the ids that a refusal may name an input by. */
export function recordIdsOf({ fromId, toId }: RecordPair): readonly string[] {
	return [fromId, toId];
}

/** Finds the inputs with an association type that the pair does not have. In most runs all rows have the same type. */
function ofWrongTypes(inputs: readonly MaybeTyped[], error: Failure): number[] {
	if (!isAboutTypes(error)) return [];
	return [...new Set(typesNamed(error).flatMap((name) => ofType(name, inputs)))];
}

/** Returns none where several categories match. */
function ofType(name: string, inputs: readonly MaybeTyped[]): number[] {
	const named = inputs.map(({ types = [] }) => types.filter((type) => isNamed(type, name)));
	const categories = new Set(named.flat().map(({ category }) => category));
	return categories.size === 1 ? [...named.keys()].filter((index) => named[index].length > 0) : [];
}

function positionsBy(
	inputs: readonly RecordPair[],
	idOf: (input: RecordPair) => string,
): Positions {
	const positions = new Map<string, number[]>();
	inputs.forEach((input, index) => getOrMake(positions, idOf(input), () => []).push(index));
	return positions;
}

function namedIds(error: Failure, pair: ObjectPair): NamedIds {
	const from = valuesNamed(error, FROM_ID);
	const to = valuesNamed(error, TO_ID);
	const others = valuesNamed(error, ANY_ID);
	const hasContext = from.length + to.length + others.length > 0;
	const named: NamedIds = { from, to, either: [] };
	const side = sideOf(error, pair);
	named[side] = [...named[side], ...(hasContext ? others : idsInMessage(error))];
	return named;
}

function sideOf(error: Failure, pair: ObjectPair): keyof NamedIds {
	if (/\bFROM_/.test(error.subCategory ?? '')) return 'from';
	if (/\bTO_/.test(error.subCategory ?? '')) return 'to';
	const objectTypes = error.context?.objectType ?? [];
	return objectTypes.length === 1 ? sideOfObject(objectTypes[0], pair) : 'either';
}

function sideOfObject(objectType: string, pair: ObjectPair): keyof NamedIds {
	if (mayBeOneObject(pair.from, pair.to)) return 'either';
	const key = parseObjectType(objectType)?.key;
	if (key === pair.from.key) return 'from';
	return key === pair.to.key ? 'to' : 'either';
}

/** Where both sides are named, an error is about inputs that hold both. */
function namedPositions(from: Ids, to: Ids, byFrom: Positions, byTo: Positions): number[] {
	const fromPositions = positionsOf(from, byFrom);
	const toPositions = positionsOf(to, byTo);
	if (from.length === 0 || to.length === 0) return [...fromPositions, ...toPositions];
	const both = new Set(toPositions);
	return fromPositions.filter((index) => both.has(index));
}

/** Ids without a side may be on either, and HubSpot may swap the two sides. */
function possiblePositions(named: NamedIds, byFrom: Positions, byTo: Positions): number[] {
	const { from, to, either } = named;
	const turned = namedPositions(to, from, byFrom, byTo);
	return [...new Set([...turned, ...positionsOf(either, byFrom), ...positionsOf(either, byTo)])];
}

/** Whether an error is about all the inputs that it names, not only one of them. */
function isCertain(error: Failure, named: NamedIds, positions: readonly number[]): boolean {
	if (positions.length === 1) return true;
	if (named.from.length === 1 && named.to.length === 1) return true;
	return RECORD_ITSELF.test(error.subCategory ?? '');
}

function positionsOf(ids: Ids, positions: Positions): number[] {
	return ids.flatMap((id) => positions.get(id) ?? []);
}
