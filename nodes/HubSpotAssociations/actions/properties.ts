import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import * as createAssociation from './association/create.operation';
import * as createLimit from './associationLimit/create.operation';
import * as updateLimit from './associationLimit/update.operation';

const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{ name: 'Access Token', value: 'accessToken' },
		{ name: 'OAuth2', value: 'oAuth2' },
	],
	default: 'accessToken',
};

const resource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Association', value: 'association' },
		{ name: 'Association Limit', value: 'associationLimit' },
	],
	default: 'association',
};

function operations(
	resourceName: string,
	options: INodePropertyOptions[],
	byDefault: string,
): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resourceName] } },
		options,
		default: byDefault,
	};
}

const associationOperations = operations(
	'association',
	[
		{
			name: 'Create',
			value: 'create',
			description: 'Associate the two records of every item, with or without labels',
			action: 'Create associations',
		},
	],
	'create',
);

const limitOperations = operations(
	'associationLimit',
	[
		{
			name: 'Create',
			value: 'create',
			description: 'Set a maximum where there is none yet',
			action: 'Create association limits',
		},
		{
			name: 'Update',
			value: 'update',
			description: 'Change the maximum of a limit',
			action: 'Update association limits',
		},
	],
	'create',
);

/** Every parameter of the node: what to do, then what that operation needs. */
export const properties: INodeProperties[] = [
	authentication,
	resource,
	associationOperations,
	limitOperations,
	...createAssociation.description,
	...createLimit.description,
	...updateLimit.description,
];
