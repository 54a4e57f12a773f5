/**
 * The paths of the calls in each version of HubSpot's API.
 * Source: HubSpot's OpenAPI documents. v4 keeps the definitions (labels, limits) under
 * /crm/associations/v4 but the record calls under /crm/v4/associations.
 */
interface ApiRoots {
	readonly definitions: string;
	readonly records: string;
	readonly usage: string;
	readonly schemas: string;
	readonly objects: string;
}

function datedRoots(version: string): ApiRoots {
	return {
		definitions: `/crm/associations/${version}`,
		records: `/crm/associations/${version}`,
		usage: `/crm/limits/${version}/associations`,
		schemas: `/crm-object-schemas/${version}/schemas`,
		objects: `/crm/objects/${version}`,
	};
}

/** HubSpot releases a dated version each March and September; adding one takes one line here. */
export const API_ROOTS = {
	'2026-03': datedRoots('2026-03'),
	'2026-09': datedRoots('2026-09'),
	v4: {
		definitions: '/crm/associations/v4',
		records: '/crm/v4/associations',
		usage: '/crm/v3/limits/associations',
		schemas: '/crm-object-schemas/v3/schemas',
		objects: '/crm/v3/objects',
	},
} as const satisfies Record<string, ApiRoots>;

export type ApiVersion = keyof typeof API_ROOTS;

export const API_VERSIONS = Object.keys(API_ROOTS) as ApiVersion[];

export const DEFAULT_API_VERSION: ApiVersion = '2026-03';
