import { isObject, textOf, type JsonObject } from '../../json';
import type { Answer } from './answer';
import type { Reach } from './refusal';

/**
 * What the status and the words of a refusal mean for other requests. Every field is optional, as
 * HubSpot's documentation asks clients to treat it.
 */

/** A 404 of this kind is about one record, any other about the path, which all inputs share. */
const ONE_RECORD_NOT_FOUND = /\b(FROM|TO)_OBJECT_NOT_FOUND$/;

/** "Missing 'Edit Associations' permission.": what the user behind the credential may not do. */
export const MISSING_PERMISSION = /^missing '[^']+' permission/i;

/**
 * Refusals that every batch of the call would meet. They have the status and the category of a wrong
 * input, so only the words set them apart; all were seen in recorded traffic.
 */
const CONCERNS_CALL = [MISSING_PERMISSION, /^invalid input json/i, /unable to infer object type/i];

/** Reads how far a refusal reaches whose message is known. */
export function reachOf({ status, body }: Answer, message: string): Reach {
	const { category, subCategory, context } = isObject(body) ? body : ({} as JsonObject);
	if (status === 401 || status === 429) return 'run';
	if (status === 404 && ONE_RECORD_NOT_FOUND.test(textOf(subCategory) ?? '')) return 'batch';
	// A page in place of JSON comes from another server than HubSpot's API.
	if (status === 404 && textOf(body) !== undefined) return 'run';
	if (status < 400 || status === 403 || status === 404 || status >= 500) return 'call';
	if (CONCERNS_CALL.some((words) => words.test(message))) return 'call';
	// HubSpot says what is wrong with an input in a category; "internal error" has none. A body that was damaged says nothing.
	const isWhole = status === 400 && isObject(body);
	const isBare = isWhole && [category, subCategory, context].every((one) => !one);
	return isBare ? 'everyInput' : 'batch';
}

const SIZE_REFUSAL =
	/batch size|batch.{0,20}too large|too many (inputs|objects|items|records)|inputs.{0,40}(at most|maximum|exceed|limit)|(maximum|limit).{0,40}inputs/i;

/** With or without commas between the thousands: 2000, 2,000. */
const WHOLE_NUMBER = /\d{1,3}(?:,\d{3})+(?!\d)|\d+/g;

const PAYLOAD_TOO_LARGE = 413;

/** Returns how many inputs HubSpot takes where it refused more; undefined for any other refusal. */
export function batchMaximumIn(
	status: number,
	message: string,
	batchLength: number,
): number | undefined {
	if (batchLength < 2) return undefined;
	if (status !== PAYLOAD_TOO_LARGE && !(status === 400 && SIZE_REFUSAL.test(message))) {
		return undefined;
	}
	const named = (message.match(WHOLE_NUMBER) ?? [])
		.map((number) => Number(number.replaceAll(',', '')))
		.filter((number) => number > 0 && number < batchLength);
	return named.length > 0 ? Math.max(...named) : Math.ceil(batchLength / 2);
}

/** Which of HubSpot's rate limits a 429 is about. */
export type RatePolicy = 'DAILY' | 'SECONDLY' | 'ROLLING';

/** "You have reached your daily limit."; some 429s name the limit in their message alone. */
const POLICY_IN_MESSAGE = /\byour (daily|secondly) limit/i;

/** Reads the limit that a 429 is about; undefined for any other status. */
export function ratePolicyOf({ status, body }: Answer): RatePolicy | undefined {
	if (status !== 429) return undefined;
	const { policyName, message } = isObject(body) ? body : ({} as JsonObject);
	const named = textOf(policyName) ?? POLICY_IN_MESSAGE.exec(textOf(message) ?? '')?.[1];
	const policy = named?.toUpperCase();
	return policy === 'DAILY' || policy === 'SECONDLY' ? policy : 'ROLLING';
}
