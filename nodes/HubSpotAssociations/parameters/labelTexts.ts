import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';

const label: INodeProperties = {
	displayName: DISPLAY_NAMES.label,
	name: 'label',
	type: 'string',
	default: '',
	placeholder: 'e.g. Manager',
	description: 'How the label reads from the first object to the second',
};

const inverseLabel: INodeProperties = {
	displayName: DISPLAY_NAMES.inverseLabel,
	name: 'inverseLabel',
	type: 'string',
	default: '',
	placeholder: 'e.g. Employee',
	description:
		'How the label reads from the second object to the first. Leave empty for a label that reads the same both ways.',
};

const internalName: INodeProperties = {
	displayName: DISPLAY_NAMES.internalName,
	name: 'internalName',
	type: 'string',
	default: '',
	placeholder: 'e.g. manager_employee',
	description:
		"HubSpot's own name of the label, without hyphens and with no digit at the beginning. Leave empty to have it made from the label.",
};

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
			'The new text from the second object to the first. Left empty it is not sent, and HubSpot decides.',
	},
];
