import type { INodeExecutionData } from 'n8n-workflow';
import {
	requestReportCall,
	type ReportInput,
	type RequestedReport,
} from '../../hubspot/limits/usageReport';
import { readReportRows } from '../../input/rows/usageRows';
import { succeed } from '../../outcome';
import { userId } from '../../parameters/limits';
import { writeOptions } from '../../parameters/options';
import type { Session } from '../run/session';
import { writeRows } from '../run/writeRows';

export const option = {
	name: 'Request Usage Report',
	value: 'requestReport',
	description: 'Have HubSpot email a user a report of records close to their association limits',
	action: 'Request an association limit usage report',
};

export const description = { parameters: [userId], options: writeOptions };

/** Requests one report per user. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options } = session;
	return await writeRows<ReportInput, ReportInput, RequestedReport>(session, {
		read: () => readReportRows(context),
		resolve: async (rows) => await Promise.resolve(rows),
		key: ({ userId }) => String(userId),
		merge: succeed,
		calls: {
			keyOf: ({ userId }) => String(userId),
			callFor: () => requestReportCall(options.apiVersion),
		},
		item: (report) => ({ ...report }),
		preview: ({ userId }) => ({ userId }),
		about: (row, input) => ({ userId: (input ?? row)?.userId }),
	});
}
