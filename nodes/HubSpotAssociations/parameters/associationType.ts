import type { INodeProperties } from 'n8n-workflow';
import { locator } from './objectTypes';

function typeLocator(searchListMethod: string, description: string): INodeProperties {
	return {
		...locator(
			'associationType',
			description,
			{ placeholder: 'Select an association type…', searchListMethod },
			{ displayName: 'By Label', name: 'label', placeholder: 'e.g. Decision Maker' },
			{ displayName: 'By ID', name: 'id', placeholder: 'e.g. USER_DEFINED:12' },
		),
		typeOptions: { loadOptionsDependsOn: ['fromObjectType.value', 'toObjectType.value'] },
	};
}

/** Any association type of the two objects. */
export const associationType = typeLocator(
	'searchAssociationTypes',
	'The association type to use: a label defined for the two objects, or unlabeled. Enter a label by its name, or a type as CATEGORY:typeId, such as USER_DEFINED:12.',
);

/** A label that the account created: HubSpot's own cannot be changed. */
export const ownLabel = typeLocator(
	'searchOwnLabels',
	"One of your account's own labels, by its name or as USER_DEFINED:typeId",
);
