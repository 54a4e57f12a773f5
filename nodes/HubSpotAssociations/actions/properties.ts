import type { INodeProperties } from 'n8n-workflow';
import { named } from '../input/displayNames';
import { shareParameters } from '../parameters/sharing';
import { RESOURCES, type Resource } from './resources';

const authentication: INodeProperties = {
	...named('authentication'),
	type: 'options',
	options: [
		{ name: 'Service Key or Access Token', value: 'accessToken' },
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

const listings = RESOURCES.flatMap(({ option: { value }, operations }) =>
	operations.map(({ option, description }) => ({
		resource: value,
		operation: option.value,
		...description,
	})),
);

const options: INodeProperties = {
	...named('options'),
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: shareParameters(
		listings.map((listing) => ({ ...listing, parameters: listing.options })),
		'/',
	).sort((one, other) => one.displayName.localeCompare(other.displayName)),
};

/** Every parameter of the node: what to do, then what that operation needs. */
export const properties: INodeProperties[] = [
	authentication,
	resource,
	...RESOURCES.map(operationOf),
	...shareParameters(listings),
	options,
];
