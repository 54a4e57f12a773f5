import type { INodeProperties } from 'n8n-workflow';
import { named } from '../input/displayNames';
import { textParameter } from './kinds';

/** The labels of an association. */
export const labels: INodeProperties = {
	...named('labels'),
	type: 'multiOptions',
	// An expression may give a label's name, which the list holds as CATEGORY:typeId.
	allowArbitraryValues: true,
	typeOptions: {
		loadOptionsMethod: 'getLabels',
		loadOptionsDependsOn: ['fromObjectType.value', 'toObjectType.value', 'authentication'],
	},
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

/** The labels of an operation that does nothing without one. */
export const requiredLabels: INodeProperties = { ...labels, required: true };

const label = textParameter(
	'label',
	'e.g. Manager',
	'How the label reads from the first object to the second',
);

const inverseLabel = textParameter(
	'inverseLabel',
	'e.g. Employee',
	'How the label reads from the second object to the first. Leave empty for a label that reads the same both ways.',
);

const internalName = textParameter(
	'internalName',
	'e.g. manager_employee',
	"The label's internal name in HubSpot. It cannot contain a hyphen or begin with a digit. Leave empty to derive it from the label.",
);

/** What a new label needs. */
export const newLabelTexts: INodeProperties[] = [
	{ ...label, required: true },
	inverseLabel,
	internalName,
];

/** What can be changed on a label. */
export const changedLabelTexts: INodeProperties[] = [
	{ ...label, description: 'The new text of the label. Leave empty to keep it.' },
	{
		...inverseLabel,
		description:
			'The new text from the second object to the first. If left empty, it is not sent and HubSpot decides.',
	},
];
