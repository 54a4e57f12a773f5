import { resultsOf, type Answer } from '../api/answer';
import { isObject, textOf } from '../../json';
import { pathOfSchemas, type HubSpotRequest } from '../api/endpoints';
import type { ApiVersion } from '../api/versions';

/** Without it HubSpot does not list the account's custom objects. Source: HubSpot's scopes reference. */
export const SCHEMAS_SCOPE = 'crm.schemas.custom.read';

/** A custom object of the account. */
export interface CustomObject {
	/** 2-N; HubSpot refuses the bare name in some calls. */
	readonly id: string;
	readonly displayName: string;
}

/** GET …/schemas: every custom object of the account, in one answer. */
export function readSchemasRequest(version: ApiVersion): HubSpotRequest {
	return { method: 'GET', path: pathOfSchemas(version) };
}

export function customObjectsIn(answer: Answer): CustomObject[] {
	return resultsOf(answer).flatMap(({ objectTypeId, labels, name }) => {
		const id = textOf(objectTypeId);
		if (id === undefined) return [];
		const plural = isObject(labels) ? textOf(labels.plural) : undefined;
		return [{ id, displayName: plural ?? textOf(name) ?? id }];
	});
}
