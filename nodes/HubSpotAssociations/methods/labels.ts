import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { associationTypeKey } from '../hubspot/associationTypes';
import { labelsIn, readLabelsRequest, type AssociationLabel } from '../hubspot/labels';
import { openPickerConnection } from './connection';
import { chosenPair } from './pair';

/** The labels of the chosen objects, for association create: without one the association is unlabeled. */
export async function getLabels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const pair = chosenPair(this);
	const { version, read } = await openPickerConnection(this);
	return labelsIn(await read(readLabelsRequest(version, pair)))
		.filter((label) => label.label !== null)
		.map(asOption);
}

/** A label as lists show it, with what tells it from another of the same name. */
export function asOption(label: AssociationLabel): INodePropertyOptions {
	const key = associationTypeKey(label);
	return { name: `${label.label ?? 'Unlabeled'} (${key})`, value: key };
}
