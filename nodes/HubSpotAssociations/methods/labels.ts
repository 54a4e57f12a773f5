import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { readTypeOptions } from './typeOptions';

/** The labels of the chosen objects, for associations: without one an association is unlabeled. */
export async function getLabels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const options = await readTypeOptions(this);
	return options.filter(({ type }) => type.label !== null).map(({ option }) => option);
}
