import { isObject, textOf } from '../../json';
import type { Answer } from '../api/answer';
import type { BatchCall } from '../api/batchCall';
import { pathOfUsageReport } from '../api/endpoints';
import { settleInputs } from '../api/settle';
import type { ApiVersion } from '../api/versions';

/** The HubSpot user who gets the report by email. */
export interface ReportInput {
	/** int32, at least 1. */
	readonly userId: number;
	/** The report is about the whole account. */
	readonly pair?: undefined;
}

/** A report that HubSpot will send. */
export interface RequestedReport {
	readonly userId: number;
	readonly userEmail: string | null;
	/** When HubSpot took the request, as an ISO 8601 date in UTC. */
	readonly enqueuedAt: string | null;
}

/**
 * POST …/usage/high-usage-report/{userId}: HubSpot emails the user a report of records close to their limits.
 * A request whose answer was lost is repeated, so the user may get the email twice.
 */
export function requestReportCall(version: ApiVersion): BatchCall<ReportInput, RequestedReport> {
	return {
		name: 'requestReport',
		maximum: 1,
		request: ([{ userId }]) => ({ method: 'POST', path: pathOfUsageReport(version, userId) }),
		settle: (inputs, answer) => settleInputs(inputs, (input) => reportIn(answer, input)),
		blamed: () => [],
	};
}

function reportIn({ body }: Answer, { userId }: ReportInput): RequestedReport | undefined {
	if (!isObject(body) || body.userId !== userId) return undefined;
	const { value } = isObject(body.enqueueTime) ? body.enqueueTime : {};
	const date = new Date(typeof value === 'number' ? value : Number.NaN);
	return {
		userId,
		userEmail: textOf(body.userEmail) ?? null,
		enqueuedAt: Number.isNaN(date.getTime()) ? null : date.toISOString(),
	};
}
