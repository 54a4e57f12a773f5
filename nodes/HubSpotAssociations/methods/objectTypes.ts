import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { STANDARD_OBJECTS } from '../hubspot/objectTypes';

/** HubSpot's own objects, by name. */
export async function searchObjectTypes(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const wanted = filter.toLowerCase();
	return {
		results: STANDARD_OBJECTS.map(({ id, displayName }) => ({
			name: displayName,
			value: id,
		})).filter(({ name, value }) => name.toLowerCase().includes(wanted) || value.includes(wanted)),
	};
}
