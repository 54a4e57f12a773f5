import type { INodeProperties } from 'n8n-workflow';
import { API_VERSIONS, DEFAULT_API_VERSION, type ApiVersion } from '../hubspot/api/versions';
import { named } from '../input/displayNames';
import { NUMBER_OPTIONS, type NumberOption } from '../input/options/runOptions';
import { numberParameter, switchParameter } from './kinds';

/** What the editor says about each version. Source of the dates: HubSpot's developer changelog. */
const VERSION_NOTES: Readonly<Record<ApiVersion, string>> = {
	'2026-03': 'Supported by HubSpot until about September 2027',
	'2026-09': 'Supported by HubSpot until about March 2028',
	v4: 'Supported by HubSpot until 30 March 2027',
};

export function numberOption(name: NumberOption, description: string): INodeProperties {
	return numberParameter(name, NUMBER_OPTIONS[name], description);
}

const batchSize = numberOption(
	'batchSize',
	'Maximum number of items to send in one request. HubSpot accepts up to 2,000.',
);

const dryRun = switchParameter(
	'dryRun',
	'Whether to only show what would be done, without changing anything in HubSpot',
	true,
);

const includeInputFields = switchParameter(
	'includeInputFields',
	"Whether to add the input item's own fields to each result. If both have a field of the same name, the result's is kept.",
);

/** The options of an operation that only reads. */
export const readOptions: readonly INodeProperties[] = [
	{
		...named('apiVersion'),
		type: 'options',
		options: API_VERSIONS.map((version) => ({
			name: version,
			value: version,
			description: VERSION_NOTES[version],
		})),
		default: DEFAULT_API_VERSION,
		description: "The version of HubSpot's API to call",
	},
	includeInputFields,
	numberOption('maxConcurrency', 'Maximum number of requests in progress at the same time'),
	numberOption(
		'maxRetries',
		'How many times to resend a request that HubSpot could not process, for example because of its rate limit',
	),
	{
		...numberOption(
			'requestsPerTenSeconds',
			'Maximum number of requests to send in ten seconds. HubSpot allows 100 to 200, depending on your subscription, and counts requests that read records by a property separately.',
		),
		hint: 'Lower it if other apps use the same HubSpot account at the same time',
	},
	numberOption('timeout', 'How long to wait for the response to one request, in milliseconds'),
];

/** The options of an operation that writes one thing per request. */
export const writeOptions: readonly INodeProperties[] = [...readOptions, dryRun];

/** The options of an operation that writes in batches. */
export const batchOptions: readonly INodeProperties[] = [...writeOptions, batchSize];

/** Names, defaults and texts are n8n's own for operations that get many. */
export const returnAllOrLimit: INodeProperties[] = [
	switchParameter('returnAll', 'Whether to return all results or only up to a given limit'),
	{
		...numberParameter('limit', { least: 1, default: 50 }, 'Max number of results to return'),
		displayOptions: { show: { returnAll: [false] } },
	},
];
