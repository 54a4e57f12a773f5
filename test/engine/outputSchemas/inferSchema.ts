/** The part of JSON Schema that n8n's own nodes use to show fields before the first run. */
export interface OutputSchema {
	type: string;
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
	/** n8n's files have it at their root. */
	version?: number;
}

/** The schema of what several values have in common: every field that any of them has. */
export function inferSchema(values: readonly unknown[]): OutputSchema {
	const known = values.filter((value) => value !== null && value !== undefined);
	const types = [...new Set(known.map(typeOf))];
	if (types.length === 0) return { type: 'null' };
	if (types.length > 1) throw new Error(`One field holds ${types.join(' and ')}`);
	const [type] = types;
	if (type === 'array') return arraySchema(known as unknown[][]);
	if (type === 'object') return objectSchema(known as Array<Record<string, unknown>>);
	return { type };
}

function arraySchema(arrays: readonly unknown[][]): OutputSchema {
	const entries = arrays.flat();
	if (entries.length === 0) throw new Error('An array is empty in all of the items');
	return { type: 'array', items: inferSchema(entries) };
}

function objectSchema(objects: ReadonlyArray<Record<string, unknown>>): OutputSchema {
	const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
	const properties = names.map((name) => [name, inferSchema(objects.map((one) => one[name]))]);
	return {
		type: 'object',
		properties: Object.fromEntries(properties) as OutputSchema['properties'],
	};
}

/** A count is whole today; HubSpot promises no more than a number. */
function typeOf(value: unknown): string {
	return Array.isArray(value) ? 'array' : typeof value;
}
