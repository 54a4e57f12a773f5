import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';

export const associationType: INodeProperties = {
	displayName: DISPLAY_NAMES.associationType,
	name: 'associationType',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The association that is meant: one of the labels of the two objects, or unlabeled',
	typeOptions: { loadOptionsDependsOn: ['fromObjectType.value', 'toObjectType.value'] },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an association type…',
			typeOptions: { searchListMethod: 'searchAssociationTypes', searchable: true },
		},
		{
			displayName: 'By Label',
			name: 'label',
			type: 'string',
			placeholder: 'e.g. Decision Maker',
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. USER_DEFINED:12',
		},
	],
};
