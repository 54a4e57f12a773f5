import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';

/** Names, defaults and texts are n8n's own for operations that get many. */
export const returnAllOrLimit: INodeProperties[] = [
	{
		displayName: DISPLAY_NAMES.returnAll,
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: DISPLAY_NAMES.limit,
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];
