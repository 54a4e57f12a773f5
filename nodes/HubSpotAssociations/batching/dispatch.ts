import type { BatchCall } from '../hubspot/api/batchCall';
import type { HubSpotRequest } from '../hubspot/api/endpoints';
import { fail, succeed, unsent, type Failure, type Outcome } from '../outcome';
import { pack, sizeOf } from './pack';
import type { Entry, EntryOutcomes } from './plan';
import { drain } from './pool';
import { brokenOff, notSent } from '../sending/refusals';
import type { Sender } from '../sending/sender';

/** Entries of one pair of objects and the call that does them. */
export interface Work<Input, Value> {
	readonly call: BatchCall<Input, Value>;
	readonly entries: ReadonlyArray<Entry<Input>>;
}

export interface DispatchOptions {
	/** The most inputs in one request, where the user wants fewer than HubSpot allows. */
	readonly batchSize?: number;
	/** The most requests at once, at least 1. */
	readonly maxConcurrency: number;
	/** Whether the first failure keeps everything back that has not been sent. */
	readonly stopOnFailure: boolean;
}

interface Batch<Input, Value> {
	readonly work: Work<Input, Value>;
	readonly entries: ReadonlyArray<Entry<Input>>;
}

/**
 * Sends all entries in as few requests as possible and gives each its outcome. A refused batch is
 * halved until the guilty inputs stand alone; one refused for its size lowers the size for the rest.
 */
export async function dispatch<Input, Value>(
	works: ReadonlyArray<Work<Input, Value>>,
	sender: Sender,
	options: DispatchOptions,
): Promise<EntryOutcomes<Value>> {
	const count = works.reduce((sum, { entries }) => sum + entries.length, 0);
	const run = new DispatchRun<Input, Value>(count, sender, options);
	await run.all(works);
	return run.outcomes;
}

class DispatchRun<Input, Value> {
	readonly outcomes: Array<Outcome<Value> | undefined>;

	/** Batches still to be sent; the next one stands last. */
	private readonly stack: Array<Batch<Input, Value>> = [];
	private readonly sizes = new Map<string, number>();
	private readonly closedWorks = new Map<Work<Input, Value>, Failure>();
	private stopped?: Failure;

	constructor(
		count: number,
		private readonly sender: Sender,
		private readonly options: DispatchOptions,
	) {
		// Batches end in any order, and V8 turns a list that is filled with gaps into a slow one.
		this.outcomes = new Array<Outcome<Value> | undefined>(count);
	}

	async all(works: ReadonlyArray<Work<Input, Value>>): Promise<void> {
		for (const work of [...works].reverse()) this.pushInSizes({ work, entries: work.entries });
		await drain(this.stack, this.options.maxConcurrency, async (batch) => await this.run(batch));
	}

	private async run(batch: Batch<Input, Value>): Promise<void> {
		const refusal = this.refusalOf(batch.work);
		if (refusal) return this.settleAll(batch.entries, unsent(refusal));
		if (batch.entries.length > this.sizeFor(batch.work.call)) return this.pushInSizes(batch);
		try {
			await this.send(batch);
		} catch (error) {
			this.broken(batch, brokenOff(error));
		}
	}

	/** What other batches have brought must not be lost with this one, but nothing further is sent. */
	private broken({ entries }: Batch<Input, Value>, failure: Failure): void {
		this.stopped ??= failure;
		const open = entries.filter(({ index }) => this.outcomes[index] === undefined);
		this.settleAll(open, { ...failure, state: 'unknown' });
	}

