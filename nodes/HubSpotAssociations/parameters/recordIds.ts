import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';

function recordId(name: 'fromRecordId' | 'toRecordId', which: string): INodeProperties {
	return {
		displayName: DISPLAY_NAMES[name],
		name,
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 12345678901',
		description: `The ID of ${which}. The address of its page in HubSpot works too.`,
	};
}

export const fromRecordId = recordId('fromRecordId', 'the record on the first side');

export const toRecordId = recordId('toRecordId', 'the record on the second side');

export const recordIds: INodeProperties[] = [fromRecordId, toRecordId];
