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

export function isSameType(one: AssociationType, other: AssociationType): boolean {
	return one.category === other.category && one.typeId === other.typeId;
}

/** Returns an association type as the node's parameters hold it: USER_DEFINED:279. */
export function associationTypeKey(type: AssociationType): string {
	return `${type.category}:${type.typeId}`;
}

/** Returns each input whose type is not among those present; undefined for the others. */
export function missingFrom<Input extends AssociationType>(
	present: readonly AssociationType[],
	inputs: readonly Input[],
): Array<Input | undefined> {
	const keys = new Set(present.map(associationTypeKey));
	return inputs.map((input) => (keys.has(associationTypeKey(input)) ? undefined : input));
}

/**
 * An association type as HubSpot's errors write it: "0-5" for category 0, type id 5. Only 0 is known
 * for certain (HUBSPOT_DEFINED, seen in recorded traffic).
 */
export interface OrdinalType {
	readonly isHubSpots: boolean;
	readonly typeId: number;
}

const ORDINAL_TYPE = /^(\d+)-(\d+)$/;

export function parseOrdinalType(text: string): OrdinalType | undefined {
	const match = ORDINAL_TYPE.exec(text);
	return match ? { isHubSpots: match[1] === '0', typeId: Number(match[2]) } : undefined;
}

export function mayBeOrdinal(type: AssociationType, { isHubSpots, typeId }: OrdinalType): boolean {
	return type.typeId === typeId && (type.category === 'HUBSPOT_DEFINED') === isHubSpots;
}

/** Whether a name with a category, such as "0-5" or "USER_DEFINED=5", may stand for this type. */
export function isNamed(type: AssociationType, name: string): boolean {
	const ordinal = parseOrdinalType(name);
	return ordinal ? mayBeOrdinal(type, ordinal) : name === `${type.category}=${type.typeId}`;
}
