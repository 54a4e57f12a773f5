import { addBlame, type Blame } from './settle';
import type { Failure } from './failure';
import { findStandardObject, type ObjectPair } from './objectTypes';
import type { RecordPair } from './recordPair';

/** The ids that an error names, by the side of the association they stand on. */
interface NamedIds {
	readonly from: readonly string[];
	readonly to: readonly string[];
	/** Ids of which the error does not say the side. */
	readonly either: readonly string[];
}

type Positions = ReadonlyMap<string, readonly number[]>;

/** What is wrong with a record itself is wrong for every input that holds it. */
const RECORD_ITSELF = /OBJECT_NOT_FOUND$|INVALID_IDENTIFIER$/;

const FROM_ID = /^from(object|record)?ids?$/i;
const TO_ID = /^to(object|record)?ids?$/i;
const ANY_ID = /^(object|record)?ids?$/i;

/** Finds the inputs that errors are about, by the ids in their context: HubSpot gives no index. */
export function blameAssociations(
	inputs: readonly RecordPair[],
	errors: readonly Failure[],
): Blame {
	const surely = new Map<number, Failure>();
	const perhaps = new Map<number, Failure>();
	const unplaced: Failure[] = [];
	if (errors.length === 0) return { surely, perhaps, unplaced };
	const byFrom = positionsBy(inputs, (input) => input.fromId);
	const byTo = positionsBy(inputs, (input) => input.toId);
	for (const error of errors) {
		const named = namedIds(error, inputs[0].pair);
		const positions = namedPositions(named, byFrom, byTo);
		if (isCertain(error, named, positions)) {
			positions.forEach((index) => addBlame(surely, index, error));
			continue;
		}
		const possible = positions.length > 0 ? positions : possiblePositions(named, byFrom, byTo);
		possible.forEach((index) => addBlame(perhaps, index, error));
		if (possible.length === 0) unplaced.push(error);
	}
	return { surely, perhaps, unplaced };
}

/**
 * The positions that the refusal of a whole batch is about or may be about; none when that could be
 * all of them, since nothing is known then of any.
 */
export function blamedByRefusal(inputs: readonly RecordPair[], refusal: Failure): number[] {
	const { surely, perhaps } = blameAssociations(inputs, [refusal]);
	if (surely.size > 0) return [...surely.keys()];
	return perhaps.size < inputs.length ? [...perhaps.keys()] : [];
}

function positionsBy(
	inputs: readonly RecordPair[],
	idOf: (input: RecordPair) => string,
): Positions {
	const positions = new Map<string, number[]>();
	inputs.forEach((input, index) => {
		const present = positions.get(idOf(input));
		if (present) present.push(index);
		else positions.set(idOf(input), [index]);
	});
	return positions;
}

function namedIds(error: Failure, pair: ObjectPair): NamedIds {
	const named = { from: [] as string[], to: [] as string[], either: [] as string[] };
	const side = sideOf(error, pair);
	for (const [name, values] of Object.entries(error.context ?? {})) {
		if (FROM_ID.test(name)) named.from.push(...values);
		else if (TO_ID.test(name)) named.to.push(...values);
		else if (ANY_ID.test(name)) named[side].push(...values);
	}
	return named;
}

function sideOf(error: Failure, pair: ObjectPair): keyof NamedIds {
	if (/\bFROM_/.test(error.subCategory ?? '')) return 'from';
	if (/\bTO_/.test(error.subCategory ?? '')) return 'to';
	const objectTypes = error.context?.objectType ?? [];
	if (pair.from.key === pair.to.key || objectTypes.length !== 1) return 'either';
	const key = findStandardObject(objectTypes[0])?.id ?? objectTypes[0].toLowerCase();
	if (key === pair.from.key) return 'from';
	return key === pair.to.key ? 'to' : 'either';
}

function namedPositions(named: NamedIds, byFrom: Positions, byTo: Positions): number[] {
	const fromPositions = positionsOf(named.from, byFrom);
	const toPositions = positionsOf(named.to, byTo);
	if (named.from.length > 0 && named.to.length > 0) {
		const both = new Set(toPositions);
		return fromPositions.filter((index) => both.has(index));
	}
	return [...fromPositions, ...toPositions];
}

/** Whether an error is about all the inputs that it names, not only about one of them. */
function isCertain(error: Failure, named: NamedIds, positions: readonly number[]): boolean {
	if (positions.length < 2) return positions.length === 1;
	if (named.from.length === 1 && named.to.length === 1) return true;
	return RECORD_ITSELF.test(error.subCategory ?? '');
}

function possiblePositions(named: NamedIds, byFrom: Positions, byTo: Positions): number[] {
	const all = [...named.from, ...named.to, ...named.either];
	return [...new Set([...positionsOf(all, byFrom), ...positionsOf(all, byTo)])];
}

function positionsOf(ids: readonly string[], positions: Positions): number[] {
	return ids.flatMap((id) => positions.get(id) ?? []);
}
