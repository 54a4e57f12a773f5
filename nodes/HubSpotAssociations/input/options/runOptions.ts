import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import {
	API_VERSIONS,
	DEFAULT_API_VERSION,
	isApiVersion,
	type ApiVersion,
} from '../../hubspot/api/versions';
import { DISPLAY_NAMES } from '../displayNames';
import { createParameterReader } from '../expressions/parameterReader';
import { readSwitch } from './switchOption';
import { shown } from '../values/shown';
import { wholeNumberIn } from '../values/wholeNumber';

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

/** A longer time runs over in Node.js's timers, which then end at once. */
const LONGEST_TIMEOUT_MS = 2_147_483_647;

type NumberOption = 'batchSize' | keyof typeof OPTION_DEFAULTS;

/**
 * Reads the options once for the run, from the first item.
 * @throws NodeOperationError when one is out of range
 */
export function readRunOptions(context: IExecuteFunctions): RunOptions {
	const values = createParameterReader(context, 'options', {}).read(0) as IDataObject;
	const whole = (name: NumberOption, least: number, otherwise?: number, most?: number) =>
		wholeNumber(context, name, values[name] ?? otherwise, least, most);
	return {
		apiVersion: apiVersionIn(context, values.apiVersion ?? DEFAULT_API_VERSION),
		batchSize: (values.batchSize ?? undefined) === undefined ? undefined : whole('batchSize', 1),
		maxConcurrency: whole('maxConcurrency', 1, OPTION_DEFAULTS.maxConcurrency),
		maxRetries: whole('maxRetries', 0, OPTION_DEFAULTS.maxRetries),
		requestsPerTenSeconds: whole('requestsPerTenSeconds', 1, OPTION_DEFAULTS.requestsPerTenSeconds),
		timeoutMs: whole('timeout', 1, OPTION_DEFAULTS.timeout, LONGEST_TIMEOUT_MS),
		dryRun: readSwitch(context, values, 'dryRun'),
		values,
	};
}

function apiVersionIn(context: IExecuteFunctions, value: unknown): ApiVersion {
	if (isApiVersion(value)) return value;
	return refuse(context, 'apiVersion', `must be one of ${API_VERSIONS.join(', ')}`, value);
}

function wholeNumber(
	context: IExecuteFunctions,
	name: NumberOption,
	value: unknown,
	least: number,
	most = Infinity,
): number {
	const number = wholeNumberIn(value);
	if (number !== undefined && number >= least && number <= most) return number;
	const range = most === Infinity ? `of at least ${least}` : `between ${least} and ${most}`;
	return refuse(context, name, `must be a whole number ${range}`, value);
}

function refuse(
	context: IExecuteFunctions,
	name: 'apiVersion' | 'dryRun' | NumberOption,
	rule: string,
	value: unknown,
): never {
	throw new NodeOperationError(
		context.getNode(),
		`'${DISPLAY_NAMES[name]}' ${rule}, but is ${shown(value)}`,
	);
}
