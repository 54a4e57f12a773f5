import type { BatchCall, Sent } from '../hubspot/api/batchCall';
import type { HubSpotRequest } from '../hubspot/api/endpoints';
import type { Refusal } from '../hubspot/api/refusal';
import { CANCELED, isCanceled, NOT_CONFIRMED } from '../hubspot/api/settle';
import { fail, succeed, type Failure, type Outcome } from '../outcome';
import type { Sender } from '../sending/sender';
import type { CallEntries } from './calls';
import { unsettled, type Entry } from './plan';

/** What to do with the entries that a request has left without an outcome. */
export interface Exchanged<Input, Value> {
	readonly left: ReadonlyArray<Entry<Input, Value>>;
	/** Why they were refused; absent: they are still to be sent. */
	readonly refusal?: Refusal;
}

interface Exchange<Input, Value> {
	readonly sender: Sender;
	readonly blockedBy: () => Failure | undefined;
	readonly settle: (entry: Entry<Input, Value>, outcome: Outcome<Value>) => void;
}

type Entries<Input, Value> = ReadonlyArray<Entry<Input, Value>>;

/**
 * Sends a batch in one request and settles its entries by the answer. What a lost or unclear answer
 * leaves open is read back, if the call can.
 */
export async function exchangeBatch<Input, Value>(
	{ key, call, entries }: CallEntries<Input, Value>,
	{ sender, blockedBy, settle }: Exchange<Input, Value>,
): Promise<Exchanged<Input, Value>> {
	let pending: Entries<Input, Value> = entries;
	const unsentRequest = async (): Promise<Outcome<HubSpotRequest | undefined>> => {
		const held = await settleHeld(call, pending, settle);
		if (!held.ok) return held;
		pending = unsettled(pending);
		return succeed(pending.length > 0 ? call.request(inputsOf(pending)) : undefined);
	};
	const send = async (request: HubSpotRequest): Promise<Sent> =>
		await sender.send(request, {
			batchLength: entries.length,
			callKey: key,
			unsentRequest: call.mustReadBack && unsentRequest,
			blockedBy,
		});
	const inputs = inputsOf(entries);
	const sent = await (call.exchange?.(inputs, send) ?? send(call.request(inputs)));
	if (!sent.ok) return { left: pending, refusal: sent };
	const settled = call.settle(pending === entries ? inputs : inputsOf(pending), sent.value);
	if (settled.length !== pending.length) {
		throw new TypeError(`${call.name} settled ${settled.length} of ${pending.length} inputs`);
	}
	const outcomes = isCanceled(sent.value) ? settled.map(asCanceled) : settled;
	const open = pending.filter((_, index) => isOpen(outcomes[index]));
	const held = open.length > 0 ? await settleHeld(call, open, settle) : succeed(undefined);
	// HubSpot has canceled the batch for its guilty inputs, so the others are sent again without them.
	const isAgain = isCanceled(sent.value) && held.ok && open.length < pending.length;
	const again = new Set(isAgain ? unsettled(open) : []);
	const settleRest = (): void =>
		pending.forEach((entry, index) => {
			if (entry.outcome === undefined && !again.has(entry)) settle(entry, outcomes[index]);
		});
	settleRest();
	if (again.size === 0 || call.readBack || !blockedBy()) return { left: [...again] };
	// They will not be sent again, and without a read-back nobody knows whether they are done.
	again.clear();
	settleRest();
	return { left: [] };
}

/** Reads entries back, if the call can, and settles those that turn out to be done in HubSpot. */
async function settleHeld<Input, Value>(
	call: BatchCall<Input, Value>,
	entries: Entries<Input, Value>,
	settle: Exchange<Input, Value>['settle'],
): Promise<Outcome<undefined>> {
	const held = await call.readBack?.(inputsOf(entries));
	if (held?.ok === false) return held;
	held?.value.forEach((value, index) => {
		if (value !== undefined) settle(entries[index], succeed(value));
	});
	return succeed(undefined);
}

function asCanceled<Value>(outcome: Outcome<Value>): Outcome<Value> {
	return !outcome.ok && outcome.failure === NOT_CONFIRMED ? fail(CANCELED) : outcome;
}

/** Whether a response leaves open what HubSpot did with an input. */
function isOpen(outcome: Outcome<unknown>): boolean {
	return !outcome.ok && outcome.failure.state === 'unknown';
}

export function inputsOf<Input>(entries: ReadonlyArray<Entry<Input>>): Input[] {
	return entries.map((entry) => entry.input);
}
