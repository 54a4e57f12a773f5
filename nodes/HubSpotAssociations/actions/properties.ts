import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { named } from '../input/displayNames';
import { RESOURCES, type Resource } from './resources';

const authentication: INodeProperties = {
	...named('authentication'),
	type: 'options',
	options: [
		{ name: 'Access Token', value: 'accessToken' },
		{ name: 'OAuth2', value: 'oAuth2' },
	],
	default: 'accessToken',
};

const resource: INodeProperties = {
	...named('resource'),
	type: 'options',
	noDataExpression: true,
	options: RESOURCES.map(({ option }) => option),
	default: 'association',
};

function operationOf({ option, operations }: Resource): INodeProperties {
	return {
		...named('operation'),
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [option.value] } },
		options: operations.map((operation) => operation.option),
		default: 'create',
	};
}

function parametersOf({ option: { value: resource }, operations }: Resource): INodeProperties[] {
	return operations.flatMap(({ option, description }) =>
		updateDisplayOptions(
			{ show: { resource: [resource], operation: [option.value] } },
			description,
		),
	);
}

/** Every parameter of the node: what to do, then what that operation needs. */
export const properties: INodeProperties[] = [
	authentication,
	resource,
	...RESOURCES.map(operationOf),
	...RESOURCES.flatMap(parametersOf),
];
