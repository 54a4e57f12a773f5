import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { labelsIn, readLabelsRequest } from '../hubspot/labels';
import { openPickerConnection } from './connection';
import { asOption } from './labels';
import { chosenPair } from './pair';

/** Every association type of the chosen objects, the unlabeled one too. */
export async function searchAssociationTypes(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const pair = chosenPair(this);
	const { version, read } = await openPickerConnection(this);
	const options = labelsIn(await read(readLabelsRequest(version, pair))).map(asOption);
	const wanted = filter.toLowerCase();
	return { results: options.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}
