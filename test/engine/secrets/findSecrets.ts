import type { NodeUnderTestRun } from '../../../tools/engine';

/** The forms in which a secret could stand somewhere: as it is, in a URL, in a Basic or a binary header. */
function formsOf(secret: string): string[] {
	const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
	return [...new Set([secret, encodeURIComponent(secret), base64])];
}

/** Every text within a value, however deep. A run says the same in many places, so each text and each object is read once. */
function textsIn(value: unknown): string[] {
	const texts = new Set<string>();
	const seen = new Set<object>();
	const unread: unknown[] = [value];
	while (unread.length > 0) {
		const one = unread.pop();
		if (typeof one === 'string' || typeof one === 'symbol') texts.add(String(one));
		if (!isObject(one) || seen.has(one)) continue;
		seen.add(one);
		for (const part of partsOf(one)) unread.push(part);
	}
	return [...texts];
}

function isObject(value: unknown): value is object {
	return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Names and values of all fields: those too that JSON leaves out, such as an error's cause and its stack. */
function* partsOf(value: object): Generator<unknown> {
	if (ArrayBuffer.isView(value)) {
		yield Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1');
		return;
	}
	for (const key of Reflect.ownKeys(value)) {
		yield key;
		yield Reflect.getOwnPropertyDescriptor(value, key)?.value;
	}
	if (value instanceof Map || value instanceof Set) yield [...value];
	if ('toJSON' in value && typeof value.toJSON === 'function') yield value.toJSON();
}

/**
 * Which secrets stand anywhere in what a person or a log could get to see of a run.
 * @throws Error when there is none to look for: nothing would be proved
 */
export function findSecrets(run: NodeUnderTestRun, secrets: readonly string[]): string[] {
	if (secrets.length === 0) throw new Error('There is no secret to look for');
	const { items, errorItems, hints, error, nodeRun, workflowRun } = run;
	const { logs, run: record, nodes } = workflowRun;
	const texts = textsIn([items, errorItems, hints, error, nodeRun, nodes, record, logs]);
	return secrets.filter((secret) =>
		formsOf(secret).some((form) => texts.some((text) => text.includes(form))),
	);
}
