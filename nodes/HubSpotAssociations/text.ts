const SHOWN_CHARACTERS = 60;

/**
 * A text for a message: on one line, and not all of a long one.
 * @param most how many characters are shown
 */
export function shorten(text: string, most = SHOWN_CHARACTERS): string {
	const start = text.slice(0, most * 2);
	const oneLine = start.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
	return oneLine.length > most ? `${oneLine.slice(0, most)}…` : oneLine;
}

/** The kind of a value in words. */
export function kindOf(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (Array.isArray(value)) return `a list of ${value.length}`;
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A value as messages show it: a text in quotes, a number as it is, anything else by its kind. */
export function shown(value: unknown): string {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return kindOf(value);
	return value.trim() === '' ? 'empty' : `"${shorten(value)}"`;
}
