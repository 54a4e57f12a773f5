/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { RunObserver } from './run';
import { printLine, styled } from './terminal';

const NAME_WIDTH = 36;
const ITEMS_WIDTH = 26;

/** Back to the start of the line, and clear it. */
const CLEAR_LINE = '\r\u001b[K';

/** One line for each node of the workflow: on a terminal as soon as the node starts, else when it has ended. */
export const progress: RunObserver = {
	onNodeStart(name) {
		if (process.stdout.isTTY) process.stdout.write(`  … ${name}`);
	},
	onNodeEnd(name, itemCounts, milliseconds) {
		if (process.stdout.isTTY) process.stdout.write(CLEAR_LINE);
		const items = itemsText(itemCounts).padEnd(ITEMS_WIDTH);
		const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
		printLine(`  ${styled('green', '✓')} ${name.padEnd(NAME_WIDTH)}${items}${seconds}`);
	},
};

/** The second output of a node in the example is its error output. */
function itemsText([done = 0, refused]: number[]): string {
	const items = `${done} ${done === 1 ? 'item' : 'items'}`;
	return refused === undefined ? items : `${items}, ${refused} refused`;
}
