import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { shorten } from '../../text';
import { fieldsReadBy, splitTemplate } from './template';

const ADVICE =
	'Correct the expression. If a field may be missing, put ?. after it, as in {{ $json.role?.trim() }}, so that it reads as empty.';

/**
 * Makes the error of an expression that n8n could not resolve for an item.
 * @param parameter its display name
 * @param reason the words of n8n or JavaScript, if any
 */
export function unresolved(
	context: IExecuteFunctions,
	itemIndex: number,
	parameter: string,
	reason: unknown,
): NodeOperationError {
	const message = `The expression in '${parameter}' cannot be resolved: ${inWords(reason)}`;
	const error = new NodeOperationError(context.getNode(), message, {
		itemIndex,
		description: ADVICE,
	});
	// n8n replaces any message that contains ENOENT, EPERM and the like, even within a field's name.
	error.message = message;
	return error;
}

/** An expression that failed. */
interface Failed {
	/** Where it stands in the parameter's value: empty for the value itself. */
	readonly path: readonly string[];
	/** Why it failed, in JavaScript's words, if any. */
	readonly reason: unknown;
}

/** One expression in the raw value of a parameter. */
interface Suspect {
	readonly path: readonly string[];
	/** Whether the value leaves open whether something in the expression failed. */
	mayHaveFailed(value: unknown): boolean;
	/** An expression that returns a list with the reason if this one fails, and nothing otherwise. */
	readonly probe: string;
}

/**
 * Distinguishes an expression that failed from one that is empty. n8n's evaluator hides every exception but its own
 * (ExpressionError): `{{ $json.role.trim() }}` of a null is undefined to it, and '' within a text. So whatever came back
 * empty is evaluated a second time with its exception caught, which doubles the cost of these items and of no others.
 *
 * A plain field such as `{{ $json.a.b }}` is empty where it is missing, however deep; only the item that it is read from
 * must exist. A failure in a text with a backslash outside its code goes unnoticed.
 */
export function createFindFailed(context: IExecuteFunctions, raw: unknown) {
	const suspects = suspectsIn(raw, []);
	return (value: unknown, itemIndex: number): Failed | undefined => {
		for (const { path, mayHaveFailed, probe } of suspects) {
			if (!mayHaveFailed(valueAt(value, path))) continue;
			const found = evaluate(context, probe, itemIndex);
			if (Array.isArray(found)) return { path, reason: found[0] };
		}
		return undefined;
	};
}

/** Evaluates a probe; undefined, too, where n8n does not accept it: then the answer is unknown. */
function evaluate(context: IExecuteFunctions, probe: string, itemIndex: number): unknown {
	try {
		return context.evaluateExpression(probe, itemIndex);
	} catch {
		return undefined;
	}
}

function suspectsIn(raw: unknown, path: readonly string[]): Suspect[] {
	if (typeof raw === 'object' && raw !== null) {
		return Object.entries(raw).flatMap(([key, value]) => suspectsIn(value, [...path, key]));
	}
	const template =
		typeof raw === 'string' && raw.startsWith('=') ? splitTemplate(raw.slice(1)) : undefined;
	if (template === undefined) return [];
	const codes = template.codes.map((code) => fieldsReadBy(code) ?? code);
	const places = codes.flatMap((code, place) => (code === '$json' ? [] : [place]));
	if (places.length === 0) return [];
	const probe = probeFor(places.map((place) => codes[place]));
	return [{ path, probe, mayHaveFailed: (value) => hasGapAt(places, template.texts, value) }];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>(
		(at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
		value,
	);
}

/** Whether the value can result from one of these places being empty. Exact if the expression has only one. */
function hasGapAt(places: readonly number[], texts: readonly string[], value: unknown): boolean {
	if (typeof value !== 'string') return value === undefined || value === null;
	const last = texts.length - 2;
	return places.some((place) => {
		const closed = texts[place] + texts[place + 1];
		if (last === 0) return value === closed;
		if (place === 0) return value.startsWith(closed);
		return place === last ? value.endsWith(closed) : value.includes(closed);
	});
}

/** To n8n, a lone unknown name is undefined and not a failure; its own names begin with a $. */
const NAME_ALONE = /^\s*(?!(?:undefined|null)\s*$)([A-Za-z_]\w*)\s*$/;

/** Builds a probe without `}}` from code as n8n reads it: an object in parentheses, a comment to the end of its line. */
function probeFor(codes: readonly string[]): string {
	const statements = codes.map((code) => {
		const name = NAME_ALONE.exec(code)?.[1];
		if (name !== undefined) {
			return `if (${name} === undefined) throw { message: "${name} is not defined" };`;
		}
		return code.trimStart().startsWith('{') ? `(${code}\n);` : `${code}\n;`;
	});
	return `{{ (() => { try { ${statements.join(' ')} } catch (e) { return [e.message]; } })() }}`;
}

const REASON_CHARACTERS = 200;

/** Returns the reason without the name that V8 gives to an expression's surroundings. */
function inWords(reason: unknown): string {
	const words =
		typeof reason === 'string' ? reason.replace(/^(?:\(intermediate value\))+\./, '') : '';
	return words.trim() === '' ? 'n8n gave no reason' : shorten(words, REASON_CHARACTERS);
}
