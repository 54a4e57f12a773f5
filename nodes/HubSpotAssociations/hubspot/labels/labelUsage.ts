import { resultsOf, type Answer } from '../api/answer';
import { pathOfLabelUsage, type HubSpotRequest } from '../api/endpoints';
import type { ObjectPair } from '../model/objectTypes';
import type { ApiVersion } from '../api/versions';

/** How many labels a pair of objects has, and how many HubSpot allows it. */
export interface LabelUsage {
	readonly used: number;
	readonly allowed: number;
}

/**
 * GET …/associations/labels of HubSpot's limits tracking. HubSpot's guide names another number than
 * live accounts allow; this call tells the account's own.
 */
export function readLabelUsageRequest(version: ApiVersion, pair: ObjectPair): HubSpotRequest {
	return { method: 'GET', path: pathOfLabelUsage(version, pair) };
}

/** Undefined where the answer is not about one pair alone. */
export function labelUsageIn(answer: Answer): LabelUsage | undefined {
	const results = resultsOf(answer);
	if (results.length !== 1) return undefined;
	const [{ usage, limit }] = results;
	return typeof usage === 'number' && typeof limit === 'number'
		? { used: usage, allowed: limit }
		: undefined;
}
