import type { INodeProperties } from 'n8n-workflow';
import { STANDARD_OBJECTS } from '../hubspot/model/objectTypes';
import { named } from '../input/displayNames';
import { numberParameter, switchParameter } from './kinds';

export const maxToObjectIds: INodeProperties = {
	...numberParameter(
		'maxToObjectIds',
		{ least: 1, default: 1 },
		'How many records of the second object one record of the first can be associated with',
	),
	required: true,
	hint: 'Applies to new associations. Existing ones stay, even if they exceed it.',
};

export const deleteUnlisted = switchParameter(
	'deleteUnlisted',
	'Whether to delete limits that no item lists. Affects only directions that at least one item lists. Try it with Dry Run first.',
);

export const nameObjects: INodeProperties = {
	...switchParameter(
		'nameObjects',
		`Whether to find out which objects each limit belongs to. Takes one more request for each direction with limits, and up to ${STANDARD_OBJECTS.length + 1} to find these directions.`,
	),
	displayOptions: { show: { '/scope': ['all'] } },
};

/** An n8n that ignores conditions on single options shows them all; a run refuses a scope that its operation does not have. */
export const scope: INodeProperties = {
	...named('scope'),
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Between Two Objects', value: 'pair', description: 'One direction' },
		{
			name: 'From One Object',
			value: 'object',
			description: 'To each object that its records are associated with',
			displayOptions: { show: { operation: ['getUsage'] } },
		},
		{ name: 'Whole Account', value: 'all', description: 'Every object' },
	],
	default: 'pair',
};

/** Of the user who gets a report. */
export const userId: INodeProperties = {
	...numberParameter(
		'userId',
		{ least: 1, default: 1 },
		"The ID of the HubSpot user who gets the report by email, as HubSpot's owners and users APIs return it",
	),
	required: true,
};
