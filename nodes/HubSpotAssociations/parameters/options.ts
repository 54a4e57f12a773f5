import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { API_VERSIONS, DEFAULT_API_VERSION, type ApiVersion } from '../hubspot/api/versions';
import { DISPLAY_NAMES } from '../input/displayNames';
import { OPTION_DEFAULTS } from '../input/options/runOptions';

/** What the editor says of each version; the support dates are from HubSpot's developer changelog. */
const VERSION_NOTES: Readonly<Record<ApiVersion, string>> = {
	'2026-03': 'Supported by HubSpot until about September 2027',
	'2026-09': 'Supported by HubSpot until about March 2028',
	v4: 'Supported by HubSpot until 30 March 2027',
};

const versionOptions: INodePropertyOptions[] = API_VERSIONS.map((version) => ({
	name: version,
	value: version,
	description: VERSION_NOTES[version],
}));

const { maxConcurrency, maxRetries, requestsPerTenSeconds, timeout } = OPTION_DEFAULTS;

const batchSize: INodeProperties = {
	displayName: DISPLAY_NAMES.batchSize,
	name: 'batchSize',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 2000,
	description: 'The most items to send in one request. HubSpot accepts up to 2,000.',
};

const dryRun: INodeProperties = {
	displayName: DISPLAY_NAMES.dryRun,
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to only show what would be sent, without changing anything in HubSpot',
};

const REQUEST_OPTIONS: readonly INodeProperties[] = [
	{
		displayName: DISPLAY_NAMES.apiVersion,
		name: 'apiVersion',
		type: 'options',
		options: versionOptions,
		default: DEFAULT_API_VERSION,
		description: "The version of HubSpot's API to call",
	},
	{
		displayName: DISPLAY_NAMES.maxConcurrency,
		name: 'maxConcurrency',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: maxConcurrency,
		description: 'The most requests to have under way at once',
	},
	{
		displayName: DISPLAY_NAMES.maxRetries,
		name: 'maxRetries',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: maxRetries,
		description:
			'How many times to send a request again that HubSpot could not take, for example at its rate limit',
	},
	{
		displayName: DISPLAY_NAMES.requestsPerTenSeconds,
		name: 'requestsPerTenSeconds',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: requestsPerTenSeconds,
		description:
			'The most requests to send in ten seconds. HubSpot allows 100 to 200, depending on your subscription.',
	},
	{
		displayName: DISPLAY_NAMES.timeout,
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: timeout,
		description: 'How long to wait for the answer to one request, in milliseconds',
	},
];

/**
 * The options of an operation that writes in batches.
 * @param further options that only this operation has
 */
export function batchOptions(...further: INodeProperties[]): INodeProperties {
	return writeOptions(batchSize, ...further);
}

/** The options of an operation that writes one thing a request. */
export function writeOptions(...further: INodeProperties[]): INodeProperties {
	return readOptions(dryRun, ...further);
}

/** The options of an operation that only reads, from A to Z. */
export function readOptions(...further: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...REQUEST_OPTIONS, ...further].sort((a, b) =>
			a.displayName.localeCompare(b.displayName),
		),
	};
}
