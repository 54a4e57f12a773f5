import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';

function typeLocator(searchListMethod: string, description: string): INodeProperties {
	return {
		displayName: DISPLAY_NAMES.associationType,
		name: 'associationType',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
		typeOptions: { loadOptionsDependsOn: ['fromObjectType.value', 'toObjectType.value'] },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an association type…',
				typeOptions: { searchListMethod, searchable: true },
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
}

/** Any association type of the two objects. */
export const associationType = typeLocator(
	'searchAssociationTypes',
	'The association that is meant: one of the labels of the two objects, or unlabeled. A label by its text, or CATEGORY:typeId such as USER_DEFINED:12.',
);

/** A label that the account made itself: HubSpot's own cannot be changed. */
export const ownLabel = typeLocator(
	'searchOwnLabels',
	'The label that is meant: one that your account made, by its text or as USER_DEFINED:typeId',
);
