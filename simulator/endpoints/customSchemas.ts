import type { Account } from '../account/Account';
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
			body: { results: account.objectTypes.custom().map((type) => schemaOf(account, type)) },
		}),
	}),
	endpoint({
		method: 'GET',
		root: 'schemas',
		path: '/schemas/:type',
		access: 'readSchemas',
		handle: ({ account, params }) => ({
			status: 200,
			body: schemaOf(account, account.objectTypes.find(params.type)),
		}),
	}),
];

function schemaOf(account: Account, type: ObjectType): object {
	return {
		id: type.objectTypeId.split('-')[1],
		objectTypeId: type.objectTypeId,
		fullyQualifiedName: type.fullyQualifiedName ?? type.name,
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
			description: '',
			groupName: `${type.name}_information`,
			options: [],
			hasUniqueValue: true,
		})),
		associations: associationsOf(account, type),
		allowsSensitiveProperties: false,
		archived: false,
	};
}

/** Both directions of every association type; nothing but these answers tells a label's internal name. */
function associationsOf(account: Account, type: ObjectType): object[] {
	return account.definitions.used().flatMap(({ unlabeled: { from, to }, byKey }) => {
		if (from !== type && to !== type) return [];
		return [...byKey.values()].map(({ typeId, name }) => ({
			id: String(typeId),
			fromObjectTypeId: from.objectTypeId,
			toObjectTypeId: to.objectTypeId,
			name,
		}));
	});
}
