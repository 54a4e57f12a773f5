import type { INodeExecutionData } from 'n8n-workflow';
import { readSwitch } from '../../input/options/runOptions';
import { associationType } from '../../parameters/associationType';
import { deleteUnlisted, maxToObjectIds } from '../../parameters/limits';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import type { Session } from '../run/session';
import { reconcileLimits } from './reconcile';

export const option = {
	name: 'Sync',
	value: 'sync',
	description: 'Make the limits in HubSpot match the items, for all objects that the items list',
	action: 'Sync association limits',
};

export const description = {
	parameters: [...objectTypes, associationType, maxToObjectIds],
	options: [...batchOptions, deleteUnlisted],
};

/** Makes the limits of every pair of objects in the items match the items. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options } = session;
	return await reconcileLimits(session, readSwitch(context, options.values, 'deleteUnlisted'));
}
