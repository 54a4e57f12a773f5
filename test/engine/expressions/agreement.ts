/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { Expression } from 'n8n-workflow';
import {
	ASK_N8N,
	compileExpression,
} from '../../../nodes/HubSpotAssociations/input/expressions/expression';
import { expression, oddExpressions, oddRows, row } from './arbitraries';
import { readBothWays, type Reading } from './readBothWays';

const EXPRESSIONS_PER_RUN = 16;
const ROWS_PER_RUN = 12;

/** How many expression × row cases were checked, and how many of each kind they were. */
export interface Agreement {
	cases: number;
	/** The compiled form answered, by itself. */
	answered: number;
	/** ... with something else than undefined. */
	found: number;
	/** Compiled, but the row was left to n8n. */
	leftToN8n: number;
	notCompiled: number;
	/** n8n hid an exception that the reader found. */
	unresolved: number;
}

const NUL = /\0|\\u0000/;

/**
 * QuickJS hands texts over as C strings, cut at a NUL; n8n's other engines do not cut them.
 * The reader leaves them whole, so that "123\0" is refused as a record ID and not taken for 123.
 */
const uncut = (engine: string) => (value: unknown) =>
	engine !== 'quickjs' || !NUL.test(JSON.stringify(value));

/**
 * The same value, or a thrown message with n8n's in it. Where n8n gives nothing for code that is more than a field, the
 * reader may know of an exception that n8n hides.
 */
function isAsN8n({ expression, reader, n8n }: Reading): boolean {
	if (!('thrown' in reader)) return isDeepStrictEqual(reader, n8n);
	if ('thrown' in n8n) return reader.thrown.includes(/^.{0,40}/.exec(n8n.thrown)?.[0] ?? '');
	const isEmpty = n8n.value === undefined || n8n.value === null || n8n.value === '';
	return isEmpty && compileExpression(expression) === undefined;
}

function check(reading: Reading, agreement: Agreement): void {
	const same = isAsN8n(reading);
	const compiled = compileExpression(reading.expression);
	const value = compiled?.(reading.row);
	const isAnswer = compiled !== undefined && value !== ASK_N8N;
	if (!same || (isAnswer && !isDeepStrictEqual({ value }, reading.n8n))) {
		throw new Error(`Not as n8n has it: ${fc.stringify({ ...reading, compiled: value })}`);
	}
	agreement.cases += 1;
	if (isAnswer) agreement.answered += 1;
	else if (compiled) agreement.leftToN8n += 1;
	else agreement.notCompiled += 1;
	if (isAnswer && value !== undefined) agreement.found += 1;
	if ('thrown' in reading.reader && !('thrown' in reading.n8n)) agreement.unresolved += 1;
}

/**
 * Holds the compiled expressions and the parameter reader to what n8n's evaluator gives.
 * @param numRuns workflow runs of generated expressions and rows, each of 192 cases
 * @throws Error with fast-check's seed and the first expression and row that do not agree; not shrunk, which would take minutes
 */
export async function checkAgreement(
	engine: 'legacy' | 'quickjs',
	numRuns: number,
): Promise<Agreement> {
	await Expression.initExpressionEngine({
		engine,
		bridgeTimeout: 5_000,
		bridgeMemoryLimit: 64,
		poolSize: 1,
		maxCodeCacheSize: 1_024,
	});
	if (Expression.getActiveImplementation() !== engine) throw new Error(`${engine} did not start`);
	const agreement: Agreement = {
		cases: 0,
		answered: 0,
		found: 0,
		leftToN8n: 0,
		notCompiled: 0,
		unresolved: 0,
	};
	for (const reading of await readBothWays(oddExpressions, oddRows)) check(reading, agreement);
	const expressions = fc.array(expression.filter(uncut(engine)), {
		minLength: EXPRESSIONS_PER_RUN,
		maxLength: EXPRESSIONS_PER_RUN,
	});
	const rows = fc.array(row.filter(uncut(engine)), {
		minLength: ROWS_PER_RUN,
		maxLength: ROWS_PER_RUN,
	});
	const property = fc.asyncProperty(expressions, rows, async (texts, jsons) => {
		for (const reading of await readBothWays(texts, jsons)) check(reading, agreement);
	});
	await fc.assert(property, { numRuns, endOnFailure: true });
	await Expression.disposeExpressionEngine();
	return agreement;
}
