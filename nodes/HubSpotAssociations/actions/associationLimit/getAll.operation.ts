import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { fail, succeed, type Outcome } from '../../outcome';
import { LIMITS, limitsIn, readAllLimitsRequest } from '../../hubspot/limits/limits';
import { readPairRows } from '../../input/rows/rows';
import { readResultLimit, readScope } from '../../input/options/runOptions';
import { scopedObjectTypes } from '../../parameters/objectTypes';
import { readOptions, returnAllOrLimit } from '../../parameters/options';
import { scope } from '../../parameters/limits';
import { stopAtInvalidRow } from '../run/failures';
import { finishLists } from '../run/output';
import { readLists } from '../run/pairReads';
import { pairDetails } from '../pairDetails';
import type { Session } from '../run/session';
import { limitJson } from '../typeJson';

export const option = {
	name: 'Get Many',
	value: 'getAll',
	description: 'Get the limits of two objects, or of the whole account',
	action: 'Get many association limits',
};

export const description = {
	parameters: [scope, ...scopedObjectTypes, ...returnAllOrLimit],
	options: readOptions,
};

/** Returns one item per limit: of the two objects of every item, or of the account. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const limit = readResultLimit(session.context);
	const isAccount = readScope(session.context) === 'all';
	return isAccount ? await getAccountLimits(session, limit) : await getPairLimits(session, limit);
}

async function getPairLimits(session: Session, limit: number): Promise<INodeExecutionData[]> {
	const rows = readPairRows(session.context);
	stopAtInvalidRow(session, rows);
	const lists = await readLists(session, rows, LIMITS, limit);
	const outcomes = rows.map((row, index): Outcome<IDataObject[]> => {
		if (!row.ok) return row;
		const list = lists[index];
		if (!list.ok) return list;
		return succeed(list.value.map((one) => limitJson(row.value, one)));
	});
	return finishLists(session, outcomes, pairDetails(rows), limit);
}

/** Reads every limit of the account. HubSpot's response has no object types, and neither do these items. */
async function getAccountLimits(session: Session, limit: number): Promise<INodeExecutionData[]> {
	const answer = await session.sender.send(readAllLimitsRequest(session.options.apiVersion));
	const limits = answer.ok
		? succeed(limitsIn(answer.value).map((one) => ({ ...one })))
		: fail(answer.failure);
	const outcomes = session.context.getInputData().map(() => limits);
	return finishLists(session, outcomes, () => ({}), limit);
}
