import { idOf, isObject, objectsIn, textOf } from '../../json';
import { groupBy } from '../../lists';
import { findType, labelIn, type AssociationLabel } from '../labels/labels';

/** An associated record and its association types; the unlabeled one has label null. */
export interface AssociatedRecord {
	readonly toId: string;
	readonly types: readonly AssociationLabel[];
	/**
	 * Labels listed without a category or type id that can be read, by their text; null where that cannot be read
	 * either. A live account has been seen to list types without a category.
	 */
	readonly unreadable?: ReadonlyArray<string | null>;
}

/** Takes `id` as well, where HubSpot's version 3 has been seen to put the associated record. */
export function associatedIn(to: unknown, typesIn: ReadTypes): AssociatedRecord[] {
	const associated: AssociatedRecord[] = [];
	for (const { toObjectId, id, associationTypes } of objectsIn(to)) {
		const toId = idOf(toObjectId ?? id);
		if (toId !== undefined) associated.push(typesIn(toId, associationTypes));
	}
	return associated;
}

/** Joins the types of a record that is listed twice. */
export function eachOnce(associated: AssociatedRecord[]): AssociatedRecord[] {
	if (associated.length < 2) return associated;
	if (new Set(associated.map(({ toId }) => toId)).size === associated.length) return associated;
	return [...groupBy(associated, ({ toId }) => toId).values()].map((same) =>
		same.reduce(joinTypes),
	);
}

/** Joins what two pages or two results say about one associated record. */
export function joinTypes(present: AssociatedRecord, added: AssociatedRecord): AssociatedRecord {
	const further = added.types.filter((type) => !findType(present.types, type));
	const unreadable = [...(present.unreadable ?? []), ...(added.unreadable ?? [])];
	return {
		...present,
		types: [...present.types, ...further],
		...(unreadable.length > 0 ? { unreadable } : {}),
	};
}

/** Reads an associated record with its types. */
export type ReadTypes = (toId: string, associationTypes: unknown) => AssociatedRecord;

/**
 * Makes a reader of an associated record with its types. Most have the same types, whose list is made once:
 * records can number in the millions. An unreadable unlabeled type does no harm: only labels are sent again.
 */
export function createTypesReader(): ReadTypes {
	let known: readonly AssociationLabel[] = [];
	return (toId, associationTypes) => {
		const listed: unknown[] = Array.isArray(associationTypes) ? associationTypes : [undefined];
		if (isListOf(known, listed)) return { toId, types: known };
		const types: AssociationLabel[] = [];
		const unreadable: Array<string | null> = [];
		for (const one of listed) {
			const type = isObject(one) ? labelIn(one) : undefined;
			if (type) types.push(type);
			else if (!isObject(one)) unreadable.push(null);
			else if (one.label !== null) unreadable.push(textOf(one.label) ?? null);
		}
		if (unreadable.length > 0) return { toId, types, unreadable };
		known = types;
		return { toId, types };
	};
}

/** Whether HubSpot lists exactly these types, in this order. */
function isListOf(types: readonly AssociationLabel[], listed: readonly unknown[]): boolean {
	return (
		types.length === listed.length &&
		types.every(({ category, typeId, label }, index) => {
			const one = listed[index];
			if (!isObject(one)) return false;
			return one.typeId === typeId && one.category === category && one.label === label;
		})
	);
}
