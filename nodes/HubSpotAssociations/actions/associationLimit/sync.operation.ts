import { updateDisplayOptions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../../input/displayNames';
import { readSwitch } from '../../input/options/switchOption';
import { associationType } from '../../parameters/associationType';
import { maxToObjectIds } from '../../parameters/maxToObjectIds';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import type { Session } from '../run/session';
import { reconcileLimits } from './reconcile';

export const option = {
	name: 'Sync',
	value: 'sync',
	description: 'Bring the limits of all named objects to what the items say',
	action: 'Sync association limits',
};

const deleteUnlisted: INodeProperties = {
	displayName: DISPLAY_NAMES.deleteUnlisted,
	name: 'deleteUnlisted',
	type: 'boolean',
	default: false,
	description:
		'Whether to delete limits that no item names, from one object to another that some item names. Try it with Dry Run first.',
};

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['associationLimit'], operation: [option.value] } },
	[...objectTypes, associationType, maxToObjectIds, batchOptions(deleteUnlisted)],
);

/** Makes the items the wanted state of every pair of objects that they name. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options } = session;
	return await reconcileLimits(session, readSwitch(context, options.values, 'deleteUnlisted'));
}
