import type { INodeProperties } from 'n8n-workflow';
import { OWN_LABEL_NAMES } from '../input/displayNames';
import { locator } from './objectTypes';

/**
 * The list follows the objects anyway: the editor asks for it again once any parameter has changed.
 * With `loadOptionsDependsOn` it would also empty the field, expressions included, as the panel opens.
 */
function typeLocator(
	searchListMethod: string,
	placeholder: string,
	description: string,
): INodeProperties {
	return locator(
		'associationType',
		description,
		{ placeholder, searchListMethod },
		{ displayName: 'By Label', name: 'label', placeholder: 'e.g. Decision Maker' },
		{ displayName: 'By ID', name: 'id', placeholder: 'e.g. USER_DEFINED:12' },
	);
}

/** Any association type of the two objects. */
export const associationType: INodeProperties = {
	...typeLocator(
		'searchAssociationTypes',
		'Select an association type…',
		"A label defined for the two objects, or unlabeled for all of their associations. A field or an expression can hold a label's name, a type ID or CATEGORY:typeId, such as USER_DEFINED:12.",
	),
	hint: 'A limit applies in one direction. For the other direction, swap the two objects.',
};

/** A label that the account created: HubSpot's own cannot be changed. */
export const ownLabel: INodeProperties = {
	...typeLocator(
		'searchOwnLabels',
		'Select a label…',
		"One of your account's own labels. A field or an expression can hold the label's name, its type ID or USER_DEFINED:typeId.",
	),
	displayName: OWN_LABEL_NAMES.associationType,
};
