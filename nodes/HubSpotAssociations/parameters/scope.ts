import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';

export const scope: INodeProperties = {
	displayName: DISPLAY_NAMES.scope,
	name: 'scope',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Of Two Objects',
			value: 'pair',
			description: 'The limits from one object to another',
		},
		{
			name: 'Of the Whole Account',
			value: 'all',
			description: 'Every limit. HubSpot does not say which objects each belongs to.',
		},
	],
	default: 'pair',
};
