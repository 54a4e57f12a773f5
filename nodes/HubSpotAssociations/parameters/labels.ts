import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';

export const labels: INodeProperties = {
	displayName: DISPLAY_NAMES.labels,
	name: 'labels',
	type: 'multiOptions',
	typeOptions: {
		loadOptionsMethod: 'getLabels',
		loadOptionsDependsOn: ['fromObjectType.value', 'toObjectType.value', 'authentication'],
	},
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};
