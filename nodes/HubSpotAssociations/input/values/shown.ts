import { shorten } from '../../text';

/** Values as messages show them. */

export { shorten };

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
