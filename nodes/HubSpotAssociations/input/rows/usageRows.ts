import type { IExecuteFunctions } from 'n8n-workflow';
import type { UsageSubject } from '../../hubspot/limits/limitsTracking';
import type { ReportInput } from '../../hubspot/limits/usageReport';
import { INT32_MAX } from '../../hubspot/model/associationTypes';
import { invalid, mapOutcome, succeed, type Outcome } from '../../outcome';
import { DISPLAY_NAMES } from '../displayNames';
import { locatorValue } from '../expressions/parameterReader';
import { isEmpty, wholeNumber } from '../values/checks';
import { readObjectType } from '../values/objectPair';
import { createValueReader, readPairRows, readRows } from './rows';

/** Reads what each item asks about: two objects, the first of them, or the account. */
export function readUsageRows(
	context: IExecuteFunctions,
	scope: 'pair' | 'object' | 'all',
): Array<Outcome<UsageSubject>> {
	if (scope === 'pair') return readPairRows(context);
	const account = succeed({});
	if (scope === 'all') return context.getInputData().map(() => account);
	const fromOf = createValueReader(context, 'fromObjectType', (value) =>
		mapOutcome(readObjectType(locatorValue(value), DISPLAY_NAMES.fromObjectType), (from) => ({
			from,
		})),
	);
	return readRows(context, fromOf);
}

/** Reads who gets the report of every item. */
export function readReportRows(context: IExecuteFunctions): Array<Outcome<ReportInput>> {
	return readRows(context, createValueReader(context, 'userId', parseUserId));
}

function parseUserId(value: unknown): Outcome<ReportInput> {
	const parameter = DISPLAY_NAMES.userId;
	const advice = "Enter the ID of a user as HubSpot's owners and users APIs return it.";
	if (isEmpty(value)) return invalid(`'${parameter}' is empty`, advice);
	const id = wholeNumber(parameter, value, { least: 1, most: INT32_MAX }, advice);
	return mapOutcome(id, (userId) => ({ userId }));
}
