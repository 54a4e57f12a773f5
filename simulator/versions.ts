export type Root =
	| 'definitions'
	| 'records'
	| 'singleRecords'
	| 'usage'
	| 'schemas'
	| 'objects'
	| 'accountInfo'
	| 'oauth';

/** One API version of HubSpot: where its calls stand and how it answers a removal. */
export interface ApiVersion {
	readonly name: string;
	readonly roots: Record<Root, readonly string[]>;
	/** Status of archive, labels/archive and purge: v4 has no body, the dated versions send a batch. */
	readonly removalStatus: 200 | 204;
	/** Whether writing associations takes the user's permission 'Edit Associations', as from 2026-09 on. */
	readonly checksPermissions: boolean;
}

function dated(name: string, checksPermissions: boolean): ApiVersion {
	return {
		name,
		roots: {
			definitions: [`/crm/associations/${name}`],
			records: [`/crm/associations/${name}`],
			singleRecords: [`/crm/objects/${name}`],
			usage: [`/crm/limits/${name}`],
			schemas: [`/crm-object-schemas/${name}`],
			objects: [`/crm/objects/${name}`],
			accountInfo: [`/account-info/${name}`],
			oauth: [`/oauth/${name}`],
		},
		removalStatus: 200,
		checksPermissions,
	};
}

/**
 * Paths as HubSpot's OpenAPI documents have them. v4 keeps its definitions and its records under
 * two different roots; HubSpot's Node client still sends the definitions to the older one.
 */
export const V4: ApiVersion = {
	name: 'v4',
	roots: {
		definitions: ['/crm/associations/v4', '/crm/v4/associations'],
		records: ['/crm/v4/associations'],
		singleRecords: ['/crm/v4/objects'],
		usage: ['/crm/v3/limits'],
		schemas: ['/crm-object-schemas/v3'],
		objects: ['/crm/v3/objects'],
		accountInfo: ['/account-info/v3'],
		oauth: ['/oauth/v1'],
	},
	removalStatus: 204,
	checksPermissions: false,
};

export const VERSIONS: readonly ApiVersion[] = [
	V4,
	dated('2026-03', false),
	dated('2026-09', true),
];
