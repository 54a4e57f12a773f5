import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { isPairChosen } from './pair';
import { readTypeOptions } from './typeOptions';

/**
 * The labels of the chosen objects, for associations: without one an association is unlabeled. The
 * editor asks as soon as the node is opened, so before the objects are chosen there are none.
 */
export async function getLabels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	if (!isPairChosen(this)) return [];
	const options = await readTypeOptions(this);
	return options.filter(({ type }) => type.label !== null).map(({ chip }) => chip);
}
