import type { AssociationDefinition } from './AssociationDefinition';
import type { AssociationDefinitions } from './AssociationDefinitions';
import type { AssociationStore, Labels } from './AssociationStore';

/** A limit that an association about to be made would exceed. */
export interface ExceededLimit {
	definition: AssociationDefinition;
	recordId: string;
	maximum: number;
}

/**
 * The limits of the account. A limit belongs to one definition, and so to one direction; a
 * definition that is its own inverse has one limit for both ends. The limit of the unlabeled type
 * counts every association of a record (object limit), that of a label those with the label (label limit).
 */
export class Limits {
	private readonly maximums = new Map<AssociationDefinition, number>();

	constructor(
		private readonly definitions: AssociationDefinitions,
		private readonly store: AssociationStore,
	) {}

	get(definition: AssociationDefinition): number | undefined {
		return this.maximums.get(definition);
	}

	set(definition: AssociationDefinition, maximum: number): void {
		this.maximums.set(definition, maximum);
	}

	delete(definition: AssociationDefinition): void {
		this.maximums.delete(definition);
	}

	entries(): Array<[AssociationDefinition, number]> {
		return [...this.maximums];
	}

	/** HubSpot's rule that a label limit must not exceed the object limit: the other limit that `maximum` would break. */
	conflictOf(definition: AssociationDefinition, maximum: number): ExceededLimit | undefined {
		const { unlabeled, byKey } = this.definitions.pair(definition.from, definition.to);
		const objectMaximum = this.maximums.get(unlabeled);
		if (definition !== unlabeled) {
			const broken = objectMaximum !== undefined && maximum > objectMaximum;
			return broken ? { definition: unlabeled, recordId: '', maximum: objectMaximum } : undefined;
		}
		for (const label of byKey.values()) {
			const labelMaximum = label === unlabeled ? undefined : this.maximums.get(label);
			if (labelMaximum !== undefined && labelMaximum > maximum) {
				return { definition: label, recordId: '', maximum: labelMaximum };
			}
		}
		return undefined;
	}

	/**
	 * The first limit, at either end, that would be exceeded. What the pair has already is never
	 * counted again: HubSpot does not enforce a limit on associations that exist.
	 */
	exceededBy(
		unlabeled: AssociationDefinition,
		fromId: string,
		toId: string,
		present: Labels | undefined,
		wanted: Labels,
	): ExceededLimit | undefined {
		if (this.maximums.size === 0) return undefined;
		const added = wanted.filter((label) => !present?.includes(label));
		for (const definition of present ? added : [unlabeled, ...added]) {
			const exceeded =
				this.exceededAt(definition, fromId) ?? this.exceededAt(definition.inverse, toId);
			if (exceeded) return exceeded;
		}
		return undefined;
	}

	private exceededAt(
		definition: AssociationDefinition,
		recordId: string,
	): ExceededLimit | undefined {
		const maximum = this.maximums.get(definition);
		if (maximum === undefined || this.count(definition, recordId) < maximum) return undefined;
		return { definition, recordId, maximum };
	}

	private count(definition: AssociationDefinition, recordId: string): number {
		const associated = this.store.of(definition.from, definition.to, recordId);
		if (definition.label === null) return associated.size;
		let count = 0;
		for (const labels of associated.values()) if (labels.includes(definition)) count++;
		return count;
	}
}
