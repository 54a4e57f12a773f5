import { call, isMethod } from './functions';
import {
	ODD,
	isNothing,
	isOrdinaryName,
	member,
	memberNamed,
	ordinary,
	primitive,
} from './ordinary';
import type { Read } from './sources';
import type { Cursor } from './tokens';

/** A piece of an expression, compiled. */
export interface Code {
	/** @throws anything at all where only n8n's evaluator can resolve it */
	readonly read: Read;
	/** Whether the value is the same for every item. */
	readonly isOnce: boolean;
}

/** Makes a piece of those that it consists of. */
export function madeOf(parts: readonly Code[], read: Read): Code {
	return { read, isOnce: parts.every(({ isOnce }) => isOnce) };
}

/** One step of a chain such as `.a`, `?.[0]` or `.trim()`. */
export interface Step {
	readonly isOptional: boolean;
	/** The pieces within its brackets. */
	readonly parts: readonly Code[];
	apply(value: unknown, itemIndex: number): unknown;
}

/** Methods of n8n that give the same each time. It evaluates them itself, for what does not depend on the item. */
const OF_N8N = new Set(['first', 'last', 'hash', 'isEmpty', 'isNotEmpty', 'toNumber']);

/**
 * Parses the steps of a chain, as far as they go.
 * @param parse parses what stands within a step's brackets
 * @param mayExtend whether n8n evaluates the chain, so that the step may be one of its own methods
 */
export function parseSteps(cursor: Cursor, parse: () => Code, mayExtend: boolean): Step[] {
	const steps: Step[] = [];
	for (;;) {
		const sign = cursor.accept('.', '?.', '[');
		if (sign === undefined) return steps;
		const isOptional = sign === '?.';
		const isKey = sign === '[' || (isOptional && cursor.accept('[') !== undefined);
		const step = isKey ? parseKey(cursor, parse) : parseName(cursor, parse, mayExtend);
		steps.push({ ...step, isOptional });
	}
}

type OpenStep = Omit<Step, 'isOptional'>;

function parseKey(cursor: Cursor, parse: () => Code): OpenStep {
	const name = cursor.acceptKey();
	if (name !== undefined) return memberStep(name);
	const key = parse();
	cursor.expect(']');
	const apply = (value: unknown, item: number) => memberNamed(value, key.read(item));
	return { parts: [key], apply };
}

function parseName(cursor: Cursor, parse: () => Code, mayExtend: boolean): OpenStep {
	const name = cursor.take('name');
	if (!cursor.isAt('(')) return memberStep(name);
	if (!isMethod(name) && !(mayExtend && OF_N8N.has(name))) throw ODD;
	const parts = parseArguments(cursor, parse);
	const apply = (value: unknown, item: number) => call(value, name, readAll(parts, item));
	return { parts, apply };
}

function memberStep(name: string): OpenStep {
	if (!isOrdinaryName(name)) throw ODD;
	return { parts: [], apply: (value) => member(value, name) };
}

/** Parses arguments in their parentheses. */
export function parseArguments(cursor: Cursor, parse: () => Code): Code[] {
	cursor.expect('(');
	return parseList(cursor, parse, ')');
}

/** Parses pieces with commas between them, and the sign that closes the list. */
export function parseList(cursor: Cursor, parse: () => Code, close: string): Code[] {
	const parts: Code[] = [];
	while (!cursor.accept(close)) {
		if (parts.length > 0) cursor.expect(',');
		parts.push(parse());
	}
	return parts;
}

/** @throws ODD for an argument that is an object */
export function readAll(parts: readonly Code[], itemIndex: number) {
	return parts.map(({ read }) => primitive(read(itemIndex)));
}

/**
 * Follows the steps of a chain. A step from null or undefined ends it: with undefined where the step is optional, and for
 * code that only reads a field, whose exception n8n hides.
 */
export function chained(base: Read, steps: readonly Step[], isField: boolean): Read {
	return (itemIndex) => {
		let value = base(itemIndex);
		for (const step of steps) {
			if (isNothing(value)) {
				if (step.isOptional || isField) return undefined;
				throw ODD;
			}
			value = step.apply(value, itemIndex);
		}
		return ordinary(value);
	};
}
