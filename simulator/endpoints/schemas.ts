import { ASSOCIATION_CATEGORIES } from '../account/AssociationDefinition';

/** JSON schemas of request bodies. Like HubSpot, they require fields and types and let unknown fields pass. */
const INT32 = { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
const STRING = { type: 'string' };
const CATEGORY = { type: 'string', enum: ASSOCIATION_CATEGORIES };

function object(properties: Record<string, object>, required = Object.keys(properties)): object {
	return { type: 'object', properties, required };
}

function list(items: object): object {
	return { type: 'array', items };
}

const RECORD_ID = object({ id: STRING });
const ASSOCIATION_SPEC = object({ associationCategory: CATEGORY, associationTypeId: INT32 });

export const ASSOCIATION_SPECS = list(ASSOCIATION_SPEC);

export const LIMITS_BODY = object({
	inputs: list(object({ category: CATEGORY, typeId: INT32, maxToObjectIds: INT32 })),
});

export const PURGE_BODY = object({ inputs: list(object({ category: CATEGORY, typeId: INT32 })) });

export const LABEL_CREATE_BODY = object({ name: STRING, label: STRING, inverseLabel: STRING }, [
	'name',
	'label',
]);

export const LABEL_UPDATE_BODY = object(
	{ associationTypeId: INT32, label: STRING, inverseLabel: STRING },
	['associationTypeId', 'label'],
);

export const ASSOCIATE_BODY = object({
	inputs: list(object({ from: RECORD_ID, to: RECORD_ID, types: ASSOCIATION_SPECS })),
});

export const ASSOCIATE_DEFAULT_BODY = object({
	inputs: list(object({ from: RECORD_ID, to: RECORD_ID })),
});

export const ARCHIVE_BODY = object({
	inputs: list(object({ from: RECORD_ID, to: list(RECORD_ID) })),
});

export const READ_BODY = object({
	inputs: list(object({ id: STRING, after: STRING }, ['id'])),
});

export const OBJECTS_READ_BODY = object(
	{ inputs: list(RECORD_ID), idProperty: STRING, properties: list(STRING) },
	['inputs'],
);

const FILTER = object(
	{ propertyName: STRING, operator: STRING, value: STRING, values: list(STRING) },
	['propertyName', 'operator'],
);

export const SEARCH_BODY = object(
	{
		filterGroups: list(object({ filters: list(FILTER) })),
		properties: list(STRING),
		limit: INT32,
		after: STRING,
	},
	[],
);

export const TOKEN_BODY = object({ grant_type: STRING });
