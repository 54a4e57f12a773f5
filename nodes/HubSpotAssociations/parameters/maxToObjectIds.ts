import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';

export const maxToObjectIds: INodeProperties = {
	displayName: DISPLAY_NAMES.maxToObjectIds,
	name: 'maxToObjectIds',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1,
	required: true,
	description:
		'How many records of the second object one record of the first may be associated with',
};
