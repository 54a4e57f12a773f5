import { SHORT_DELAY_MS } from '../plan';
import { distinct } from './find';
import { modeCalled } from '../modes/modes';
import type { Goal } from './goal';
import { goalsOf } from './goals';
import { pairsOfModes } from './modeGoals';
import { TITLES } from './names';
import { count, seconds, times } from './numbers';
import type { RateLimits, Result, Results } from './results';

/** Where the section finds what it shows and names. */
export interface Links {
	readonly chart: string;
	readonly figures: string;
}

/** Returns the section on the benchmark, in Markdown. */
export function sectionOf(results: Results, links: Links, rateLimits?: RateLimits): string {
	return [
		...(results.results.length > 0 ? sideBySide(results, links) : []),
		engineTable(results.engine),
		...(results.modes.length > 0 ? [modesTable(results.modes)] : []),
		'## Goals and results',
		goalsTable(goalsOf(results, rateLimits)),
		measuredOn(results, links),
	].join('\n\n');
}

function sideBySide(results: Results, { chart }: Links): string[] {
	return [
		'## Compared with the alternatives',
		'`npm run bench` runs this node and the alternatives side by side against the simulated account. A time counts only if every association is there afterwards. The numbers are medians:',
		`![Time to associate rows, by contender](${chart})`,
		...distinct(results.results, ({ delayMs }) => delayMs).map((delayMs) =>
			table(results.results.filter((result) => result.delayMs === delayMs)),
		),
		notes(results),
	];
}

/** What the work itself takes, at the smaller number of rows: all contenders ran with it. */
function engineTable(engine: readonly Result[]): string {
	const [rows] = distinct(engine, (result) => result.rows);
	const lines = engine
		.filter((result) => result.rows === rows)
		.map(({ contender, medianMs, cpuMs, peakRssMb, requests }) => [
			TITLES[contender],
			seconds(medianMs),
			seconds(cpuMs),
			`${count(Math.round(peakRssMb))} MB`,
			count(requests),
		]);
	return [
		"## In n8n's engine alone",
		'Without a server around it (`npm run bench -- --engine`). Medians, except for the evaluator, which runs once:',
		markdownTable(
			[`${count(rows)} rows, ${SHORT_DELAY_MS} ms`, 'time', 'CPU time', 'peak memory', 'requests'],
			lines,
		),
	].join('\n\n');
}

/** The node beside the bare script, mode by mode. */
function modesTable(modes: readonly Result[]): string {
	const lines = pairsOfModes(modes).map(({ mode, node, floor }) => [
		modeCalled(mode).title,
		count(node.rows),
		count(node.requests),
		`${seconds(node.medianMs)} / ${seconds(floor.medianMs)}`,
		times(node.medianMs / floor.medianMs),
		`${seconds(node.cpuMs)} / ${seconds(floor.cpuMs)}`,
		times(node.cpuMs / floor.cpuMs),
	]);
	return [
		'## In the ways that people use it',
		"Each operation and option in n8n's engine (`npm run bench -- --modes`), beside a bare axios script that sends the same requests and matches the results to the rows. The rate limit is raised, medians of node / script:",
		markdownTable(
			[`${SHORT_DELAY_MS} ms`, 'rows', 'requests', 'time', 'ratio', 'CPU time', 'ratio'],
			lines,
		),
	].join('\n\n');
}

function table(results: readonly Result[]): string {
	const rowCounts = distinct(results, ({ rows }) => rows);
	const lines = distinct(results, ({ contender }) => contender).map((contender) => [
		TITLES[contender],
		...rowCounts.map((rows) => {
			const result = results.find((one) => one.contender === contender && one.rows === rows);
			return result ? seconds(result.medianMs) : '–';
		}),
	]);
	const heading = [
		`HubSpot responds in ${results[0].delayMs} ms`,
		...rowCounts.map((rows) => `${count(rows)} rows`),
	];
	return markdownTable(heading, lines);
}

function notes({ results }: Results): string {
	const mostRows = Math.max(...results.map(({ rows }) => rows));
	const largest = results.filter(
		({ rows, delayMs }) => rows === mostRows && delayMs === SHORT_DELAY_MS,
	);
	const heading = [
		`${count(mostRows)} rows, ${SHORT_DELAY_MS} ms`,
		'requests',
		'CPU time',
		'peak memory',
	];
	const lines = largest.map(({ contender, requests, cpuMs, peakRssMb }) => [
		TITLES[contender],
		count(requests),
		seconds(cpuMs),
		`${count(Math.round(peakRssMb))} MB`,
	]);
	return [
		'The first three run in a real n8n (the Code node builds batches of 2,000), and their times are what n8n shows for these nodes. CPU time does not include what n8n needs to read the rows; memory is that of the whole process. The Code node and the HTTP Request node return one item per batch, this node returns one per row. The simulated account has no rate limit here. HubSpot itself takes no more than 10 to 20 requests a second, so one request per row takes much longer there.',
		markdownTable(heading, lines),
	].join('\n\n');
}

function goalsTable(goals: readonly Goal[]): string {
	const lines = goals.map(({ name, goal, measured, isMet }) => [
		name,
		goal,
		measured,
		isMet ? 'met' : '**missed**',
	]);
	return markdownTable(['', 'goal', 'measured', ''], lines);
}

function measuredOn({ machine, versions }: Results, { figures }: Links): string {
	const { cores, model, memoryGb } = machine;
	const programs = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
	return `Measured on ${cores} cores (${model}) with ${memoryGb} GB of memory, which also run the simulated account: ${programs.join(', ')}. The raw figures are in [results.json](${figures}).`;
}

function markdownTable(heading: readonly string[], lines: ReadonlyArray<readonly string[]>) {
	const rows = [heading, heading.map((_, index) => (index === 0 ? '---' : '---:')), ...lines];
	return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
