import { associationTypeKey } from '../model/associationTypes';
import type { LimitRules } from './recordLimits';
import type { AssociatedRecord } from './associatedRecord';

/** A limit that one more association would exceed. */
export interface ReachedLimit {
	readonly maximum: number;
	/** How many associations of the record count towards the limit. */
	readonly present: number;
	/** The label that is limited; absent for the object limit. */
	readonly label?: string;
	/** Whether earlier rows of the run are among those present. */
	readonly includesRun: boolean;
}

interface Held {
	/** The keys of the labels of each associated record, by its id. */
	readonly labels: Map<string, readonly string[]>;
	/** How many associations have each label that is limited; made with the first one. */
	counts?: Map<string, number>;
	includesRun: boolean;
}

const NO_LABELS: readonly string[] = [];

/** What records are associated with in one direction, kept up to date as a run adds to it. */
export class AssociationLedger {
	private readonly records = new Map<string, Held>();

	constructor(readonly rules: LimitRules) {}

	has(recordId: string): boolean {
		return this.records.has(recordId);
	}

	/** Enters what HubSpot has for a record. */
	enter(recordId: string, associated: readonly AssociatedRecord[]): void {
		const held: Held = { labels: new Map(), includesRun: false };
		this.records.set(recordId, held);
		for (const { toId, types } of associated) {
			const labels = types.filter(({ label }) => label !== null).map(associationTypeKey);
			const present = held.labels.get(toId);
			this.setLabels(held, toId, present ? [...new Set([...present, ...labels])] : labels);
		}
	}

	/**
	 * Returns the first limit that the association would exceed. What the two records already have is not
	 * counted again: HubSpot enforces no limits on it.
	 * @param labels the keys of the labels to add; none adds an unlabeled association
	 */
	reachedBy(
		recordId: string,
		otherId: string,
		labels: readonly string[],
	): ReachedLimit | undefined {
		const { labels: held, counts, includesRun } = this.heldBy(recordId);
		const { object = Infinity } = this.rules;
		const present = held.get(otherId);
		if (present === undefined && held.size >= object) {
			return { maximum: object, present: held.size, includesRun };
		}
		for (const key of labels) {
			const limit = present?.includes(key) ? undefined : this.rules.labels.get(key);
			const count = counts?.get(key) ?? 0;
			if (limit && count >= limit.maximum) return { ...limit, present: count, includesRun };
		}
		return undefined;
	}

	/**
	 * Adds an association as HubSpot would.
	 * @param labels replace the existing ones; undefined leaves them
	 */
	add(recordId: string, otherId: string, labels: readonly string[] | undefined): void {
		const held = this.heldBy(recordId);
		held.includesRun = true;
		if (labels !== undefined) this.setLabels(held, otherId, labels);
		else if (!held.labels.has(otherId)) held.labels.set(otherId, NO_LABELS);
	}

	/** Removes an association, which makes room for others. */
	remove(recordId: string, otherId: string): void {
		const held = this.heldBy(recordId);
		this.setLabels(held, otherId, NO_LABELS);
		held.labels.delete(otherId);
	}

	private heldBy(recordId: string): Held {
		const held = this.records.get(recordId);
		if (held === undefined) throw new TypeError(`Record ${recordId} was never entered`);
		return held;
	}

	private setLabels(held: Held, otherId: string, wanted: readonly string[]): void {
		for (const key of held.labels.get(otherId) ?? NO_LABELS) this.count(held, key, -1);
		for (const key of wanted) this.count(held, key, 1);
		held.labels.set(otherId, wanted);
	}

	private count(held: Held, key: string, change: number): void {
		if (!this.rules.labels.has(key)) return;
		held.counts ??= new Map();
		held.counts.set(key, (held.counts.get(key) ?? 0) + change);
	}
}
