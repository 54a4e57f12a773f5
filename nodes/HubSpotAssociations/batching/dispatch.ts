import type { BatchCall } from '../hubspot/api/batchCall';
import type { HubSpotRequest } from '../hubspot/api/endpoints';
import type { Refusal } from '../hubspot/api/refusal';
import { pack } from '../lists';
import { fail, succeed, unsent, type Failure, type Outcome } from '../outcome';
import { brokenOff, notSent } from '../sending/refusals';
import type { Sender } from '../sending/sender';
import { groupByCall, sizeOf, type CallEntries, type Calls } from './calls';
import type { Entry } from './plan';
import { drain } from './pool';

export interface DispatchOptions {
	/** The most inputs in one request, if the user chose fewer than HubSpot allows. */
	readonly batchSize?: number;
	/** The most requests at once, at least 1. */
	readonly maxConcurrency: number;
	/** Whether the first failure holds back everything not yet sent. */
	readonly stopOnFailure: boolean;
}

/** Entries of one call that are sent in one request. */
type Batch<Input, Value> = CallEntries<Input, Value>;

/**
 * Sends entries in as few requests as possible and gives each its outcome. A refused batch is halved
 * until the guilty inputs stand alone; one refused for its size lowers the size for the rest.
 */
export class Dispatch<Input, Value> {
	/** Batches still to be sent; the next one stands last. */
	private readonly stack: Array<Batch<Input, Value>> = [];
	private readonly sizes = new Map<string, number>();
	private stopped?: Failure;

	constructor(
		private readonly calls: Calls<Input, Value>,
		private readonly sender: Sender,
		private readonly options: DispatchOptions,
	) {}

	/** Sends entries until each has its outcome; can be called again for entries that must come after these. */
	async send(entries: ReadonlyArray<Entry<Input, Value>>): Promise<void> {
		for (const group of groupByCall(entries, this.calls).reverse()) this.pushInSizes(group);
		await drain(this.stack, this.options.maxConcurrency, async (batch) => await this.run(batch));
	}

	private async run(batch: Batch<Input, Value>): Promise<void> {
		const blocked = this.stopped ?? this.sender.closedBy(batch.key);
		if (blocked) return this.settleAll(batch.entries, unsent(blocked));
		if (batch.entries.length > this.sizeFor(batch.call)) return this.pushInSizes(batch);
		try {
			await this.sendBatch(batch);
		} catch (error) {
			this.broken(batch, brokenOff(error));
		}
	}

	/** Keeps the outcomes of other batches when this one throws, but sends nothing further. */
	private broken({ entries }: Batch<Input, Value>, failure: Failure): void {
		this.stopped ??= failure;
		const open = entries.filter(({ outcome }) => outcome === undefined);
		this.settleAll(open, { ...failure, state: 'unknown' });
	}

	private async sendBatch(batch: Batch<Input, Value>): Promise<void> {
		const { key, call, entries } = batch;
		const inputs = inputsOf(entries);
		let pending = entries;
		const unsentRequest = async (): Promise<Outcome<HubSpotRequest | undefined>> => {
			const held = await call.readBack?.(inputsOf(pending));
			if (held === undefined) return succeed(call.request(inputsOf(pending)));
			if (!held.ok) return held;
			pending = this.settleHeld(pending, held.value);
			return succeed(pending.length > 0 ? call.request(inputsOf(pending)) : undefined);
		};
		const send = async (request: HubSpotRequest) =>
			await this.sender.send(request, {
				batchLength: entries.length,
				callKey: key,
				unsentRequest: call.mustReadBack && unsentRequest,
				blockedBy: () => this.stopped ?? this.sender.closedBy(key),
			});
		const sent = await (call.exchange?.(inputs, send) ?? send(call.request(inputs)));
		if (!sent.ok) return this.refused({ ...batch, entries: pending }, sent);
		const settled = call.settle(pending === entries ? inputs : inputsOf(pending), sent.value);
		if (settled.length !== pending.length) {
			throw new TypeError(`${call.name} settled ${settled.length} of ${pending.length} inputs`);
		}
		await this.settleAnswered(call, pending, settled);
	}

