import type { INodeExecutionData } from 'n8n-workflow';
import { createLimitsCall } from '../../hubspot/limits/limitCalls';
import { associationType } from '../../parameters/associationType';
import { maxToObjectIds } from '../../parameters/limits';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import type { Session } from '../run/session';
import { writeLimits } from './write';

export const option = {
	name: 'Create',
	value: 'create',
	description: 'Set a maximum where there is none yet',
	action: 'Create association limits',
};

export const description = {
	parameters: [...objectTypes, associationType, maxToObjectIds],
	options: batchOptions,
};

/** Creates the limit of every item; a limit whose answer was lost is read back before it is sent again. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	return await writeLimits(session, 'created', createLimitsCall);
}
