/** One kind of record: HubSpot's own (0-N) or the account's (2-N). */
export interface ObjectType {
	readonly objectTypeId: string;
	/** Singular, as HubSpot's messages have it: "No contact with ID 1 exists". */
	readonly name: string;
	readonly pluralName: string;
	readonly custom: boolean;
	/** `p<portal id>_<name>`; custom objects only. */
	readonly fullyQualifiedName?: string;
	readonly labels: { readonly singular: string; readonly plural: string };
	/** Properties that batch read accepts as `idProperty`. */
	readonly uniqueProperties: readonly string[];
}

export interface ObjectTypeOptions {
	objectTypeId?: string;
	name: string;
	pluralName?: string;
	labels?: { singular: string; plural: string };
	uniqueProperties?: readonly string[];
}

/**
 * HubSpot's own object types: id, singular, plural, unique properties. Ids from HubSpot's guide, names
 * from the paths of its OpenAPI documents and clients.
 */
const STANDARD: ReadonlyArray<readonly [string, string, string, ...uniqueProperties: string[]]> = [
	['0-1', 'contact', 'contacts', 'email'],
	['0-2', 'company', 'companies'],
	['0-3', 'deal', 'deals'],
	['0-5', 'ticket', 'tickets'],
	['0-7', 'product', 'products'],
	['0-8', 'line_item', 'line_items'],
	['0-14', 'quote', 'quotes'],
	['0-27', 'task', 'tasks'],
	['0-46', 'note', 'notes'],
	['0-47', 'meeting', 'meetings'],
	['0-48', 'call', 'calls'],
	['0-49', 'email', 'emails'],
	['0-53', 'invoice', 'invoices'],
	['0-69', 'subscription', 'subscriptions'],
	['0-101', 'commerce_payment', 'commerce_payments'],
	['0-123', 'order', 'orders'],
	['0-136', 'lead', 'leads'],
	['0-142', 'cart', 'carts'],
	['0-162', 'service', 'services'],
	['0-410', 'course', 'courses'],
	['0-420', 'listing', 'listings'],
	['0-421', 'appointment', 'appointments'],
	['0-970', 'project', 'projects'],
];

export function standardObjectTypes(): ObjectType[] {
	return STANDARD.map(([objectTypeId, name, pluralName, ...uniqueProperties]) => ({
		objectTypeId,
		name,
		pluralName,
		custom: false,
		labels: { singular: titleCase(name), plural: titleCase(pluralName) },
		uniqueProperties,
	}));
}

export function customObjectType(
	portalId: number,
	objectTypeId: string,
	options: ObjectTypeOptions,
): ObjectType {
	const pluralName = options.pluralName ?? options.name;
	return {
		objectTypeId,
		name: options.name,
		pluralName,
		custom: true,
		fullyQualifiedName: `p${portalId}_${options.name}`,
		labels: options.labels ?? { singular: titleCase(options.name), plural: titleCase(pluralName) },
		uniqueProperties: options.uniqueProperties ?? [],
	};
}

function titleCase(name: string): string {
	return name.replace(/(^|_)([a-z])/g, (_, gap: string, letter: string) =>
		gap ? ` ${letter.toUpperCase()}` : letter.toUpperCase(),
	);
}
