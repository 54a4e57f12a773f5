import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';

function objectType(name: string, displayName: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an object…',
				typeOptions: { searchListMethod: 'searchObjectTypes', searchable: true },
			},
			{
				displayName: 'By Name or ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. contacts, 0-1 or 2-123',
			},
		],
	};
}

export const fromObjectType = objectType(
	'fromObjectType',
	DISPLAY_NAMES.fromObjectType,
	'The object to associate from, such as contacts, 0-1 or 2-123. Labels and limits belong to one direction: from this object to the other.',
);

export const toObjectType = objectType(
	'toObjectType',
	DISPLAY_NAMES.toObjectType,
	'The object to associate to, such as companies, 0-2 or 2-123',
);

export const objectTypes: INodeProperties[] = [fromObjectType, toObjectType];
