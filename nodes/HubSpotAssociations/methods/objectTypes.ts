import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';
import type { Failure } from '../outcome';
import { STANDARD_OBJECTS, USUAL_OBJECTS } from '../hubspot/model/objectTypes';
import { customObjectsIn, readSchemasRequest, SCHEMAS_SCOPE } from '../hubspot/records/schemas';
import { openPickerConnection, pageOf } from './picker';

const FORBIDDEN = 403;

/**
 * Lists HubSpot's own objects and the account's: the usual ones first, then by name. Where those of the account cannot be read,
 * the end of the list says why.
 * @throws NodeOperationError with that reason when nothing was found
 */
export async function searchObjectTypes(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { version, tryRead } = await openPickerConnection(this);
	const schemas = await tryRead(readSchemasRequest(version));
	const custom = schemas.ok ? customObjects(customObjectsIn(schemas.value)) : [];
	const page = pageOf(inOrder([...standardObjects(), ...custom]), filter, paginationToken);
	if (schemas.ok) return page;
	const reason = `Custom objects cannot be listed: ${reasonOf(schemas.failure)}`;
	if (page.results.length === 0) throw new NodeOperationError(this.getNode(), reason);
	if (page.paginationToken === undefined) {
		page.results.push({ name: reason, value: '', disabled: true });
	}
	return page;
}

function standardObjects(): INodeListSearchItems[] {
	return STANDARD_OBJECTS.map(({ id, displayName }) => ({ name: displayName, value: id }));
}

function customObjects(objects: ReturnType<typeof customObjectsIn>): INodeListSearchItems[] {
	return objects.map(({ id, displayName }) => ({ name: `${displayName} (${id})`, value: id }));
}

/** Sorts by name, after the usual objects. */
function inOrder(objects: readonly INodeListSearchItems[]): INodeListSearchItems[] {
	const place = ({ value }: INodeListSearchItems) =>
		USUAL_OBJECTS.indexOf(String(value)) + 1 || USUAL_OBJECTS.length + 1;
	return [...objects].sort(
		(one, other) => place(one) - place(other) || one.name.localeCompare(other.name),
	);
}

/** HubSpot names the scope in most refusals, but not in all. */
function reasonOf({ status, missingScopes, message }: Failure): string {
	if (status !== FORBIDDEN) return message;
	return `the credential is missing the scope ${(missingScopes ?? [SCHEMAS_SCOPE]).join(', ')}`;
}
