import type { INodeExecutionData } from 'n8n-workflow';
import { updateLimitsCall } from '../../hubspot/limits/limitCalls';
import { associationType } from '../../parameters/associationType';
import { maxToObjectIds } from '../../parameters/limits';
import { objectTypes } from '../../parameters/objectTypes';
import { batchOptions } from '../../parameters/options';
import type { Session } from '../run/session';
import { writeLimits } from './write';

export const option = {
	name: 'Update',
	value: 'update',
	description: 'Change the maximum of a limit',
	action: 'Update association limits',
};

export const description = {
	parameters: [...objectTypes, associationType, maxToObjectIds],
	options: batchOptions,
};

/** Changes the limit of every item to its new maximum. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	return await writeLimits(session, 'updated', updateLimitsCall);
}
