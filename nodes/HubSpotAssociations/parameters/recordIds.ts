import type { INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';

function recordId(name: string, displayName: string, which: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 12345678901',
		description: `The ID of the record to associate ${which}. The address of its page in HubSpot works too.`,
	};
}

export const recordIds: INodeProperties[] = [
	recordId('fromRecordId', DISPLAY_NAMES.fromRecordId, 'from'),
	recordId('toRecordId', DISPLAY_NAMES.toRecordId, 'to'),
];
