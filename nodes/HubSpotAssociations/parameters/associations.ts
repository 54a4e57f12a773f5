import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES, named } from '../input/displayNames';
import { switchParameter, textParameter } from './kinds';
import { numberOption } from './options';

function recordId(
	name: 'fromRecordId' | 'toRecordId',
	which: string,
	idProperty: string,
): INodeProperties {
	const description = `The ID of ${which}, or the address of its page in HubSpot. With the option '${idProperty}', an email, a domain or the value of another property.`;
	return {
		...textParameter(name, 'e.g. 12345678901', description),
		required: true,
		hint: `For an email or a domain, add '${idProperty}' in Options`,
	};
}

export const fromRecordId = recordId(
	'fromRecordId',
	'the record to associate from',
	DISPLAY_NAMES.fromIdProperty,
);

export const toRecordId = recordId(
	'toRecordId',
	'the record to associate to',
	DISPLAY_NAMES.toIdProperty,
);

export const recordIds: INodeProperties[] = [fromRecordId, toRecordId];

function idProperty(name: 'fromIdProperty' | 'toIdProperty', parameter: string): INodeProperties {
	return {
		...textParameter(
			name,
			'e.g. email',
			`The internal name of a property, such as email or domain. '${parameter}' then takes the property's value instead of the record ID, and the node looks the record up.`,
		),
		hint: 'Items whose value matches no record, or more than one, are refused',
	};
}

export const fromIdProperty = idProperty('fromIdProperty', DISPLAY_NAMES.fromRecordId);

export const toIdProperty = idProperty('toIdProperty', DISPLAY_NAMES.toRecordId);

export const existingLabels: INodeProperties = {
	...named('existingLabels'),
	type: 'options',
	options: [
		{
			name: 'Replace',
			value: 'replace',
			description: "The item's labels replace those that the two records already have",
		},
		{
			name: 'Keep',
			value: 'keep',
			description: "The item's labels are added to those that the two records already have",
		},
	],
	default: 'replace',
	description: 'What to do with labels that the two records already have',
};

export const deleteUnlistedAssociations = switchParameter(
	'deleteUnlisted',
	'Whether to delete associations that no item lists. Affects only first records that at least one item lists. Try it with Dry Run first.',
);

export const maxDeletions = numberOption(
	'maxDeletions',
	'Maximum number of associations that one run may delete. If it would delete more, nothing is changed.',
);

export const checkLimits = switchParameter(
	'checkLimits',
	'Whether to check association limits first and refuse items that would exceed one, before anything is sent',
);
