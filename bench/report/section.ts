import { SHORT_DELAY_MS } from '../plan';
import { distinct } from './find';
import { goalsOf, type Goal } from './goals';
import { TITLES } from './names';
import { count, seconds } from './numbers';
import type { RateLimits, Result, Results } from './results';

/** The README's section on the benchmark, in Markdown. */
export function sectionOf(results: Results, chartPath: string, rateLimits?: RateLimits): string {
	return [
		...(results.results.length > 0 ? sideBySide(results, chartPath) : []),
		engineTable(results.engine),
		'What we wanted, and what came of it:',
		goalsTable(goalsOf(results, rateLimits)),
		measuredOn(results),
	].join('\n\n');
}

function sideBySide(results: Results, chartPath: string): string[] {
	return [
		'`npm run bench` runs this node and what you could use instead side by side, against the simulated account. Every association must be there before a time counts. The numbers are medians:',
		`![Time to associate rows, by contender](${chartPath})`,
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
		`In n8n's engine alone, without a server around it (\`npm run bench -- --engine\`; medians, the evaluator once):`,
		markdownTable(
			[`${count(rows)} rows, ${SHORT_DELAY_MS} ms`, 'time', 'CPU time', 'peak memory', 'requests'],
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
		`HubSpot answers in ${results[0].delayMs} ms`,
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
		'The first three run in a real n8n (the Code node makes batches of 2,000), and their times are what n8n shows for these nodes. CPU time leaves out what n8n takes to read the rows; memory is that of the whole process. The Code node and the HTTP Request node give one item for each batch, this node one for each row. The simulated account has no rate limit here: HubSpot itself takes no more than 10 to 20 requests a second, and one request a row takes that much longer.',
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

function measuredOn({ machine, versions }: Results): string {
	const { cores, model, memoryGb } = machine;
	const programs = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
	return `Measured on ${cores} cores (${model}) with ${memoryGb} GB, where the simulated account runs too: ${programs.join(', ')}. The figures are in [bench/results.json](bench/results.json).`;
}

function markdownTable(heading: readonly string[], lines: ReadonlyArray<readonly string[]>) {
	const rows = [heading, heading.map((_, index) => (index === 0 ? '---' : '---:')), ...lines];
	return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
