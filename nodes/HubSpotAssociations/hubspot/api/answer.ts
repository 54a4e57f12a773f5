import { idOf, isObject, objectsIn, textOf, type JsonObject } from '../../json';
import { changesNothing, type HubSpotRequest } from './endpoints';

/** What came back for a request. */
export interface Answer {
	/** The HTTP status, or 0 when no answer came. */
	readonly status: number;
	readonly headers: Readonly<Record<string, unknown>>;
	readonly body: unknown;
	/** The code of a lost answer, such as ECONNRESET: HubSpot may have carried out the request. */
	readonly lostCode?: string;
	/** The code of a request that never left, such as ECONNREFUSED; the next try may succeed. */
	readonly unsentCode?: string;
	/** Why the request never left and never would, such as access that is not renewed. */
	readonly blocked?: string;
}

/** Success is any 2xx: HubSpot has changed 201 to 200 without notice before. */
export function isSuccess(answer: Answer): boolean {
	return answer.status >= 200 && answer.status < 300;
}

/** The status of an answer without a body, as archive calls give it. */
export const NO_CONTENT = 204;

/**
 * Whether a 2xx response carries enough to decide the outcomes. Text (HTML from a proxy, JSON cut short)
 * or nothing in any 2xx but a 204 was damaged on its way.
 * So was a read without its list: a missing list is not an empty one.
 */
export function isReadable({ status, body }: Answer, request: HubSpotRequest): boolean {
	const { listName = 'results' } = request;
	if (changesNothing(request)) return isObject(body) && isList(body[listName]);
	return isObject(body) || status === NO_CONTENT;
}

function isList(value: unknown): boolean {
	return Array.isArray(value) && value.every(isObject);
}

/** Returns the `results` of a batch or a collection; empty when there are none. */
export function resultsOf(answer: Answer): readonly JsonObject[] {
	return isObject(answer.body) ? objectsIn(answer.body.results) : [];
}

export function header(answer: Answer, name: string): string | undefined {
	const value = answer.headers[name.toLowerCase()];
	return typeof value === 'number' ? String(value) : textOf(value);
}

/** Returns where the next page of a list begins, from `paging.next.after`; undefined on the last one. */
export function nextPageOf(body: unknown): string | undefined {
	const paging = isObject(body) ? body.paging : undefined;
	const next = isObject(paging) ? paging.next : undefined;
	return isObject(next) ? idOf(next.after) : undefined;
}
