import type { AssociationDefinition } from './AssociationDefinition';
import type { ObjectType } from './ObjectType';

/** The labels of one association as read from one end; empty: unlabeled only. */
export type Labels = readonly AssociationDefinition[];

export const UNLABELED: Labels = [];

/** The associated records of every record that has any, by id. */
type Associated = Map<string, Map<string, Labels>>;

interface Direction {
	readonly from: ObjectType;
	readonly to: ObjectType;
	readonly records: Associated;
}

const NONE: ReadonlyMap<string, Labels> = new Map();

/** Which records are associated, kept for both ends so that either can be read. Knows no rules. */
export class AssociationStore {
	private readonly byKey = new Map<string, Direction>();

	/** The records associated with one record, by id, in the order in which they were associated. */
	of(from: ObjectType, to: ObjectType, fromId: string): ReadonlyMap<string, Labels> {
		return this.direction(from, to).get(fromId) ?? NONE;
	}

	/** Every record of `from` that has an association with a record of `to`. */
	all(from: ObjectType, to: ObjectType): ReadonlyMap<string, ReadonlyMap<string, Labels>> {
		return this.direction(from, to);
	}

	/** Every direction in which records have been associated. */
	directions(): Direction[] {
		return [...this.byKey.values()];
	}

	set(from: ObjectType, to: ObjectType, fromId: string, toId: string, labels: Labels): void {
		put(this.direction(from, to), fromId, toId, labels);
		const inverse = labels.length === 0 ? UNLABELED : labels.map((label) => label.inverse);
		put(this.direction(to, from), toId, fromId, inverse);
	}

	delete(from: ObjectType, to: ObjectType, fromId: string, toId: string): void {
		this.direction(from, to).get(fromId)?.delete(toId);
		this.direction(to, from).get(toId)?.delete(fromId);
	}

	/** Takes a deleted label off every association that has it. */
	forget(definition: AssociationDefinition): void {
		for (const [fromId, associated] of this.direction(definition.from, definition.to)) {
			for (const [toId, labels] of associated) {
				if (!labels.includes(definition)) continue;
				const rest = labels.filter((label) => label !== definition);
				this.set(definition.from, definition.to, fromId, toId, rest);
			}
		}
	}

	private direction(from: ObjectType, to: ObjectType): Associated {
		const key = `${from.objectTypeId}>${to.objectTypeId}`;
		let direction = this.byKey.get(key);
		if (!direction) {
			direction = { from, to, records: new Map() };
			this.byKey.set(key, direction);
		}
		return direction.records;
	}
}

function put(records: Associated, fromId: string, toId: string, labels: Labels): void {
	const associated = records.get(fromId);
	if (associated) associated.set(toId, labels);
	else records.set(fromId, new Map([[toId, labels]]));
}
