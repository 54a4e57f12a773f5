import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import {
	OBJECT_USAGE,
	PAIR_USAGE,
	type ObjectUsage,
	type PairUsage,
	type UsageSubject,
} from '../../hubspot/limits/limitsTracking';
import { objectNames, type ObjectPair } from '../../hubspot/model/objectTypes';
import { readUsageScope } from '../../input/options/runOptions';
import { readPairRows } from '../../input/rows/rows';
import { readUsageRows } from '../../input/rows/usageRows';
import { scope } from '../../parameters/limits';
import { scopedObjectTypes } from '../../parameters/objectTypes';
import { readOptions } from '../../parameters/options';
import type { Session } from '../run/session';
import { getUsage, subjectNames } from '../usage';

export const option = {
	name: 'Get Usage',
	value: 'getUsage',
	description: 'Find objects and records that are near or at their association limit',
	action: 'Get association limit usage',
};

export const description = {
	parameters: [scope, ...scopedObjectTypes],
	options: readOptions,
};

/** Returns one item per row for two objects, else one per object that has records near or at a limit. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context } = session;
	const asked = readUsageScope(context);
	return asked === 'pair'
		? await getUsage(session, readPairRows(context), PAIR_USAGE, pairItems)
		: await getUsage(session, readUsageRows(context, asked), OBJECT_USAGE, objectItems);
}

function pairItems({ nearLimitRecords, atLimitRecords, ...usage }: PairUsage, pair: ObjectPair) {
	const records = {
		nearLimitRecords: nearLimitRecords.map((record) => ({ ...record })),
		atLimitRecords: atLimitRecords.map((record) => ({ ...record })),
	};
	const { fromObjectType, toObjectType, ...ids } = objectNames(pair);
	return [{ fromObjectType, toObjectType, ...usage, ...records, ...ids }];
}

/** With one object, the others are those that its records are associated with. */
function objectItems(usages: readonly ObjectUsage[], subject: UsageSubject): IDataObject[] {
	return usages.map(({ id, name, hasRecordsNearLimit, hasRecordsAtLimit }) => ({
		name,
		hasRecordsNearLimit,
		hasRecordsAtLimit,
		objectTypeId: id,
		...subjectNames(subject),
	}));
}
