import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';

function idProperty(name: 'fromIdProperty' | 'toIdProperty', parameter: string): INodeProperties {
	return {
		displayName: DISPLAY_NAMES[name],
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. email',
		description: `The internal name of a property, such as email or domain. '${parameter}' then holds its value in place of the record ID, and the record is looked up.`,
	};
}

export const fromIdProperty = idProperty('fromIdProperty', DISPLAY_NAMES.fromRecordId);

export const toIdProperty = idProperty('toIdProperty', DISPLAY_NAMES.toRecordId);

export const existingLabels: INodeProperties = {
	displayName: DISPLAY_NAMES.existingLabels,
	name: 'existingLabels',
	type: 'options',
	options: [
		{
			name: 'Replace',
			value: 'replace',
			description: 'The labels of the item take the place of those that the two records have',
		},
		{
			name: 'Keep',
			value: 'keep',
			description: 'The labels of the item are added to those that the two records have',
		},
	],
	default: 'replace',
	description: 'What to do with the labels that the two records have already',
};

export const checkLimits: INodeProperties = {
	displayName: DISPLAY_NAMES.checkLimits,
	name: 'checkLimits',
	type: 'boolean',
	default: false,
	description:
		'Whether to read the association limits and what the records have already, and to refuse items that would go beyond a limit before anything is sent',
};
