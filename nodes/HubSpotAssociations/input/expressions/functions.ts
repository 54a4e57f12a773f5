import { ODD, type Primitive } from './ordinary';

type Arguments = readonly Primitive[];

/** The functions that an expression may call by name. @throws ODD for arguments that JavaScript would convert first */
export const FUNCTIONS: Readonly<Record<string, (given: Arguments) => unknown>> = {
	String: (given) => String(only(given)),
	Number: (given) => Number(only(given)),
	parseInt: ([value, radix]) => Number.parseInt(numeric(value), wholeOrNone(radix)),
	parseFloat: (given) => Number.parseFloat(numeric(only(given))),
};

/** The methods of texts: native JavaScript, none of which n8n replaces in any version. */
const OF_TEXT: Readonly<Record<string, (text: string, given: Arguments) => unknown>> = {
	trim: (text, given) => none(given) && text.trim(),
	trimStart: (text, given) => none(given) && text.trimStart(),
	trimEnd: (text, given) => none(given) && text.trimEnd(),
	toLowerCase: (text, given) => none(given) && text.toLowerCase(),
	toUpperCase: (text, given) => none(given) && text.toUpperCase(),
	toString: (text: string, given: Arguments) => none(given) && text,
	split: (text, given) => text.split(textIn(only(given))),
	replace: (text, [found, other]) => text.replace(textIn(found), textIn(other)),
	replaceAll: (text, [found, other]) => text.replaceAll(textIn(found), textIn(other)),
	slice: (text, [start, end]) => text.slice(whole(start), wholeOrNone(end)),
	substring: (text, [start, end]) => text.substring(whole(start), wholeOrNone(end)),
	startsWith: (text, given) => text.startsWith(textIn(only(given))),
	endsWith: (text, given) => text.endsWith(textIn(only(given))),
	includes: (text, given) => text.includes(textIn(only(given))),
};

export function isMethod(name: string): boolean {
	return Object.hasOwn(OF_TEXT, name) || name === 'join';
}

/** Calls a method of a text, `toString` of a number, or `join` of a list. @throws ODD for any other receiver or argument */
export function call(receiver: unknown, name: string, given: Arguments): unknown {
	if (typeof receiver === 'string' && Object.hasOwn(OF_TEXT, name)) {
		return OF_TEXT[name](receiver, given);
	}
	if (typeof receiver === 'number' && name === 'toString' && none(given)) return String(receiver);
	if (!Array.isArray(receiver) || name !== 'join') throw ODD;
	const separator = given.length === 0 ? ',' : textIn(only(given));
	return receiver.map((each) => textOrNumber(each)).join(separator);
}

function none(given: Arguments): true {
	if (given.length > 0) throw ODD;
	return true;
}

function only(given: Arguments): Primitive {
	if (given.length !== 1) throw ODD;
	return given[0];
}

function textIn(value: Primitive): string {
	if (typeof value === 'string') return value;
	throw ODD;
}

function textOrNumber(value: unknown): string | number {
	if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)))
		return value;
	throw ODD;
}

function numeric(value: Primitive): string {
	return String(textOrNumber(value));
}

function whole(value: Primitive): number {
	if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
	throw ODD;
}

function wholeOrNone(value: Primitive): number | undefined {
	return value === undefined ? undefined : whole(value);
}
