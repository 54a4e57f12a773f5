import type { AssociationInput } from '../../hubspot/associations/associations';
import {
	associationTypeKey,
	isSameType,
	type AssociationType,
} from '../../hubspot/model/associationTypes';
import { invalid, succeed, type Outcome } from '../../outcome';
import { remembering } from '../../lists';
import { findUnlabeledType, type LabelReference } from '../../hubspot/labels/labels';
import { describePair, pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import type { AssociationRow, RecordRow } from '../../input/rows/associationRows';
import { DISPLAY_NAMES } from '../../input/displayNames';
import { readLabelsFor, resolveReference, type LabelsByPair } from '../run/labelLookup';
import type { Session } from '../run/session';

/** What one item says about an association, its labels resolved. */
export interface TypedRow extends RecordRow {
	readonly types: readonly AssociationType[];
}

type Types = Outcome<readonly AssociationType[]>;

/**
 * Turns the labels of every row into association types. Reads the labels of a pair only where a row
 * names one by its name or bare type id, or is unlabeled between custom objects.
 */
export async function resolveTypes(
	session: Session,
	rows: ReadonlyArray<Outcome<AssociationRow>>,
): Promise<Array<Outcome<TypedRow>>> {
	const labels = await readLabelsFor(session, rows, ({ types }) => types === undefined);
	const typesOf = remembering((pair: ObjectPair) =>
		remembering((references: readonly LabelReference[]) => typesIn(references, pair, labels)),
	);
	return rows.map((row) => {
		if (!row.ok || hasTypes(row)) return row;
		const { pair, fromId, toId } = row.value;
		const types = typesOf(pair)(row.value.labels);
		return types.ok ? succeed({ pair, fromId, toId, types: types.value }) : types;
	});
}

/** Joins the rows of the same two records into one input with all their types. */
export function withTypesOfBoth(
	present: AssociationInput,
	added: AssociationInput,
): Outcome<AssociationInput> {
	return succeed(withTypes(present, typesOfBoth(present.types, added.types)));
}

/** Returns the input itself where it already has these types. */
export function withTypes(
	input: AssociationInput,
	types: readonly AssociationType[],
): AssociationInput {
	return types === input.types ? input : { ...input, types };
}

/** Adds types to others; returns the same list where it already has them all. */
export function typesOfBoth(
	present: readonly AssociationType[],
	added: readonly AssociationType[],
): readonly AssociationType[] {
	if (present === added) return present;
	const missing = added.filter((type) => !present.some((one) => isSameType(one, type)));
	return missing.length === 0 ? present : [...present, ...missing];
}

/** Rows can number in the millions, so a row that already carries its types becomes the input unchanged. */
function hasTypes(row: {
	readonly ok: true;
	readonly value: AssociationRow;
}): row is { readonly ok: true; readonly value: AssociationRow & TypedRow } {
	return row.value.types !== undefined;
}

function typesIn(
	references: readonly LabelReference[],
	pair: ObjectPair,
	labels: LabelsByPair,
): Types {
	if (references.length === 0) return unlabeledTypeOf(pair, labels);
	const types = new Map<string, AssociationType>();
	for (const reference of references) {
		const type = resolveReference(reference, pair, labels, DISPLAY_NAMES.labels);
		if (!type.ok) return type;
		const { category, typeId } = type.value;
		types.set(associationTypeKey(type.value), { category, typeId });
	}
	return succeed([...types.values()]);
}

function unlabeledTypeOf(pair: ObjectPair, labels: LabelsByPair): Types {
	const known = labels.get(pairKey(pair));
	if (known === undefined || !known.ok) return known ?? succeed([]);
	const type = findUnlabeledType(known.value);
	if (type) return succeed([{ category: type.category, typeId: type.typeId }]);
	return invalid(
		`HubSpot has no unlabeled association type for ${describePair(pair)}`,
		`Pick a label in '${DISPLAY_NAMES.labels}'.`,
	);
}
