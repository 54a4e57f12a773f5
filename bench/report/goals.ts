import { SHORT_DELAY_MS } from '../plan';
import { find } from './find';
import { atLeast, atMost, MOST_CPU_TO_FLOOR, MOST_TIME_TO_FLOOR, type Goal } from './goal';
import { modeGoals } from './modeGoals';
import { count, percent, seconds, times } from './numbers';
import type { RateLimitResult, RateLimits, Result, Results } from './results';

const LEAST_SPEEDUP = 8;
const MOST_MEMORY_TO_FLOOR = 1.2;
const MOST_BYTES_PER_ROW = 700;
const MOST_GROWTH = 1.3;
const MOST_ENGINE_MS = 3_000;
const LEAST_SHARE_OF_RATE = 0.97;
/** Of runs that share a limit, together. */
const LEAST_SHARED_RATE = 0.9;
const MOST_REFUSED_SHARE = 0.05;
const MOST_SLOWEST_TO_FASTEST = 1.5;

const ROWS_PER_REQUEST = 2_000;
const BYTES_IN_MB = 1_024 ** 2;

/** The goals at the largest number of rows and the shorter delay. */
export function goalsOf(results: Results, rateLimits?: RateLimits): Goal[] {
	return [
		...(results.results.length > 0 ? serverGoals(results) : []),
		...engineGoals(results.engine),
		...modeGoals(results.modes),
		...(rateLimits?.runs ?? []).flatMap(rateGoals),
	];
}

function serverGoals({ results }: Results): Goal[] {
	const rows = Math.max(...results.map((result) => result.rows));
	const of = (contender: string) => find(results, contender, rows, SHORT_DELAY_MS);
	const [node, floor] = [of('node'), of('floor')];
	const all = `${count(rows)} rows`;
	return [
		atLeast(
			`${all}: faster than Code node + HTTP Request node`,
			LEAST_SPEEDUP,
			of('code-http').medianMs / node.medianMs,
			times,
		),
		atMost(
			`${all}: time, compared with the floor`,
			MOST_TIME_TO_FLOOR,
			node.medianMs / floor.medianMs,
			times,
		),
		atMost(
			`${all}: CPU time, compared with the floor`,
			MOST_CPU_TO_FLOOR,
			node.cpuMs / floor.cpuMs,
			times,
		),
		atMost(`${all}: requests`, rows / ROWS_PER_REQUEST, node.requests, count),
	];
}

function engineGoals(engine: readonly Result[]): Goal[] {
	const [rows, manyRows] = [...new Set(engine.map((result) => result.rows))];
	const of = (contender: string, rowCount = rows) =>
		find(engine, contender, rowCount, SHORT_DELAY_MS);
	const [node, floor] = [of('engine-node'), of('floor')];
	const passThrough = of('engine-pass-through');
	const perRow = ({ medianMs, rows: rowCount }: Result) => medianMs / rowCount;
	return [
		atMost(
			`${count(rows)} rows in n8n's engine alone: time`,
			MOST_ENGINE_MS,
			node.medianMs,
			seconds,
		),
		atMost(
			`${count(rows)} rows in n8n's engine alone: CPU time, compared with the floor`,
			MOST_CPU_TO_FLOOR,
			node.cpuMs / floor.cpuMs,
			times,
		),
		atMost(
			`${count(rows)} rows in n8n's engine alone: memory beyond passing them through, compared with the floor`,
			MOST_MEMORY_TO_FLOOR,
			(node.peakRssMb - passThrough.peakRssMb) / (floor.peakRssMb - passThrough.peakRssMb),
			times,
		),
		atMost(
			`${count(manyRows)} rows in n8n's engine alone: memory per row, beyond passing it through`,
			MOST_BYTES_PER_ROW,
			bytesPerRow(of('engine-node-unlimited', manyRows), of('engine-pass-through', manyRows)),
			bytes,
		),
		atMost(
			`time per row with ${count(manyRows)} rows, compared with ${count(rows)}`,
			MOST_GROWTH,
			perRow(of('engine-node-unlimited', manyRows)) / perRow(of('engine-node-unlimited')),
			times,
		),
	];
}

function rateGoals(result: RateLimitResult): Goal[] {
	const { runs, requests, refused, slowestMs, fastestMs, shareOfRate } = result;
	const refusedShare = refused / requests;
	if (runs === 1) {
		return [
			atLeast(
				'one run under a limit: share of the rate',
				LEAST_SHARE_OF_RATE,
				shareOfRate,
				percent,
			),
			atMost('one run under a limit: requests answered 429', 0, refused, count),
		];
	}
	const name = `${runs} runs that share a limit`;
	return [
		atLeast(`${name}: share of the rate`, LEAST_SHARED_RATE, shareOfRate, percent),
		atMost(`${name}: requests answered 429`, MOST_REFUSED_SHARE, refusedShare, percent),
		atMost(
			`${name}: the slowest, compared with the fastest`,
			MOST_SLOWEST_TO_FASTEST,
			slowestMs / fastestMs,
			times,
		),
	];
}

function bytesPerRow(result: Result, passThrough: Result): number {
	return ((result.peakRssMb - passThrough.peakRssMb) * BYTES_IN_MB) / result.rows;
}

function bytes(value: number): string {
	return `${count(Math.round(value))} bytes`;
}
