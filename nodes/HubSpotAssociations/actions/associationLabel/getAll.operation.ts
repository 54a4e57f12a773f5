import type { INodeExecutionData } from 'n8n-workflow';
import { objectTypes } from '../../parameters/objectTypes';
import { readOptions, returnAllOrLimit } from '../../parameters/options';
import { LABELS } from '../../hubspot/labels/labels';
import { listPairs } from '../run/lists';
import type { Session } from '../run/session';
import { typeJson } from '../typeJson';

export const option = {
	name: 'Get Many',
	value: 'getAll',
	description: 'Get the labels from one object to another, and the type without a label',
	action: 'Get many association labels',
};

export const description = {
	parameters: [...objectTypes, ...returnAllOrLimit],
	options: readOptions,
};

/** Returns one item per association type of the two objects of every item. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	return await listPairs(session, LABELS, typeJson);
}