	private async send({ work, entries }: Batch<Input, Value>): Promise<void> {
		const { call } = work;
		const inputs = inputsOf(entries);
		let pending = entries;
		const takeRemainder = async (): Promise<Outcome<HubSpotRequest | undefined>> => {
			const held = await call.readBack?.(inputsOf(pending));
			if (held === undefined) return succeed(call.request(inputsOf(pending)));
			if (!held.ok) return held;
			pending = this.settleHeld(pending, held.value);
			return succeed(pending.length > 0 ? call.request(inputsOf(pending)) : undefined);
		};
		const answer = await this.sender.send(call.request(inputs), {
			batchLength: entries.length,
			remainder: call.mustReadBack && takeRemainder,
			heldBack: () => this.refusalOf(work),
		});
		if (!answer.ok) return this.refused({ work, entries: pending }, answer.failure);
		const settled = call.settle(pending === entries ? inputs : inputsOf(pending), answer.value);
		if (settled.length !== pending.length) {
			throw new TypeError(`${call.name} settled ${settled.length} of ${pending.length} inputs`);
		}
		const open = call.readBack ? pending.filter((_, index) => isOpen(settled[index])) : [];
		const held = open.length > 0 ? await call.readBack?.(inputsOf(open)) : undefined;
		if (held?.ok) this.settleHeld(open, held.value);
		pending.forEach((entry, index) => {
			if (this.outcomes[entry.index] === undefined) this.settle(entry, settled[index]);
		});
	}

	/** Settles the entries that HubSpot turns out to hold as wanted, and gives the others. */
	private settleHeld(
		entries: ReadonlyArray<Entry<Input>>,
		held: ReadonlyArray<Value | undefined>,
	): ReadonlyArray<Entry<Input>> {
		return entries.filter((entry, index) => {
			const value = held[index];
			if (value !== undefined) this.settle(entry, succeed(value));
			return value === undefined;
		});
	}

	private refused(batch: Batch<Input, Value>, failure: Failure): void {
		const { work, entries } = batch;
		if (failure.batchMaximum !== undefined) {
			this.sizes.set(work.call.name, Math.min(failure.batchMaximum, this.sizeFor(work.call)));
			return this.pushInSizes(batch);
		}
		if (failure.reach === 'batch' && entries.length > 1) {
			const parts = split(entries, work.call.blamed(inputsOf(entries), failure));
			if (parts) return void this.stack.push(...parts.map((part) => ({ work, entries: part })));
		}
		const { beyond = failure } = failure;
		if (beyond.reach === 'group') this.closedWorks.set(work, beyond);
		if (beyond.reach === 'run') this.stopped ??= beyond;
		this.settleAll(entries, failure);
	}

	/** Why nothing of a work may be sent any more. */
	private refusalOf(work: Work<Input, Value>): Failure | undefined {
		return this.stopped ?? this.closedWorks.get(work);
	}

	private settleAll(entries: ReadonlyArray<Entry<Input>>, failure: Failure): void {
		for (const entry of entries) this.settle(entry, fail(failure));
	}

	private settle(entry: Entry<Input>, outcome: Outcome<Value>): void {
		this.outcomes[entry.index] = outcome;
		if (!outcome.ok && this.options.stopOnFailure) this.stopped ??= notSent;
	}

	private sizeFor({ name, maximum }: BatchCall<Input, Value>): number {
		return this.sizes.get(name) ?? sizeOf({ maximum }, this.options.batchSize);
	}

	private pushInSizes({ work, entries }: Batch<Input, Value>): void {
		// One by one: a call takes no hundred thousand arguments, and batches of one come by as many.
		for (const piece of pack(entries, this.sizeFor(work.call)).reverse()) {
			this.stack.push({ work, entries: piece });
		}
	}
}

/** Whether an answer leaves open what HubSpot made of an input. */
function isOpen(outcome: Outcome<unknown>): boolean {
	return !outcome.ok && outcome.failure.state === 'unknown';
}

function inputsOf<Input>(entries: ReadonlyArray<Entry<Input>>): Input[] {
	return entries.map((entry) => entry.input);
}

/**
 * Two parts of a refused batch, the one to send first last: those that the refusal names and the
 * others, or halves where it names none. Undefined when it names all: there is nothing to find out.
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
