import type { ObjectType } from './ObjectType';

/** In the order of the ordinals that HubSpot's messages use: "0-5" is HUBSPOT_DEFINED 5. */
export const ASSOCIATION_CATEGORIES = [
	'HUBSPOT_DEFINED',
	'USER_DEFINED',
	'INTEGRATOR_DEFINED',
	'WORK',
] as const;

export type AssociationCategory = (typeof ASSOCIATION_CATEGORIES)[number];

/**
 * A way in which a record of one type can be associated with a record of another, in one
 * direction. A definition between records of the same type that reads the same both ways is its own inverse.
 */
export interface AssociationDefinition {
	readonly category: AssociationCategory;
	readonly typeId: number;
	/** Internal name, shared by both directions. The labels calls never answer it; custom object schemas do. */
	readonly name: string;
	/** null: the unlabeled type. */
	label: string | null;
	readonly from: ObjectType;
	readonly to: ObjectType;
	inverse: AssociationDefinition;
}

export function typeKey(category: string, typeId: number): string {
	return `${category}:${typeId}`;
}

/** The form of a type in HubSpot's messages: category ordinal, hyphen, type id. */
export function ordinalType(category: string, typeId: number): string {
	return `${ASSOCIATION_CATEGORIES.findIndex((known) => known === category)}-${typeId}`;
}
