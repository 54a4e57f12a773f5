import type { INodeProperties } from 'n8n-workflow';
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
	'Whether to delete limits that no item lists, for each direction that at least one item lists. Try it with Dry Run first.',
);

export const scope: INodeProperties = {
	...named('scope'),
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Between Two Objects', value: 'pair', description: 'The limits in one direction' },
		{
			name: 'Whole Account',
			value: 'all',
			description: 'Every limit. HubSpot does not say which objects each belongs to.',
		},
	],
	default: 'pair',
};
