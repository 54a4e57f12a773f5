/** Digits as a person writes them: no 0x10 and no 1e3. */
const WHOLE_NUMBER = /^[+-]?\d+$/;

/** A whole number, or the same as text; undefined for anything else and for one too large to be exact. */
export function wholeNumberIn(value: unknown): number | undefined {
	const isText = typeof value === 'string' && WHOLE_NUMBER.test(value.trim());
	const number = isText ? Number(value) : value;
	return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
