import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import {
	API_VERSIONS,
	DEFAULT_API_VERSION,
	isApiVersion,
	type ApiVersion,
} from '../hubspot/versions';
import { DISPLAY_NAMES } from './displayNames';

/** What the parameter `options` says about a whole run. */
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
	/** The options as they are, for those that only some operations have. */
	readonly values: IDataObject;
}

/**
 * Defaults of the options; the parameter's description shows the same. The rate is what HubSpot
 * grants to every kind of app and subscription: 100 requests per ten seconds.
 */
export const OPTION_DEFAULTS = {
	maxConcurrency: 5,
	maxRetries: 5,
	requestsPerTenSeconds: 100,
	timeout: 60_000,
} as const;

type NumberOption = 'batchSize' | keyof typeof OPTION_DEFAULTS;

/**
 * Reads the options once for the run, from the first item.
 * @throws NodeOperationError when one is out of range
 */
export function readRunOptions(context: IExecuteFunctions): RunOptions {
	const values = context.getNodeParameter('options', 0, {}) as IDataObject;
	const whole = (name: NumberOption, least: number, otherwise?: number) =>
		wholeNumber(context, values[name] ?? otherwise, DISPLAY_NAMES[name], least);
	return {
		apiVersion: apiVersionIn(context, values.apiVersion ?? DEFAULT_API_VERSION),
		batchSize: values.batchSize === undefined ? undefined : whole('batchSize', 1),
		maxConcurrency: whole('maxConcurrency', 1, OPTION_DEFAULTS.maxConcurrency),
		maxRetries: whole('maxRetries', 0, OPTION_DEFAULTS.maxRetries),
		requestsPerTenSeconds: whole('requestsPerTenSeconds', 1, OPTION_DEFAULTS.requestsPerTenSeconds),
		timeoutMs: whole('timeout', 1, OPTION_DEFAULTS.timeout),
		dryRun: values.dryRun === true,
		values,
	};
}

function apiVersionIn(context: IExecuteFunctions, value: unknown): ApiVersion {
	if (isApiVersion(value)) return value;
	throw new NodeOperationError(
		context.getNode(),
		`'${DISPLAY_NAMES.apiVersion}' must be one of ${API_VERSIONS.join(', ')}, but is ${String(value)}`,
	);
}

function wholeNumber(
	context: IExecuteFunctions,
	value: unknown,
	displayName: string,
	least: number,
): number {
	const number = typeof value === 'string' ? Number(value) : value;
	if (typeof number === 'number' && Number.isSafeInteger(number) && number >= least) return number;
	throw new NodeOperationError(
		context.getNode(),
		`'${displayName}' must be a whole number of at least ${least}, but is ${String(value)}`,
	);
}
