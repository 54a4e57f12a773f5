/** An object type as the user spelled it, and what identifies it however it is spelled. */
export interface ObjectType {
	/** As the user wrote it; this is what goes into paths. */
	readonly spelling: string;
	/** HubSpot's type id such as 0-1 where it is known, otherwise the name in lower case. */
	readonly key: string;
}

/** The direction matters to HubSpot: labels, limits and type ids belong to from → to. */
export interface ObjectPair {
	readonly from: ObjectType;
	readonly to: ObjectType;
}

export interface StandardObject {
	readonly id: string;
	/** The name HubSpot's API and record URLs use; it is one of the spellings that are understood. */
	readonly name: string;
	readonly singular: string;
	readonly displayName: string;
}

/** HubSpot's own objects. Source: HubSpot's developer documentation, "Understanding the CRM". */
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
	standard('0-101', 'payments', 'payment', 'Payments'),
	standard('0-7', 'products', 'product', 'Products'),
	standard('0-970', 'projects', 'project', 'Projects'),
	standard('0-14', 'quotes', 'quote', 'Quotes'),
	standard('0-162', 'services', 'service', 'Services'),
	standard('0-69', 'subscriptions', 'subscription', 'Subscriptions'),
	standard('0-27', 'tasks', 'task', 'Tasks'),
	standard('0-5', 'tickets', 'ticket', 'Tickets'),
];

function standard(id: string, name: string, singular: string, displayName: string): StandardObject {
	return { id, name, singular, displayName };
}

const BY_SPELLING = new Map(
	STANDARD_OBJECTS.flatMap((object) =>
		[object.id, object.name, object.singular].map((spelling) => [spelling, object] as const),
	),
);

/** What may stand in a path: nothing that could lead to another one, and not more than a path can hold. */
const ALLOWED_SPELLING = /^[A-Za-z0-9_-]{1,255}$/;

const TYPE_ID = /^\d+-\d+$/;

/** The standard object that is meant by an id, a plural or a singular name; undefined for a custom object. */
export function findStandardObject(spelling: string): StandardObject | undefined {
	return BY_SPELLING.get(spelling.toLowerCase());
}

/**
 * Reads an object type such as contacts, 0-1, 2-123 or p123_car.
 * @returns undefined when it has a character that no object type has
 */
export function parseObjectType(spelling: string): ObjectType | undefined {
	if (!ALLOWED_SPELLING.test(spelling)) return undefined;
	return { spelling, key: findStandardObject(spelling)?.id ?? spelling.toLowerCase() };
}

/** A pair is asked for its key by every row, so it is made once. */
const PAIR_KEYS = new WeakMap<ObjectPair, string>();

export function pairKey(pair: ObjectPair): string {
	const known = PAIR_KEYS.get(pair);
	if (known !== undefined) return known;
	const key = `${pair.from.key}>${pair.to.key}`;
	PAIR_KEYS.set(pair, key);
	return key;
}

/** The type id such as 0-1 or 2-123, where the type is not known by its name alone. */
export function typeIdOf(type: ObjectType): string | undefined {
	return TYPE_ID.test(type.key) ? type.key : undefined;
}

/**
 * Whether HubSpot defined both objects. The unlabeled (default) call serves these only:
 * for a pair with a custom object HubSpot wants the pair's own type without a label.
 */
export function isStandardPair(pair: ObjectPair): boolean {
	return pair.from.key.startsWith('0-') && pair.to.key.startsWith('0-');
}

/**
 * Whether two spellings may name one object that this node does not know, as a custom object: its
 * type id 2-N says nothing of its name, and HubSpot knows it by more than one name.
 */
export function mayBeOneObject(one: ObjectType, other: ObjectType): boolean {
	if (one.key === other.key) return true;
	const isKnown = [one, other].some(({ key }) => findStandardObject(key) !== undefined);
	const areTypeIds = typeIdOf(one) !== undefined && typeIdOf(other) !== undefined;
	return !isKnown && !areTypeIds;
}

/** For messages: "contacts → companies". */
export function describePair(pair: ObjectPair): string {
	return `${describeObjectType(pair.from)} → ${describeObjectType(pair.to)}`;
}

export function describeObjectType(type: ObjectType): string {
	return findStandardObject(type.key)?.name ?? type.spelling;
}
