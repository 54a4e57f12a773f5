/** An object type as the user wrote it, and what identifies it in any spelling. */
export interface ObjectType {
	/** As the user wrote it, an id without leading zeros; this is what goes into paths. */
	readonly spelling: string;
	/** The type id where it is known, otherwise the spelling: the same key is the same object. */
	readonly key: string;
	/** HubSpot's type id such as 0-1 or 2-123, where the spelling gives it. */
	readonly id?: string;
	/** The name that the account gave a custom object: car for p123_car and p_car. */
	readonly customName?: string;
}

/** The direction matters to HubSpot: labels, limits and type ids belong to from → to. */
export interface ObjectPair {
	readonly from: ObjectType;
	readonly to: ObjectType;
}

export interface StandardObject {
	readonly id: string;
	/** The name in HubSpot's API and record URLs; one of the accepted spellings. */
	readonly name: string;
	readonly singular: string;
	readonly displayName: string;
}

/**
 * HubSpot's own objects. Sources: the ids are from "Understanding the CRM" in HubSpot's developer
 * documentation, the names from the paths of HubSpot's OpenAPI documents and clients. Names that no
 * source ties to an id, such as payments or lineitems, are left out: HubSpot is asked about them.
 */
export const STANDARD_OBJECTS: readonly StandardObject[] = [
	standard('0-421', 'appointments', 'appointment', 'Appointments'),
	standard('0-48', 'calls', 'call', 'Calls'),
	standard('0-142', 'carts', 'cart', 'Carts'),
	standard('0-2', 'companies', 'company', 'Companies'),
	standard('0-1', 'contacts', 'contact', 'Contacts'),
	standard('0-410', 'courses', 'course', 'Courses'),
	standard('0-3', 'deals', 'deal', 'Deals'),
	standard('0-49', 'emails', 'email', 'Emails'),
	standard('0-53', 'invoices', 'invoice', 'Invoices'),
	standard('0-136', 'leads', 'lead', 'Leads'),
	standard('0-8', 'line_items', 'line_item', 'Line Items'),
	standard('0-420', 'listings', 'listing', 'Listings'),
	standard('0-47', 'meetings', 'meeting', 'Meetings'),
	standard('0-46', 'notes', 'note', 'Notes'),
	standard('0-123', 'orders', 'order', 'Orders'),
	standard('0-101', 'commerce_payments', 'commerce_payment', 'Payments'),
	standard('0-7', 'products', 'product', 'Products'),
	standard('0-970', 'projects', 'project', 'Projects'),
	standard('0-14', 'quotes', 'quote', 'Quotes'),
	standard('0-162', 'services', 'service', 'Services'),
	standard('0-69', 'subscriptions', 'subscription', 'Subscriptions'),
	standard('0-27', 'tasks', 'task', 'Tasks'),
	standard('0-5', 'tickets', 'ticket', 'Tickets'),
];

/** Contacts, companies, deals and tickets: what most people associate. */
export const USUAL_OBJECTS: readonly string[] = ['0-1', '0-2', '0-3', '0-5'];

function standard(id: string, name: string, singular: string, displayName: string): StandardObject {
	return { id, name, singular, displayName };
}

const BY_SPELLING = new Map(
	STANDARD_OBJECTS.flatMap((object) =>
		[object.id, object.name, object.singular].map((spelling) => [spelling, object] as const),
	),
);

/** What is safe in a path: nothing that could lead to another one, and no longer than a path can be. */
const ALLOWED_SPELLING = /^[A-Za-z0-9_-]{1,255}$/;

const TYPE_ID = /^0*(\d+)-0*(\d+)$/;

/**
 * The full name of a custom object, p{account}_{name}, and its short form, p_{name}. Beside the type
 * id these are its only spellings. Source: HubSpot's developer changelog, "Removed Support for
 * Referencing Custom Object Types by Base Name".
 */
const CUSTOM_NAME = /^p\d*_(.+)$/i;

/** Returns the standard object of an id, a plural or a singular name; undefined for any other. */
export function findStandardObject(spelling: string): StandardObject | undefined {
	return BY_SPELLING.get(spelling.toLowerCase());
}

/**
 * Reads an object type such as contacts, 0-1, 2-123 or p123_car.
 * @returns undefined when it has a character that no object type has
 */
export function parseObjectType(spelling: string): ObjectType | undefined {
	if (!ALLOWED_SPELLING.test(spelling)) return undefined;
	const digits = TYPE_ID.exec(spelling);
	if (digits) {
		const id = `${digits[1]}-${digits[2]}`;
		return { spelling: id, key: id, id };
	}
	const id = findStandardObject(spelling)?.id;
	if (id !== undefined) return { spelling, key: id, id };
	return { spelling, key: spelling, customName: CUSTOM_NAME.exec(spelling)?.[1].toLowerCase() };
}

/** Returns the key of a pair, which is made once because every row asks for it. */
const PAIR_KEYS = new WeakMap<ObjectPair, string>();

export function pairKey(pair: ObjectPair): string {
	const known = PAIR_KEYS.get(pair);
	if (known !== undefined) return known;
	const key = `${pair.from.key}>${pair.to.key}`;
	PAIR_KEYS.set(pair, key);
	return key;
}

/**
 * Whether HubSpot defined both objects. The unlabeled (default) call serves these only:
 * for a pair with a custom object HubSpot requires the pair's own unlabeled type.
 */
export function isStandardPair({ from, to }: ObjectPair): boolean {
	return isStandard(from) && isStandard(to);
}

function isStandard({ id }: ObjectType): boolean {
	return id?.startsWith('0-') ?? false;
}

/**
 * Whether two spellings may name one object. Two ids never do, and neither do a custom object's name
 * and one of HubSpot's objects; an unknown name may be any object.
 */
export function mayBeOneObject(one: ObjectType, other: ObjectType): boolean {
	if (one.key === other.key) return true;
	if (isUnknown(one) || isUnknown(other)) return true;
	if (one.customName !== undefined && other.customName !== undefined) {
		return one.customName === other.customName;
	}
	const areIds = one.id !== undefined && other.id !== undefined;
	return !areIds && !isStandard(one) && !isStandard(other);
}

function isUnknown({ id, customName }: ObjectType): boolean {
	return id === undefined && customName === undefined;
}

/** Describes a pair in messages: "contacts → companies". */
export function describePair(pair: ObjectPair): string {
	return `${describeObjectType(pair.from)} → ${describeObjectType(pair.to)}`;
}

export function describeObjectType(type: ObjectType): string {
	return findStandardObject(type.key)?.name ?? type.spelling;
}

/** The two objects as items show them. A type alias, so that it counts as n8n's JSON. */
export type ObjectNames = {
	readonly fromObjectType: string;
	readonly toObjectType: string;
	readonly fromObjectTypeId: string;
	readonly toObjectTypeId: string;
};

/** Names both objects by name and by type id. What the spelling does not give is shown as it is spelled. */
export function objectNames({ from, to }: ObjectPair): ObjectNames {
	return {
		fromObjectType: describeObjectType(from),
		toObjectType: describeObjectType(to),
		fromObjectTypeId: from.id ?? from.spelling,
		toObjectTypeId: to.id ?? to.spelling,
	};
}
