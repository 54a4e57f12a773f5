import { isSafeObjectProperty } from 'n8n-workflow';

/** Thrown for whatever only n8n's evaluator can resolve, such as a date or a method of null. One object, which costs nothing to throw. */
export const ODD = new Error('Only n8n can resolve this');

export type Primitive = string | number | boolean | null | undefined;

type Container = Record<string, unknown>;

/** Names that have a special meaning to n8n in some places. */
const SPECIAL_NAMES = new Set(['globalThis', '$']);

/** Whether n8n accepts a name and no object inherits it: n8n's engines disagree on those. */
export function isOrdinaryName(name: string): boolean {
	return isSafeObjectProperty(name) && !SPECIAL_NAMES.has(name) && !(name in Object.prototype);
}

const PRIMITIVES = new Set(['string', 'number', 'boolean', 'undefined']);

function isPrimitive(value: unknown): value is Primitive {
	return value === null || PRIMITIVES.has(typeof value);
}

/** Whether a value is an array or a JSON object, of any realm: a Code node makes them in its own. */
function isPlainContainer(value: unknown): value is Container {
	if (typeof value !== 'object' || value === null) return false;
	if (Array.isArray(value)) return true;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Returns a value that all of n8n's engines treat alike within an expression. @throws ODD for any other */
export function ordinary(value: unknown): unknown {
	if (isPrimitive(value) || isPlainContainer(value)) return value;
	throw ODD;
}

/** @throws ODD for an object */
export function primitive(value: unknown): Primitive {
	if (isPrimitive(value)) return value;
	throw ODD;
}

/** Returns what an expression may result in: a primitive, or a list of texts. @throws ODD for anything else */
export function result(value: unknown): unknown {
	if (Array.isArray(value) && !('index' in value) && value.every(isText)) return value;
	return primitive(value);
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

/** Reads a field of an item, or the length of a text. @throws ODD for anything but plain data */
export function member(value: unknown, name: string): unknown {
	if (typeof value === 'string' && name === 'length') return value.length;
	if (!isPlainContainer(value)) throw ODD;
	const found = value[name];
	if (typeof found === 'number' && !isInJson(found)) throw ODD;
	return found;
}

/** Some of n8n's engines see another node's item as JSON has it. */
function isInJson(number: number): boolean {
	return Number.isFinite(number) && !Object.is(number, -0);
}

/** Reads a field whose name is a value. @throws ODD for a name that has a meaning of its own */
export function memberNamed(value: unknown, key: unknown): unknown {
	const isIndex = typeof key === 'number' && Number.isInteger(key) && key >= 0;
	const name = isIndex ? String(key) : key;
	if (typeof name !== 'string' || !isOrdinaryName(name)) throw ODD;
	return member(value, name);
}

/** Writes a block's value into a text, as n8n does. @throws ODD for an object */
export function written(value: unknown): string {
	const given = primitive(value);
	return given || given === 0 || given === false ? String(given) : '';
}

/** The operators of two values that are both evaluated. @throws ODD for what JavaScript would convert first */
export const OPERATORS: Readonly<Record<string, (left: Primitive, right: Primitive) => unknown>> = {
	'===': (left, right) => left === right,
	'!==': (left, right) => left !== right,
	'==': (left, right) => isEqual(left, right),
	'!=': (left, right) => !isEqual(left, right),
	'<': (left, right) => compared(left, right, (a, b) => a < b),
	'>': (left, right) => compared(left, right, (a, b) => a > b),
	'<=': (left, right) => compared(left, right, (a, b) => a <= b),
	'>=': (left, right) => compared(left, right, (a, b) => a >= b),
	'+': add,
};

function isEqual(left: Primitive, right: Primitive): boolean {
	if (isNothing(left) || isNothing(right)) return isNothing(left) && isNothing(right);
	if (typeof left !== typeof right) throw ODD;
	return left === right;
}

export function isNothing(value: unknown): value is null | undefined {
	return value === null || value === undefined;
}

function compared(
	left: Primitive,
	right: Primitive,
	compare: (a: string | number, b: string | number) => boolean,
): boolean {
	const areTexts = typeof left === 'string' && typeof right === 'string';
	const areNumbers = typeof left === 'number' && typeof right === 'number';
	if (areTexts || areNumbers) return compare(left, right);
	throw ODD;
}

function add(left: Primitive, right: Primitive): unknown {
	if (typeof left === 'number' && typeof right === 'number') return left + right;
	if (typeof left === 'string' || typeof right === 'string') return `${left}${right}`;
	throw ODD;
}
