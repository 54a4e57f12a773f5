import type { INodeExecutionData } from 'n8n-workflow';
import { associationType } from '../../parameters/associationType';
import { maxToObjectIds } from '../../parameters/limits';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import type { Session } from '../run/session';
import { reconcileLimits } from './reconcile';

/** Not n8n's fixed sentence for this operation, which speaks of records. */
const SETS_LIMITS = 'Create the limit of every item, or change its maximum if it exists (upsert)';

export const option = {
	name: 'Create or Update',
	value: 'upsert',
	description: SETS_LIMITS,
	action: 'Create or update association limits',
};

export const description = {
	parameters: [...objectTypes, associationType, maxToObjectIds],
	options: batchOptions,
};

/** Sets the limit of every item, and leaves alone those that already have their maximum. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	return await reconcileLimits(session, false);
}
