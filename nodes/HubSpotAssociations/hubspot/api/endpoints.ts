import type { ObjectPair, ObjectType } from '../model/objectTypes';
import { API_ROOTS, DEFAULT_API_VERSION, type ApiVersion } from './versions';

/** One HTTP request to HubSpot; the path starts at the base URL of the credential. */
export interface HubSpotRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly path: string;
	readonly body?: object;
	/** Searches have their own rate limit, per second. */
	readonly isSearch?: boolean;
	/** A POST that only reads, as HubSpot's batch reads are. */
	readonly isBatchRead?: boolean;
	/** The name of the list that a read answers, where it is not `results`. */
	readonly listName?: string;
}

/**
 * Which of HubSpot's rolling limits counts a request: that of the app for ten seconds, or the burst of
 * its own that associations, labels, limits and searches have.
 */
export type RateKind = 'tenSecondly' | 'exempt';

/**
 * HubSpot's OpenAPI documents mark every call beneath these roots as exempt from the ten-second limit
 * (`x-hubspot-rate-limit-exemptions`), and searches; reading records, schemas and usage is not.
 */
const EXEMPT_ROOTS = Object.values(API_ROOTS).flatMap(({ definitions, records }) =>
	[definitions, records].map((root) => `${root}/`),
);

export function rateKindOf({ path, isSearch }: HubSpotRequest): RateKind {
	const isExempt = isSearch === true || EXEMPT_ROOTS.some((root) => path.startsWith(root));
	return isExempt ? 'exempt' : 'tenSecondly';
}

export function postInputs(path: string, inputs: readonly object[]): HubSpotRequest {
	return { method: 'POST', path, body: { inputs } };
}

/** Whether a request cannot have changed anything, even when its answer was lost. */
export function changesNothing({ method, isSearch, isBatchRead }: HubSpotRequest): boolean {
	return method === 'GET' || isSearch === true || isBatchRead === true;
}

function between(pair: ObjectPair): string {
	return `${encodeURIComponent(pair.from.spelling)}/${encodeURIComponent(pair.to.spelling)}`;
}

function recordCall(call: string) {
	return (version: ApiVersion, pair: ObjectPair) =>
		`${API_ROOTS[version].records}/${between(pair)}/batch/${call}`;
}

function objectCall(call: string) {
	return (version: ApiVersion, { spelling }: ObjectType) =>
		`${API_ROOTS[version].objects}/${encodeURIComponent(spelling)}/${call}`;
}

function limitCall(call: string) {
	return (version: ApiVersion, pair: ObjectPair) => `${pathOfLimits(version, pair)}/batch/${call}`;
}

export function pathOfLimits(version: ApiVersion, pair: ObjectPair): string {
	return `${API_ROOTS[version].definitions}/definitions/configurations/${between(pair)}`;
}

export function pathOfAllLimits(version: ApiVersion): string {
	return `${API_ROOTS[version].definitions}/definitions/configurations/all`;
}

export function pathOfLabels(version: ApiVersion, pair: ObjectPair): string {
	return `${API_ROOTS[version].definitions}/${between(pair)}/labels`;
}

export function pathOfLabel(version: ApiVersion, pair: ObjectPair, typeId: number): string {
	return `${pathOfLabels(version, pair)}/${typeId}`;
}

/** Limits tracking takes ids; an object that is known by its name alone is asked for by that name. */
function usageId({ id, spelling }: ObjectType): string {
	return encodeURIComponent(id ?? spelling);
}

/** Of one direction, of all from or to one object, or of the account. */
export function pathOfLabelUsage(version: ApiVersion, { from, to }: Partial<ObjectPair>): string {
	const query = [
		...(from ? [`fromObjectTypeId=${usageId(from)}`] : []),
		...(to ? [`toObjectTypeId=${usageId(to)}`] : []),
	].join('&');
	return `${API_ROOTS[version].usage}/labels${query === '' ? '' : `?${query}`}`;
}

/** Of the account's objects, or of those that one object is associated with. */
export function pathOfObjectUsage(version: ApiVersion, from?: ObjectType): string {
	return `${API_ROOTS[version].usage}/records/${from ? `${usageId(from)}/to` : 'from'}`;
}

export function pathOfRecordUsage(version: ApiVersion, { from, to }: ObjectPair): string {
	return `${API_ROOTS[version].usage}/records/${usageId(from)}/${usageId(to)}`;
}

/** HubSpot emails the report to the user. */
export function pathOfUsageReport(version: ApiVersion, userId: number): string {
	return `${API_ROOTS[version].records}/usage/high-usage-report/${userId}`;
}

export function pathOfSchemas(version: ApiVersion): string {
	return API_ROOTS[version].schemas;
}

export function pathOfSchema(version: ApiVersion, { spelling }: ObjectType): string {
	return `${API_ROOTS[version].schemas}/${encodeURIComponent(spelling)}`;
}

export const pathOfCreateAssociations = recordCall('create');
export const pathOfCreateUnlabeled = recordCall('associate/default');
export const pathOfReadAssociations = recordCall('read');
export const pathOfArchiveAssociations = recordCall('archive');
export const pathOfArchiveLabels = recordCall('labels/archive');

export const pathOfReadRecords = objectCall('batch/read');
export const pathOfSearchRecords = objectCall('search');

export const pathOfCreateLimits = limitCall('create');
export const pathOfUpdateLimits = limitCall('update');
export const pathOfPurgeLimits = limitCall('purge');

/** For testing a credential: every token may read it. */
export const ACCOUNT_DETAILS_PATH = `/account-info/${DEFAULT_API_VERSION}/details`;

/** OAuth token call, as form body. /oauth/v1 stops on 2027-02-16. Source: HubSpot's developer changelog. */
export const OAUTH_TOKEN_PATH = `/oauth/${DEFAULT_API_VERSION}/token`;
