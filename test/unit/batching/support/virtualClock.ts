/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { Clock } from '../../../../nodes/HubSpotAssociations/sending/clock';

interface Sleeper {
	readonly wakesAt: number;
	wake(): void;
}

/** Time that passes only when everything waits, so that hours of waiting take no time and every run is the same. */
export class VirtualClock implements Clock {
	private time: number;
	private dateAhead = 0;
	private cancelsAt = Infinity;
	private sleepers: Sleeper[] = [];

	/** @param random what `random()` gives each time */
	constructor(
		startsAt = 0,
		readonly random: () => number = () => 0,
	) {
		this.time = startsAt;
	}

	now(): number {
		return this.time;
	}

	date(): number {
		return this.time + this.dateAhead;
	}

	/** Sets the date, as a person or a time server does: forward, or back with a number below 0. */
	setDate(milliseconds: number): void {
		this.dateAhead += milliseconds;
	}

	isCancelled(): boolean {
		return this.time >= this.cancelsAt;
	}

	cancelAt(time: number): void {
		this.cancelsAt = time;
	}

	async sleep(milliseconds: number): Promise<void> {
		if (this.isCancelled()) return;
		await this.pass(Math.min(milliseconds, this.cancelsAt - this.time));
	}

	/** Waits whether or not the execution is cancelled, as a server does. */
	async pass(milliseconds: number): Promise<void> {
		const wakesAt = this.time + Math.max(0, milliseconds);
		await new Promise<void>((wake) => this.sleepers.push({ wakesAt, wake }));
	}

	/** Lets time pass until the work is done. */
	async run<T>(work: Promise<T>): Promise<T> {
		let isDone = false;
		const done = work.finally(() => (isDone = true));
		done.catch(() => undefined);
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (isDone) return await done;
			this.wakeNext();
		}
	}

	private wakeNext(): void {
		if (this.sleepers.length === 0) throw new Error('The work waits for something other than time');
		this.sleepers.sort((a, b) => a.wakesAt - b.wakesAt);
		const next = this.sleepers.shift();
		this.time = Math.max(this.time, next?.wakesAt ?? this.time);
		next?.wake();
	}
}
