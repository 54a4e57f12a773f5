import type { IExecuteFunctions, INodeParameterResourceLocator } from 'n8n-workflow';
import { isObject } from '../../json';
import { displayNameOf } from '../displayNames';
import { ASK_N8N, compileExpression, type CompiledExpression } from './expression';
import { createFindFailed, unresolved } from './failedExpression';
import { itemSources } from './itemSources';

/** Reads one parameter, item by item. */
export interface ParameterReader {
	/** Whether the value is the same for every item, so that what is derived from it can be kept. */
	readonly isConstant: boolean;
	/** @throws NodeOperationError when n8n cannot resolve the expression for this item */
	read(itemIndex: number): unknown;
}

/** Returns what a resource locator holds, or the value itself where an old or hand-made workflow has a plain one. */
export function locatorValue(value: unknown): unknown {
	return isObject(value) && 'value' in value ? value.value : value;
}

export function locatorMode(value: unknown): unknown {
	return isObject(value) ? value.mode : undefined;
}

type AskN8n = (itemIndex: number) => unknown;

/**
 * Reads a parameter as n8n would, for up to a million items: once what is the same for all of them, a common expression
 * such as `={{ $json.a }}` by its compiled form, and only the rest by n8n's evaluator. The parameter's description must not
 * have `validateType`, which only n8n applies.
 *
 * @param fallback for a parameter that is hidden, or missing from a workflow saved before it existed
 * @param parameter its display name, where the operation shows it under another one than most do
 * @returns a reader of the value; for a resource locator, of its mode, its value and the name of what was picked
 * @throws n8n's UserError when the parameter is missing and there is no fallback
 */
export function createParameterReader(
	context: IExecuteFunctions,
	name: string,
	fallback?: unknown,
	parameter: string = displayNameOf(name) ?? name,
): ParameterReader {
	const raw = context.getNodeParameter(name, 0, fallback, { rawExpressions: true });
	const ask: AskN8n = (itemIndex) => context.getNodeParameter(name, itemIndex, fallback);
	if (!isLocator(raw)) return createReader(context, parameter, raw, ask);
	const { mode, cachedResultName } = raw;
	const value = createReader(context, parameter, raw.value, (itemIndex) => {
		return (ask(itemIndex) as INodeParameterResourceLocator).value;
	});
	return {
		isConstant: value.isConstant,
		read: (itemIndex) => ({ mode, value: value.read(itemIndex), cachedResultName }),
	};
}

function createReader(
	context: IExecuteFunctions,
	parameter: string,
	raw: unknown,
	ask: AskN8n,
): ParameterReader {
	if (isConstant(raw)) {
		const value = ask(0);
		return { isConstant: true, read: () => value };
	}
	const compiled = compileExpression(raw, itemSources(context));
	const reading = readingOf(context, parameter, raw, ask);
	let first: Reading | undefined;
	const askOrFail = (itemIndex: number) => {
		const found = compiled?.isOnce ? (first ??= reading(itemIndex)) : reading(itemIndex);
		if ('value' in found) return found.value;
		throw unresolved(context, itemIndex, found.parameter, found.reason);
	};
	const isForEachItem = compiled !== undefined && !compiled.isOnce;
	return { isConstant: false, read: isForEachItem ? compiledRead(compiled, askOrFail) : askOrFail };
}

/** What n8n has for an item: a value, or an expression that it cannot resolve. */
type Reading =
	| { readonly value: unknown }
	| {
			/** The display name of the parameter or option with the expression. */
			readonly parameter: string;
			/** The words of n8n or JavaScript, if any. */
			readonly reason: unknown;
	  };

/** Finds an expression that failed, even if n8n hides its exception. */
function readingOf(context: IExecuteFunctions, parameter: string, raw: unknown, ask: AskN8n) {
	const findFailed = createFindFailed(context, raw);
	return (itemIndex: number): Reading => {
		let value: unknown;
		try {
			value = ask(itemIndex);
		} catch (error) {
			return { parameter, reason: error instanceof Error ? error.message : undefined };
		}
		const failed = findFailed(value, itemIndex);
		if (failed === undefined) return { value };
		return { parameter: displayNameOf(failed.path[0]) ?? parameter, reason: failed.reason };
	};
}

/**
 * Trusts the compiled form once n8n has returned the same for the first row that both resolve, and never otherwise: a later
 * n8n may read expressions differently, and in an agent's tool call `$json` is the agent's item, not this node's input.
 */
function compiledRead(compiled: CompiledExpression, ask: AskN8n): AskN8n {
	let isTrusted: boolean | undefined;
	return (itemIndex) => {
		const value = isTrusted === false ? ASK_N8N : compiled.read(itemIndex);
		if (value === ASK_N8N) return ask(itemIndex);
		if (isTrusted) return value;
		const answer = ask(itemIndex);
		isTrusted = isSame(value, answer);
		return answer;
	};
}

function isSame(value: unknown, answer: unknown): boolean {
	if (!Array.isArray(value) || !Array.isArray(answer)) return Object.is(value, answer);
	return value.length === answer.length && value.every((each, i) => Object.is(each, answer[i]));
}

function isLocator(raw: unknown): raw is INodeParameterResourceLocator {
	return typeof raw === 'object' && raw !== null && '__rl' in raw;
}

/** Whether a value needs no evaluation. An expression without `{{` is a text, typed into a field in "Expression" mode. */
function isConstant(raw: unknown): boolean {
	if (typeof raw === 'string') return !raw.startsWith('=') || !raw.includes('{{');
	if (typeof raw !== 'object' || raw === null) return true;
	return Object.values(raw).every(isConstant);
}
