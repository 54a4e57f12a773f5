import type { BatchCall } from '../hubspot/api/batchCall';
import { ownReason } from '../hubspot/api/blame';
import type { Refusal } from '../hubspot/api/refusal';
import { pack } from '../lists';
import { fail, unsent, type Failure, type Outcome } from '../outcome';
import { brokenOff, notSent } from '../sending/refusals';
import type { Sender } from '../sending/sender';
import { groupByCall, sizeOf, type CallEntries, type Calls } from './calls';
import { exchangeBatch, inputsOf } from './exchangeBatch';
import {
	GuiltSearch,
	reasonOf,
	refusedWithSample,
	samplePositions,
	separate,
	UnanimousReasons,
} from './guiltSearch';
import { unsettled, type Entry } from './plan';
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
interface Batch<Input, Value> extends CallEntries<Input, Value> {
	/** What is known of the refused batch that this one is a part of. */
	readonly search?: GuiltSearch;
}

/**
 * Sends entries in as few requests as possible and gives each its outcome. A refused batch is taken
 * apart until the guilty inputs stand alone; one refused for its size lowers the size for the rest.
 */
export class Dispatch<Input, Value> {
	/** Batches still to be sent; the next one stands last. */
	private readonly stack: Array<Batch<Input, Value>> = [];
	private readonly sizes = new Map<string, number>();
	private readonly unanimous = new UnanimousReasons();
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
		const blocked = this.blockedBy(batch);
		if (blocked) return this.settleAll(batch.entries, unsent(blocked));
		if (batch.entries.length > this.sizeFor(batch.call)) return this.pushInSizes(batch);
		try {
			await this.sendBatch(batch);
		} catch (error) {
			this.broken(batch, brokenOff(error));
		}
	}

	private blockedBy({ key }: Batch<Input, Value>): Failure | undefined {
		return this.stopped ?? this.sender.closedBy(key);
	}

	/** Keeps the outcomes of other batches when this one throws, but sends nothing further. */
	private broken({ entries }: Batch<Input, Value>, failure: Failure): void {
		this.stopped ??= failure;
		const open = entries.filter(({ outcome }) => outcome === undefined);
		this.settleAll(open, { ...failure, state: 'unknown' });
	}

	private async sendBatch(batch: Batch<Input, Value>): Promise<void> {
		const { left, refusal } = await exchangeBatch(batch, {
			sender: this.sender,
			blockedBy: () => this.blockedBy(batch),
			settle: (entry, outcome) => this.settle(entry, outcome),
		});
		if (refusal) await this.refused({ ...batch, entries: left }, refusal);
		else if (left.length > 0) this.pushInSizes({ ...batch, entries: left });
	}

	private async refused(
		batch: Batch<Input, Value>,
		{ failure, reach, batchMaximum }: Refusal,
	): Promise<void> {
		const { call, entries, key } = batch;
		if (batchMaximum !== undefined) {
			this.sizes.set(call.name, Math.min(batchMaximum, this.sizeFor(call)));
			return this.pushInSizes(batch);
		}
		const isAboutInputs = reach === 'batch' || reach === 'everyInput';
		if (isAboutInputs && call.refused) {
			for (const entry of entries) this.settle(entry, call.refused(failure));
			return;
		}
		if (!isAboutInputs) return this.settleAll(entries, failure);
		const named = call.blamed(inputsOf(entries), failure);
		if (named.length > 0 && named.length < entries.length) {
			return this.push(batch, separate(entries, named));
		}
		if (named.length === 0 && call.concernsCall?.(failure)) this.sender.close(failure, key);
		else if (reach === 'batch' && named.length < entries.length && entries.length > 1) {
			return await this.searchGuilty(batch, failure);
		}
		if (entries.length === 1) batch.search?.note(failure);
		for (const entry of entries) {
			this.settle(entry, fail(ownReason(failure, call.idsOf?.(entry.input) ?? [])));
		}
	}

	/** Tries a sample of a refused batch alone, and then cuts the rest into parts or refuses it with the sample. */
	private async searchGuilty(batch: Batch<Input, Value>, failure: Failure): Promise<void> {
		const { entries, key, search = new GuiltSearch() } = batch;
		const isSampled = batch.search === undefined || search.suspectsMany(failure);
		const reason = isSampled ? await this.trySample({ ...batch, search }, failure) : undefined;
		const rest = unsettled(entries);
		if (reason) {
			this.unanimous.add(key, reason.failure);
			return this.settleAll(rest, refusedWithSample(reason.failure, reason.tried));
		}
		const parts = search.partsOf(failure, rest.length);
		this.push({ ...batch, search }, pack(rest, Math.ceil(rest.length / parts)));
	}

	/**
	 * Sends a few inputs from across a batch alone, one after the other, until one is not refused for
	 * the same reason as the first.
	 * @returns the reason where all were refused
	 */
	private async trySample(
		batch: Batch<Input, Value>,
		failure: Failure,
	): Promise<{ failure: Failure; tried: number } | undefined> {
		const { entries, key } = batch;
		const size = this.unanimous.sampleSize(key, failure, entries.length);
		let first: Failure | undefined;
		for (const position of samplePositions(entries.length, size)) {
			const entry = entries[position];
			await this.run({ ...batch, entries: [entry] });
			if (entry.outcome?.ok !== false || entry.outcome.failure.state !== 'refused')
				return undefined;
			first ??= entry.outcome.failure;
			if (reasonOf(entry.outcome.failure) !== reasonOf(first)) return undefined;
		}
		return first && { failure: first, tried: size };
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

	private pushInSizes(batch: Batch<Input, Value>): void {
		this.push(batch, pack(batch.entries, this.sizeFor(batch.call)));
	}

	/** Pushes one by one: as arguments, a hundred thousand batches would not fit on V8's stack. */
	private push(batch: Batch<Input, Value>, parts: ReadonlyArray<Array<Entry<Input, Value>>>): void {
		for (const entries of [...parts].reverse()) this.stack.push({ ...batch, entries });
	}
}
