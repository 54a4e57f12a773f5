import type { ObjectType } from '../account/ObjectType';
import { endpoint } from './endpoint';

export const customSchemaEndpoints = [
	endpoint({
		method: 'GET',
		root: 'schemas',
		path: '/schemas',
		access: 'readSchemas',
		handle: ({ account }) => ({
			status: 200,
			body: { results: account.objectTypes.custom().map(schemaOf) },
		}),
	}),
];

function schemaOf(type: ObjectType): object {
	return {
		id: type.objectTypeId.split('-')[1],
		objectTypeId: type.objectTypeId,
		fullyQualifiedName: type.fullyQualifiedName,
		name: type.name,
		labels: type.labels,
		requiredProperties: [],
		searchableProperties: type.uniqueProperties,
		secondaryDisplayProperties: [],
		properties: type.uniqueProperties.map((name) => ({
			name,
			label: name,
			type: 'string',
			fieldType: 'text',
			hasUniqueValue: true,
		})),
		associations: [],
		archived: false,
	};
}
