/** Who defined an association type. Source: HubSpot's OpenAPI documents. */
export const ASSOCIATION_CATEGORIES = [
	'HUBSPOT_DEFINED',
	'INTEGRATOR_DEFINED',
	'USER_DEFINED',
	'WORK',
] as const;

export type AssociationCategory = (typeof ASSOCIATION_CATEGORIES)[number];

/**
 * Names one association type of a pair. A type id alone is not unique: HUBSPOT_DEFINED 279 and
 * USER_DEFINED 279 can exist in one account.
 */
export interface AssociationType {
	readonly category: AssociationCategory;
	readonly typeId: number;
}

/** Type ids and maximums are int32 in HubSpot's OpenAPI documents. */
export const INT32_MAX = 2_147_483_647;

export function isAssociationCategory(value: unknown): value is AssociationCategory {
	return ASSOCIATION_CATEGORIES.some((category) => category === value);
}

/** The form in which the node's parameters hold an association type: USER_DEFINED:279. */
export function associationTypeKey(type: AssociationType): string {
	return `${type.category}:${type.typeId}`;
}
