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
