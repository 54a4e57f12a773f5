import type { ObjectType } from '../account/ObjectType';
import { invalid } from '../http/errors';
import { batchAnswer, type BatchOutcome } from './batch';
import { endpoint, type Call } from './endpoint';
import { OBJECTS_READ_BODY } from './schemas';

interface ReadBody {
	inputs: Array<{ id: string }>;
	idProperty?: string;
	properties?: string[];
}

/** Every record was made when the simulator was written. */
const CREATED_AT = '2026-01-15T09:00:00.000Z';

export const objectEndpoints = [
	endpoint<ReadBody>({
		method: 'POST',
		root: 'objects',
		path: '/:type/batch/read',
		access: 'readObject',
		schema: OBJECTS_READ_BODY,
		maximum: 'objectsRead',
		handle: (call) => batchAnswer(read(call), { complete: 200 }),
	}),
];

function read(call: Call<ReadBody>): BatchOutcome {
	const { account, body, params } = call;
	const type = account.objectTypes.find(params.type);
	const { idProperty, properties = [] } = body;
	const unique = idProperty === undefined || idProperty === 'hs_object_id';
	if (!unique && !type.uniqueProperties.includes(idProperty)) {
		throw invalid(`Property '${idProperty}' of ${type.name} is not a unique property`);
	}
	const records = account.records(type);
	const found = new Set<string>();
	const missing: string[] = [];
	for (const { id } of body.inputs) {
		const ids = unique ? [id].filter((one) => records.has(one)) : records.withValue(idProperty, id);
		if (ids.length === 0) missing.push(id);
		for (const one of ids) found.add(one);
	}
	const results = [...found].map((id) => recordOf(call, type, id, properties));
	return { results, errors: missing.length === 0 ? [] : [notFound(type, missing)] };
}

/** One error names every id that was not found, in context.ids. */
function notFound(type: ObjectType, ids: string[]) {
	return {
		status: 'error' as const,
		category: 'OBJECT_NOT_FOUND',
		message: `Could not get some ${type.name.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
		context: { ids },
	};
}

/** A record as the object calls answer it: the properties asked for and those that HubSpot always sends. */
export function recordOf(
	{ account }: Call,
	type: ObjectType,
	id: string,
	properties: readonly string[],
): object {
	const values = account.records(type).get(id) ?? {};
	const asked = properties.map((name) => [name, values[name] ?? null]);
	return {
		id,
		properties: {
			hs_object_id: id,
			createdate: CREATED_AT,
			hs_lastmodifieddate: CREATED_AT,
			...Object.fromEntries(asked),
		},
		createdAt: CREATED_AT,
		updatedAt: CREATED_AT,
		archived: false,
	};
}
