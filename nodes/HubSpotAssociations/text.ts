const SHOWN_CHARACTERS = 60;

/**
 * Shortens a text for a message, and puts it on one line.
 * @param most how many characters to show
 */
export function shorten(text: string, most = SHOWN_CHARACTERS): string {
	const start = text.slice(0, most * 2);
	const oneLine = start.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
	return oneLine.length > most ? `${oneLine.slice(0, most)}…` : oneLine;
}

/** Describes the kind of a value. */
export function kindOf(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (Array.isArray(value)) return `a list of ${value.length}`;
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Describes a value in messages: a text in quotes, a number as it is, anything else by its kind. */
export function shown(value: unknown): string {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return kindOf(value);
	return value.trim() === '' ? 'empty' : `"${shorten(value)}"`;
}
