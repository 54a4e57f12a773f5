import type { Result } from './results';

/** @throws RangeError when it was not measured */
export function find(
	results: readonly Result[],
	contender: string,
	rows: number,
	delayMs: number,
): Result {
	const found = results.find(
		(one) => one.contender === contender && one.rows === rows && one.delayMs === delayMs,
	);
	if (found) return found;
	throw new RangeError(`${contender} was not measured with ${rows} rows and ${delayMs} ms`);
}

/** Each value once, in the order in which it was measured. */
export function distinct<Value>(
	results: readonly Result[],
	value: (result: Result) => Value,
): Value[] {
	return [...new Set(results.map(value))];
}
