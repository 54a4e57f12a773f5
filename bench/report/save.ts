/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { PROJECT_FOLDER } from '../../tools/project';
import { say } from '../terminal';
import { chartOf } from './chart';
import type { RateLimits, Results } from './results';
import { sectionOf } from './section';

const RESULTS = 'bench/results.json';
const RATE_LIMITS = 'bench/rateLimits.json';
const CHART = 'docs/images/benchmark.svg';
const DOCUMENT = 'docs/speed.md';
/** Git-ignored: what a try leaves. */
const TRY_FOLDER = 'bench/output';

/** Where the document shows the benchmark. */
const SECTION = /(<!-- bench:start -->)[^]*(<!-- bench:end -->)/;

export async function saveResults(results: Results): Promise<void> {
	await write(RESULTS, JSON.stringify(results));
	await renewReport();
}

/** Puts the figures of n8n's engine alone, of the modes or of both in the place of earlier ones. */
export async function savePart(
	{ machine, versions }: Pick<Results, 'machine' | 'versions'>,
	{ engine, modes }: Partial<Pick<Results, 'engine' | 'modes'>>,
): Promise<void> {
	const saved = read<Partial<Results>>(RESULTS) ?? {};
	const { results = [], baselines = [] } = saved;
	const measured: Results = {
		machine,
		versions: { ...saved.versions, ...versions },
		engine: engine ?? saved.engine ?? [],
		modes: modes ?? saved.modes ?? [],
		results,
		baselines,
	};
	await write(RESULTS, JSON.stringify(measured));
	await renewReport();
}

export async function saveRateLimits(rateLimits: RateLimits): Promise<void> {
	await write(RATE_LIMITS, JSON.stringify(rateLimits));
	await renewReport();
}

/**
 * Draws the chart and rewrites the document's section from what has been measured so far.
 * @throws Error when the document has no place for the section
 */
export async function renewReport(): Promise<void> {
	const results = read<Results>(RESULTS);
	if (!results) return say(`${RESULTS} is not there yet: npm run bench writes it`);
	if (results.results.length > 0) await write(CHART, chartOf(results.results));
	const document = readFileSync(join(PROJECT_FOLDER, DOCUMENT), 'utf8');
	if (!SECTION.test(document)) throw new Error(`${DOCUMENT} has no place for the benchmark`);
	const links = { chart: linkTo(CHART), figures: linkTo(RESULTS) };
	const section = sectionOf(results, links, read<RateLimits>(RATE_LIMITS));
	await write(
		DOCUMENT,
		document.replace(SECTION, (_, start, end) => `${start}\n\n${section}\n\n${end}`),
	);
}

function linkTo(file: string): string {
	return posix.relative(posix.dirname(DOCUMENT), file);
}

/** Writes what a try has measured where nobody takes it for a result. */
export async function saveTry(results: Results): Promise<void> {
	await write(join(TRY_FOLDER, 'results.json'), JSON.stringify(results));
	await write(join(TRY_FOLDER, 'benchmark.svg'), chartOf(results.results));
	if (results.engine.length === 0) return;
	await write(
		join(TRY_FOLDER, 'section.md'),
		sectionOf(results, { chart: 'benchmark.svg', figures: 'results.json' }),
	);
}

function read<Content>(file: string): Content | undefined {
	const path = join(PROJECT_FOLDER, file);
	return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Content) : undefined;
}

/** In prettier's form, where prettier knows the format. */
async function write(file: string, text: string): Promise<void> {
	const path = join(PROJECT_FOLDER, file);
	mkdirSync(dirname(path), { recursive: true });
	const isKnown = /\.(json|md)$/.test(file);
	const options = { ...(await resolveConfig(path)), filepath: path };
	writeFileSync(path, isKnown ? await format(text, options) : text);
	say(`Wrote ${file}`);
}
