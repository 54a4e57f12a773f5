import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { API_VERSIONS, DEFAULT_API_VERSION, type ApiVersion } from '../../hubspot/api/versions';
import { DISPLAY_NAMES } from '../displayNames';
import { createParameterReader } from '../expressions/parameterReader';
import { oneOf, valueOrThrow, wholeNumber } from '../values/checks';

/** The options of a whole run. */
export interface RunOptions {
	readonly apiVersion: ApiVersion;
	/** Absent: HubSpot's maximum for the call. */
	readonly batchSize?: number;
	readonly maxConcurrency: number;
	readonly maxRetries: number;
	readonly requestsPerTenSeconds: number;
	/** For one request. */
	readonly timeoutMs: number;
	readonly dryRun: boolean;
	/** Whether items show the fields of their row beside the result. */
	readonly includeInputFields: boolean;
	/** The options as they are, for those that only some operations have. */
	readonly values: IDataObject;
}

/** The range and the default of each option that is a number; the editor shows the same. */
export const NUMBER_OPTIONS = {
	batchSize: { least: 1, default: 2000 },
	maxConcurrency: { least: 1, default: 5 },
	maxDeletions: { least: 0, default: 500 },
	maxRetries: { least: 0, default: 5 },
	/** HubSpot grants this to every kind of app and subscription. */
	requestsPerTenSeconds: { least: 1, default: 100 },
	/** A longer time overflows Node.js's timers, which then end at once. */
	timeout: { least: 1, most: 2_147_483_647, default: 60_000 },
} as const;

export type NumberOption = keyof typeof NUMBER_OPTIONS;

/**
 * Reads the options once for the run, from the first item.
 * @throws NodeOperationError when one is out of range
 */
export function readRunOptions(context: IExecuteFunctions): RunOptions {
	const values = createParameterReader(context, 'options', {}).read(0) as IDataObject;
	const version = values.apiVersion ?? DEFAULT_API_VERSION;
	const number = (name: NumberOption) => readNumberOption(context, values, name);
	return {
		apiVersion: oneOf(context, 'apiVersion', API_VERSIONS, version),
		batchSize: (values.batchSize ?? undefined) === undefined ? undefined : number('batchSize'),
		maxConcurrency: number('maxConcurrency'),
		maxRetries: number('maxRetries'),
		requestsPerTenSeconds: number('requestsPerTenSeconds'),
		timeoutMs: number('timeout'),
		dryRun: readSwitch(context, values, 'dryRun'),
		includeInputFields: readSwitch(context, values, 'includeInputFields'),
		values,
	};
}

/** @throws NodeOperationError when the option is out of range */
export function readNumberOption(
	context: IExecuteFunctions,
	options: IDataObject,
	name: NumberOption,
): number {
	const range = NUMBER_OPTIONS[name];
	const value = options[name] ?? range.default;
	return valueOrThrow(context, wholeNumber(DISPLAY_NAMES[name], value, range));
}

/**
 * Reads an option that is on or off; off if it is not set. A text such as "true" is neither:
 * whoever asks for a dry run must not get a real one.
 * @throws NodeOperationError when it is neither
 */
export function readSwitch(
	context: IExecuteFunctions,
	options: IDataObject,
	name: 'checkLimits' | 'deleteUnlisted' | 'dryRun' | 'includeInputFields' | 'nameObjects',
): boolean {
	return oneOf(context, name, [true, false], options[name] ?? false);
}

/**
 * Reads from the first item how many results the whole run may return; Infinity for all.
 * @throws NodeOperationError when 'Limit' is not a whole number of at least 1
 */
export function readResultLimit(context: IExecuteFunctions): number {
	if (createParameterReader(context, 'returnAll', false).read(0) === true) return Infinity;
	const value = createParameterReader(context, 'limit').read(0);
	const advice = `Enter how many results you want, or turn on '${DISPLAY_NAMES.returnAll}'.`;
	return valueOrThrow(context, wholeNumber(DISPLAY_NAMES.limit, value, { least: 1 }, advice));
}

/**
 * Reads whose limits to read: of two objects, or of the whole account.
 * @throws NodeOperationError for any other word
 */
export function readScope(context: IExecuteFunctions) {
	return scopeAmong(context, ['pair', 'all']);
}

/**
 * Reads whose usage to read: of two objects, of everything from one, or of the whole account.
 * @throws NodeOperationError for any other word
 */
export function readUsageScope(context: IExecuteFunctions) {
	return scopeAmong(context, ['pair', 'object', 'all']);
}

function scopeAmong<Scope extends string>(context: IExecuteFunctions, scopes: readonly Scope[]) {
	return oneOf(context, 'scope', scopes, createParameterReader(context, 'scope').read(0));
}
