import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import {
	LABEL_USAGE,
	percentageOf,
	type LabelUsage,
	type NamedObject,
	type UsageSubject,
} from '../../hubspot/limits/limitsTracking';
import { findStandardObject } from '../../hubspot/model/objectTypes';
import { readUsageScope } from '../../input/options/runOptions';
import { readUsageRows } from '../../input/rows/usageRows';
import { scope } from '../../parameters/limits';
import { scopedObjectTypes } from '../../parameters/objectTypes';
import { readOptions } from '../../parameters/options';
import type { Session } from '../run/session';
import { getUsage, subjectNames } from '../usage';

export const option = {
	name: 'Get Usage',
	value: 'getUsage',
	description: 'Get how many labels are in use and how many are left, in each direction',
	action: 'Get association label usage',
};

export const description = {
	parameters: [scope, ...scopedObjectTypes],
	options: readOptions,
};

/** Returns one item per direction that has labels; for two objects always one. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const asked = readUsageScope(session.context);
	const rows = readUsageRows(session.context, asked);
	return await getUsage(session, rows, LABEL_USAGE, (usages, subject) =>
		usages.length === 0 && asked === 'pair' ? [unusedItem(subject)] : usages.map(usageItem),
	);
}

function usageItem({ from, to, used, allowed, labels }: LabelUsage): IDataObject {
	return {
		fromObjectType: nameOf(from),
		toObjectType: nameOf(to),
		used,
		allowed,
		left: Math.max(0, allowed - used),
		percentage: percentageOf(used, allowed),
		labels: [...labels],
		fromObjectTypeId: from.id,
		toObjectTypeId: to.id,
	};
}

function nameOf({ id, name }: NamedObject): string {
	return findStandardObject(id)?.name ?? name;
}

/** HubSpot leaves out a direction without labels, and so how many it may have. */
function unusedItem(subject: UsageSubject): IDataObject {
	const { fromObjectType, toObjectType, ...ids } = subjectNames(subject);
	const usage = { used: 0, allowed: null, left: null, percentage: 0, labels: [] };
	return { fromObjectType, toObjectType, ...usage, ...ids };
}