	/** Reads back what a response leaves open, if the call can. */
	private async settleAnswered(
		call: BatchCall<Input, Value>,
		entries: ReadonlyArray<Entry<Input, Value>>,
		settled: ReadonlyArray<Outcome<Value>>,
	): Promise<void> {
		const open = call.readBack ? entries.filter((_, index) => isOpen(settled[index])) : [];
		const held = open.length > 0 ? await call.readBack?.(inputsOf(open)) : undefined;
		if (held?.ok) this.settleHeld(open, held.value);
		entries.forEach((entry, index) => {
			if (entry.outcome === undefined) this.settle(entry, settled[index]);
		});
	}

	/** Settles the entries that turn out to be done in HubSpot, and returns the others. */
	private settleHeld(
		entries: ReadonlyArray<Entry<Input, Value>>,
		held: ReadonlyArray<Value | undefined>,
	): Array<Entry<Input, Value>> {
		return entries.filter((entry, index) => {
			const value = held[index];
			if (value !== undefined) this.settle(entry, succeed(value));
			return value === undefined;
		});
	}

	private refused(batch: Batch<Input, Value>, { failure, reach, batchMaximum }: Refusal): void {
		const { call, entries } = batch;
		if (batchMaximum !== undefined) {
			this.sizes.set(call.name, Math.min(batchMaximum, this.sizeFor(call)));
			return this.pushInSizes(batch);
		}
		if (reach === 'batch' && call.refused) {
			for (const entry of entries) this.settle(entry, call.refused(failure));
			return;
		}
		if (reach === 'batch' && entries.length > 1) {
			const parts = split(entries, call.blamed(inputsOf(entries), failure));
			if (parts) return void this.stack.push(...parts.map((part) => ({ ...batch, entries: part })));
		}
		this.settleAll(entries, failure);
	}

	private settleAll(entries: ReadonlyArray<Entry<Input, Value>>, failure: Failure): void {
		for (const entry of entries) this.settle(entry, fail(failure));
	}

	private settle(entry: Entry<Input, Value>, outcome: Outcome<Value>): void {
		entry.outcome = outcome;
		if (!outcome.ok && this.options.stopOnFailure) this.stopped ??= notSent;
	}

	private sizeFor(call: BatchCall<Input, Value>): number {
		return this.sizes.get(call.name) ?? sizeOf(call, this.options.batchSize);
	}

	/** Pushes one by one: as arguments, a hundred thousand batches would not fit on V8's stack. */
	private pushInSizes(batch: Batch<Input, Value>): void {
		for (const entries of pack(batch.entries, this.sizeFor(batch.call)).reverse()) {
			this.stack.push({ ...batch, entries });
		}
	}
}

/** Whether a response leaves open what HubSpot did with an input. */
function isOpen(outcome: Outcome<unknown>): boolean {
	return !outcome.ok && outcome.failure.state === 'unknown';
}

function inputsOf<Input>(entries: ReadonlyArray<Entry<Input>>): Input[] {
	return entries.map((entry) => entry.input);
}

/**
 * Splits a refused batch in two, the part to send first last: those that the refusal names and the
 * others, or halves where it names none. Undefined when it names all: there is nothing left to find out.
 */
function split<Item>(items: readonly Item[], blamed: readonly number[]): Item[][] | undefined {
	if (blamed.length === items.length) return undefined;
	if (blamed.length === 0) {
		const middle = Math.ceil(items.length / 2);
		return [items.slice(middle), items.slice(0, middle)];
	}
	const named = new Set(blamed);
	return [
		items.filter((_, index) => !named.has(index)),
		items.filter((_, index) => named.has(index)),
	];
}
