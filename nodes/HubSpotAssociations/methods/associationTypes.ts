import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { pageOf } from './page';
import { readTypeOptions } from './typeOptions';

/** Every association type of the chosen objects, the unlabeled one too. */
export async function searchAssociationTypes(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const options = await readTypeOptions(this);
	return pageOf(
		options.map(({ option }) => option),
		filter,
		paginationToken,
	);
}

/** The labels that the account made itself: HubSpot lets no other be changed or deleted. */
export async function searchOwnLabels(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const options = await readTypeOptions(this);
	const own = options.filter(({ type }) => type.category === 'USER_DEFINED' && type.label !== null);
	return pageOf(
		own.map(({ option }) => option),
		filter,
		paginationToken,
	);
}
