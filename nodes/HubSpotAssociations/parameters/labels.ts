import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES, named, OWN_LABEL_NAMES } from '../input/displayNames';
import { textParameter } from './kinds';

/** The labels of an association. */
const labelsOfAssociation: INodeProperties = {
	...named('labels'),
	type: 'multiOptions',
	// An expression may give a label's name, which the list holds as CATEGORY:typeId.
	allowArbitraryValues: true,
	typeOptions: {
		loadOptionsMethod: 'getLabels',
		loadOptionsDependsOn: ['fromObjectType.value', 'toObjectType.value', 'authentication'],
	},
	default: [],
	builderHint: {
		propertyHint:
			'Labels by name, type ID or CATEGORY:typeId: a list, or text separated by commas. Use an expression to give each item its own labels.',
	},
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

/** The labels that an association gets. */
export const labels: INodeProperties = {
	...labelsOfAssociation,
	hint: `Labels that the two records already have are replaced, unless '${DISPLAY_NAMES.existingLabels}' under Options is 'Keep'`,
};

/** The labels that an association loses. */
export const requiredLabels: INodeProperties = {
	...labelsOfAssociation,
	required: true,
	hint: 'The association itself stays. To remove it, use the operation Delete.',
};

const label = textParameter(
	'label',
	'e.g. Manager',
	'How the label reads from the first object to the second',
);

const inverseLabel = textParameter(
	'inverseLabel',
	'e.g. Employee',
	'How the label reads from the second object to the first',
);

const internalName: INodeProperties = {
	...textParameter(
		'internalName',
		'e.g. manager_employee',
		"The label's internal name in HubSpot. It cannot contain a hyphen or begin with a digit.",
	),
	hint: 'Leave empty to derive it from the label',
};

/** HubSpot asks for no confirmation, and a label cannot be brought back. */
export const deletionNotice: INodeProperties = {
	displayName:
		'This deletes the label for all records that have it, in both directions. The associations stay.',
	name: 'deletionNotice',
	type: 'notice',
	default: '',
};

/** What a new label needs. */
export const newLabelTexts: INodeProperties[] = [
	{ ...label, required: true },
	{ ...inverseLabel, hint: 'Leave empty for a label that reads the same both ways' },
	internalName,
];

/** What a label should be, whether it exists or not. */
export const wantedLabelTexts: INodeProperties[] = [
	newLabelTexts[0],
	{
		...inverseLabel,
		hint: 'Leave empty to keep it, or for a new label that reads the same both ways',
	},
	internalName,
];

const KEEPS_TEXT = 'Leave empty to keep the text';

/** What can be changed on a label. */
export const changedLabelTexts: INodeProperties[] = [
	{
		...label,
		displayName: OWN_LABEL_NAMES.label,
		description: 'How the label will read from the first object to the second',
		hint: KEEPS_TEXT,
	},
	{
		...inverseLabel,
		displayName: OWN_LABEL_NAMES.inverseLabel,
		description: 'How the label will read from the second object to the first',
		hint: KEEPS_TEXT,
	},
];
