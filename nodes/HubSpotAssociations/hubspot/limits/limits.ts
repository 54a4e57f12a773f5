import { resultsOf, type Answer } from '../api/answer';
import { labelIn, type AssociationLabel } from '../labels/labels';
import { associationTypeKey, type AssociationType } from '../model/associationTypes';
import { pathOfAllLimits, pathOfLimits, type HubSpotRequest } from '../api/endpoints';
import type { Read } from '../api/read';
import type { ObjectPair } from '../model/objectTypes';
import type { ApiVersion } from '../api/versions';

/** Identifies the limit of one association type. */
export interface LimitTarget extends AssociationType {
	readonly pair: ObjectPair;
	/** The label as the account has it, where it was read; HubSpot's update does not return it. */
	readonly label?: string | null;
}

/** One association limit to set. */
export interface LimitInput extends LimitTarget {
	/** How many records of the second object one record of the first may have; int32, at least 1. */
	readonly maxToObjectIds: number;
}

/** An association limit as HubSpot has it. */
export interface Limit extends AssociationLabel {
	readonly maxToObjectIds: number;
}

/** GET …/definitions/configurations/{from}/{to}: the limits of one pair. */
export const LIMITS: Read<Limit[]> = {
	request: (version, pair) => ({ method: 'GET', path: pathOfLimits(version, pair) }),
	parse: limitsIn,
};

/**
 * GET …/definitions/configurations/all: every limit of the account. HubSpot's OpenAPI document gives
 * its results no object types.
 */
export function readAllLimitsRequest(version: ApiVersion): HubSpotRequest {
	return { method: 'GET', path: pathOfAllLimits(version) };
}

/** Reads the limits in an answer; types without a limit of the account's own are left out. */
export function limitsIn(answer: Answer): Limit[] {
	return resultsOf(answer).flatMap((result) => {
		const type = labelIn(result);
		const maximum = result.userEnforcedMaxToObjectIds;
		return type && typeof maximum === 'number' ? [{ ...type, maxToObjectIds: maximum }] : [];
	});
}

export function limitsByType(limits: readonly Limit[]): Map<string, Limit> {
	return new Map(limits.map((limit) => [associationTypeKey(limit), limit]));
}
