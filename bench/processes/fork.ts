/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals */
import { fork, type ChildProcess, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../tools/project';

/** A million rows in n8n's engine need more than the heap that Node.js takes by itself. */
const HEAP_MB = 12_288;

/**
 * Starts a TypeScript file of this folder in a process of its own, with one order as its first argument.
 * @param execPath the Node.js to run it with
 */
export function forkFile(
	file: string,
	order: Serializable,
	execPath = process.execPath,
): ChildProcess {
	return fork(join(__dirname, file), [JSON.stringify(order)], {
		execPath,
		execArgv: ['--import', 'tsx', `--max-old-space-size=${HEAP_MB}`],
		cwd: PROJECT_FOLDER,
	});
}

/** The order that {@link forkFile} gave to this process. */
export function readOrder<Order>(): Order {
	return JSON.parse(process.argv[2]) as Order;
}

/**
 * The next message of a child.
 * @throws Error when it ends without one
 */
export async function nextMessage<Message>(child: ChildProcess): Promise<Message> {
	const waiting = new AbortController();
	const { signal } = waiting;
	try {
		const [message] = (await Promise.race([
			once(child, 'message', { signal }),
			once(child, 'exit', { signal }).then(([code]) => {
				throw new Error(`${child.spawnargs.join(' ')} ended with ${String(code)} and no message`);
			}),
		])) as [Message];
		return message;
	} finally {
		waiting.abort();
	}
}
