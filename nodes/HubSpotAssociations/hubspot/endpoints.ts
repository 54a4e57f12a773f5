import type { ObjectPair } from './objectTypes';
import { API_ROOTS, DEFAULT_API_VERSION, type ApiVersion } from './versions';

/** One HTTP request to HubSpot; the path starts at the base URL of the credential. */
export interface HubSpotRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly path: string;
	readonly body?: object;
}

function between(pair: ObjectPair): string {
	return `${encodeURIComponent(pair.from.spelling)}/${encodeURIComponent(pair.to.spelling)}`;
}

function recordCall(call: string) {
	return (version: ApiVersion, pair: ObjectPair) =>
		`${API_ROOTS[version].records}/${between(pair)}/batch/${call}`;
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

export const pathOfCreateAssociations = recordCall('create');
export const pathOfCreateUnlabeled = recordCall('associate/default');

export const pathOfCreateLimits = limitCall('create');
export const pathOfUpdateLimits = limitCall('update');

/** For the test of a credential: every token may read it. */
export const ACCOUNT_DETAILS_PATH = `/account-info/${DEFAULT_API_VERSION}/details`;

/** OAuth token call, as form body. /oauth/v1 stops on 2027-02-16. Source: HubSpot's developer changelog. */
export const OAUTH_TOKEN_PATH = `/oauth/${DEFAULT_API_VERSION}/token`;
