import { idOf, isObject, objectsIn, textOf, type JsonObject } from '../../json';
import { pathOfSchema } from '../api/endpoints';
import type { Read } from '../api/read';
import { isSameType } from '../model/associationTypes';
import type { ObjectPair } from '../model/objectTypes';
import type { AssociationLabel } from './labels';

/** An association type as the schema of an object lists it: the only place that gives its internal name. */
export interface NamedType {
	readonly typeId: number;
	readonly fromId: string;
	readonly toId: string;
	/** Shared by both sides of a label. */
	readonly name: string;
}

/** GET …/schemas/{from}: the association types of an object in both directions, new labels some minutes late. */
export const NAMED_TYPES: Read<NamedType[], Pick<ObjectPair, 'from'>> = {
	request: (version, { from }) => ({
		method: 'GET',
		path: pathOfSchema(version, from),
		listName: 'associations',
	}),
	parse: ({ body }) => (isObject(body) ? namedTypesIn(body) : []),
};

/** Reads the association types in a schema, by itself or in the list of all custom objects. */
export function namedTypesIn({ associations }: JsonObject): NamedType[] {
	return objectsIn(associations).flatMap((association) => {
		const typeId = Number(idOf(association.id));
		const [fromId, toId] = [association.fromObjectTypeId, association.toObjectTypeId].map(idOf);
		const name = textOf(association.name);
		return fromId && toId && name ? [{ typeId, fromId, toId, name }] : [];
	});
}

/**
 * Finds the type that a label has from the other object. HubSpot lists the labels of each direction, but
 * not which belong together: one that reads alike does, and so do the only two that do not.
 * @param reverse the types of the other direction; the same ones for two records of one object
 * @returns the type itself where it is alone; undefined where the labels leave it open
 */
export function otherSideOf(
	type: AssociationLabel,
	{ from, to }: ObjectPair,
	forward: readonly AssociationLabel[],
	reverse: readonly AssociationLabel[],
): AssociationLabel | undefined {
	const [own, others] = [forward.filter(isOwnLabel), reverse.filter(isOwnLabel)];
	if (from.key === to.key) return own.length === 1 ? own[0] : undefined;
	const alike = others.filter(({ label }) => label === type.label);
	if (alike.length > 0) return alike.length === 1 ? alike[0] : undefined;
	const [open, othersOpen] = [withoutTexts(own, others), withoutTexts(others, own)];
	return open.length === 1 && othersOpen.length === 1 ? othersOpen[0] : undefined;
}

/** The same by the internal names, which both sides share. */
export function otherSideByName(
	type: AssociationLabel,
	{ from, to }: ObjectPair,
	reverse: readonly AssociationLabel[],
	named: readonly NamedType[],
): AssociationLabel | undefined {
	const isOneObject = from.key === to.key;
	const self = named.filter(
		({ typeId, fromId, toId }) =>
			typeId === type.typeId && fromId === (from.id ?? fromId) && toId === (to.id ?? toId),
	);
	if (self.length !== 1) return undefined;
	const [{ name, fromId, toId }] = self;
	const found = reverse.filter(
		(other) =>
			isOwnLabel(other) &&
			!(isOneObject && isSameType(other, type)) &&
			named.some(
				(one) =>
					one.typeId === other.typeId &&
					one.name === name &&
					one.fromId === toId &&
					one.toId === fromId,
			),
	);
	if (found.length === 0 && isOneObject) return type;
	return found.length === 1 ? found[0] : undefined;
}

function isOwnLabel({ category, label }: AssociationLabel): boolean {
	return category === 'USER_DEFINED' && label !== null;
}

function withoutTexts(
	labels: readonly AssociationLabel[],
	others: readonly AssociationLabel[],
): AssociationLabel[] {
	return labels.filter(({ label }) => !others.some((other) => other.label === label));
}
