/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { styleText } from 'node:util';

/** Where there is no terminal to ask: a page of a log. */
const DEFAULT_WIDTH = 110;

/** Below this a table cannot be read. */
const LEAST_WIDTH = 80;

export type Style = Parameters<typeof styleText>[0];

/** Whether the output is a terminal that shows colours. https://no-color.org */
const hasColour = process.stdout.isTTY && !process.env.NO_COLOR;

export function styled(style: Style, text: string): string {
	return hasColour ? styleText(style, text) : text;
}

export function printLine(text = ''): void {
	process.stdout.write(`${text}\n`);
}

export function terminalWidth(): number {
	return Math.max(LEAST_WIDTH, process.stdout.columns ?? DEFAULT_WIDTH);
}
