import type { Failure } from '../../outcome';
import { SEARCH_PAGE_MAXIMUM } from '../api/batchSizes';
import { pathOfSearchRecords, type HubSpotRequest } from '../api/endpoints';
import type { ApiVersion } from '../api/versions';
import type { NamedRecords } from './records';

/**
 * POST …/objects/{type}/search: the records that have one of these values.
 * @param values in lower case, as HubSpot's search guide requires for IN
 * @param after the page, unless it is the first
 */
export function searchRecordsRequest(
	version: ApiVersion,
	{ type, property }: NamedRecords,
	values: readonly string[],
	after?: string,
): HubSpotRequest {
	return {
		method: 'POST',
		path: pathOfSearchRecords(version, type),
		body: {
			filterGroups: [{ filters: [{ propertyName: property, operator: 'IN', values }] }],
			properties: [property],
			limit: SEARCH_PAGE_MAXIMUM,
			...(after === undefined ? {} : { after }),
		},
		isSearch: true,
	};
}

/** What separates the words, values and names of a message. */
const BETWEEN_WORDS = /[\s"'`()[\]{},;:=]+/;

/** Returns the words that a refusal of a search names, in lower case: values of its context, words of its message. */
function wordsOf({ message, context }: Failure): Set<string> {
	const values = Object.values(context ?? {}).flat();
	const words = [...message.split(BETWEEN_WORDS), ...values];
	return new Set(words.map((word) => word.toLowerCase()));
}

/** Returns the positions of the values that the refusal of a search names. */
export function valuesBlamed(values: readonly string[], refusal: Failure): number[] {
	const words = wordsOf(refusal);
	return values.flatMap((value, index) => (words.has(value.toLowerCase()) ? [index] : []));
}

/**
 * Whether a refusal is about the property, which every value of a lookup shares: it names it, or it has
 * no category, as HubSpot's "There was a problem with the request." has none.
 */
export function concernsProperty({ property }: NamedRecords, refusal: Failure): boolean {
	return refusal.category === undefined || wordsOf(refusal).has(property.toLowerCase());
}
