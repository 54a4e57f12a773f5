import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_BASE_URL } from '../hubspot/api/baseUrl';

/** Stands in the credentials and nowhere else, so that no workflow can send a token elsewhere. */
export const baseUrl: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: DEFAULT_BASE_URL,
	description: "Where HubSpot's API is. Leave it unless you test against a simulator.",
};
