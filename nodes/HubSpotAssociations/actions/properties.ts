import type { INodeProperties } from 'n8n-workflow';
import { named } from '../input/displayNames';
import { association } from './association';
import type { Resource } from './resource';
import { RESOURCES } from './resources';

const authentication: INodeProperties = {
	...named('authentication'),
	type: 'options',
	options: [
		{ name: 'Access Token', value: 'accessToken' },
		{ name: 'OAuth2', value: 'oAuth2' },
	],
	default: 'accessToken',
};

const defaultResource = association.option.value;

const resource: INodeProperties = {
	...named('resource'),
	type: 'options',
	noDataExpression: true,
	options: RESOURCES.map(({ option }) => option),
	default: defaultResource,
};

function operationOf({ option, operations, defaultOperation }: Resource): INodeProperties {
	return {
		...named('operation'),
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [option.value] } },
		options: operations.map((operation) => operation.option),
		default: defaultOperation,
	};
}

/** Every parameter of the node: what to do, then what that operation needs. */
export const properties: INodeProperties[] = [
	authentication,
	resource,
	...RESOURCES.map(operationOf),
	...RESOURCES.flatMap(({ operations }) => operations.flatMap(({ description }) => description)),
];
