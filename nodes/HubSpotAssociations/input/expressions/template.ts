import { NAME, QUOTED, SPACE } from './tokens';

/** The code blocks of an expression, and the texts before, between and after: always one more. */
export interface Template {
	readonly texts: readonly string[];
	readonly codes: readonly string[];
}

/**
 * Splits an expression at `{{` and the first `}}` after it, even one within quotes, as n8n does.
 * @param text without the `=` that makes it an expression
 * @returns undefined where a backslash may escape a bracket: n8n's versions disagree on that
 */
export function splitTemplate(text: string): Template | undefined {
	const parts = text.split(/\{\{([\s\S]*?)\}\}/);
	const texts = parts.filter((_, index) => index % 2 === 0);
	const codes = parts.filter((_, index) => index % 2 === 1);
	const isEscaped = texts.some((each) => each.includes('\\'));
	return isEscaped || codes.some((code) => code.endsWith('\\')) ? undefined : { texts, codes };
}

const INDEX = '0|[1-9][0-9]{0,8}';
const STEP = `\\??\\.${NAME}|(?:\\?\\.)?\\[${SPACE}(?:${INDEX}|${QUOTED})${SPACE}\\]`;
const NODE = `\\$(?:input|node\\[(?:${QUOTED})\\]|node\\.${NAME}|\\((?:${QUOTED})\\))`;
const ITEM = `\\.(?:item|first\\(\\)|last\\(\\)|all\\(\\)\\[(?:${INDEX})\\])`;
const FIELD = new RegExp(`^\\s*(\\$json|${NODE}(?:${ITEM})?\\.json)(?:${STEP})+\\s*$`, 'u');

/**
 * Returns what code that only reads a field reads it from: `$json`, or another node's item, such as
 * `$('Contacts').item.json`. Undefined for all other code.
 */
export function fieldsReadBy(code: string): string | undefined {
	return FIELD.exec(code)?.[1];
}
