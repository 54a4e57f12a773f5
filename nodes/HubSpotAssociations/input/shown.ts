/** Values as messages show them. */

const SHOWN_CHARACTERS = 60;

/** A text on one line, and not all of a long one. */
export function shorten(text: string): string {
	const start = text.slice(0, SHOWN_CHARACTERS * 2);
	const oneLine = start.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
	return oneLine.length > SHOWN_CHARACTERS ? `${oneLine.slice(0, SHOWN_CHARACTERS)}…` : oneLine;
}

/** The kind of a value in words. */
export function kindOf(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (Array.isArray(value)) return `a list of ${value.length}`;
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A text in quotes, a number as it is, anything else by its kind. */
export function shown(value: unknown): string {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return kindOf(value);
	return value.trim() === '' ? 'empty' : `"${shorten(value)}"`;
}
