/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { inspect } from 'node:util';
import type { NodeUnderTestRun } from '../harness';

/** The forms in which a secret could stand somewhere: as it is, in a URL, in a Basic or a binary header. */
function formsOf(secret: string): string[] {
	const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
	return [secret, encodeURIComponent(secret), base64];
}

/** Every text of a value: fields that JSON leaves out too, such as an error's cause. */
function textOf(value: unknown): string {
	const shown = inspect(value, {
		depth: Infinity,
		showHidden: true,
		maxArrayLength: null,
		maxStringLength: null,
		breakLength: Infinity,
	});
	return `${shown}\n${JSON.stringify(value)}`;
}

/** Which secrets stand anywhere in what a person or a log could get to see of a run. */
export function findSecrets(run: NodeUnderTestRun, secrets: readonly string[]): string[] {
	const { items, errorItems, hints, error, nodeRun, workflowRun } = run;
	const { logs, run: record, nodes } = workflowRun;
	const text = textOf([items, errorItems, hints, error, nodeRun, nodes, record, logs]);
	return secrets.filter((secret) => formsOf(secret).some((form) => text.includes(form)));
}
