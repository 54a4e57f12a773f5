/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { Expression } from 'n8n-workflow';
import {
	fieldsReadBy,
	splitTemplate,
} from '../../../nodes/HubSpotAssociations/input/expressions/template';
import { expression, oddExpressions, oddRows, row } from './arbitraries';
import { CHAIN_BASES, chain, readInChain } from './chains';
import { expressionsOver } from './grammar';
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
	/** The same for every item: n8n was asked once. */
	readOnce: number;
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
function isAsN8n({ expression, reader, n8n, compiled }: Reading): boolean {
	if (!('thrown' in reader)) return isDeepStrictEqual(reader, n8n);
	if ('thrown' in n8n) return reader.thrown.includes(/^.{0,40}/.exec(n8n.thrown)?.[0] ?? '');
	return typeof compiled === 'string' && mayHideException(expression, n8n.value);
}

/** A missing field of `$json` is no exception. n8n gives undefined for one, and within a text nothing. */
function mayHideException(expression: string, value: unknown): boolean {
	const { texts, codes } = splitTemplate(expression.slice(1)) ?? { texts: [], codes: [] };
	if (codes.every((code) => fieldsReadBy(code) === '$json')) return false;
	const isAlone = texts.join('') === '' && codes.length === 1;
	return isAlone ? value === undefined || value === null : typeof value === 'string';
}

function check(reading: Reading, agreement: Agreement): void {
	const { compiled, n8n, reader } = reading;
	const isAnswer = typeof compiled !== 'string';
	if (!isAsN8n(reading) || (isAnswer && !isDeepStrictEqual(compiled, n8n))) {
		throw new Error(`Not as n8n has it: ${fc.stringify(reading)}`);
	}
	agreement.cases += 1;
	agreement[isAnswer ? 'answered' : compiled] += 1;
	if (isAnswer && compiled.value !== undefined) agreement.found += 1;
	if ('thrown' in reader && !('thrown' in n8n)) agreement.unresolved += 1;
}

const runOf = <Each>(each: fc.Arbitrary<Each>, length: number) =>
	fc.array(each, { minLength: length, maxLength: length });

/** Odd paths and odd rows, as JSON and JavaScript have them. */
function paths(engine: string, agreement: Agreement) {
	const expressions = runOf(expression.filter(uncut(engine)), EXPRESSIONS_PER_RUN);
	const rows = runOf(row.filter(uncut(engine)), ROWS_PER_RUN);
	return fc.asyncProperty(expressions, rows, async (texts, jsons) => {
		for (const reading of await readBothWays(texts, jsons)) check(reading, agreement);
	});
}

/** Whole expressions over the items of several nodes, paired in every way. */
function chains(agreement: Agreement) {
	const expressions = runOf(expressionsOver(CHAIN_BASES), EXPRESSIONS_PER_RUN);
	return fc.asyncProperty(expressions, chain, async (texts, workflow) => {
		for (const reading of await readInChain(workflow, texts)) check(reading, agreement);
	});
}

function noCases(): Agreement {
	return {
		cases: 0,
		answered: 0,
		found: 0,
		leftToN8n: 0,
		readOnce: 0,
		notCompiled: 0,
		unresolved: 0,
	};
}

/**
 * Holds the compiled expressions and the parameter reader to what n8n's evaluator gives.
 * @param numRuns workflow runs of generated expressions and rows, each of up to 192 cases
 * @throws Error with fast-check's seed and the first expression and row that do not agree; not shrunk, which would take minutes
 */
export async function checkAgreement(engine: 'legacy' | 'quickjs', numRuns: number) {
	await Expression.initExpressionEngine({
		engine,
		bridgeTimeout: 5_000,
		bridgeMemoryLimit: 64,
		poolSize: 1,
		maxCodeCacheSize: 1_024,
	});
	if (Expression.getActiveImplementation() !== engine) throw new Error(`${engine} did not start`);
	const agreement = { paths: noCases(), chains: noCases() };
	for (const reading of await readBothWays(oddExpressions, oddRows))
		check(reading, agreement.paths);
	await fc.assert(paths(engine, agreement.paths), { numRuns, endOnFailure: true });
	await fc.assert(chains(agreement.chains), { numRuns: 2 * numRuns, endOnFailure: true });
	await Expression.disposeExpressionEngine();
	return agreement;
}
