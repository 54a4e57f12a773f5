import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { unreached } from '../hubspot/api/advice';
import { rejectionOf } from '../hubspot/api/rejection';
import { isReadable, isSuccess, type Answer } from '../hubspot/api/answer';
import type { HubSpotRequest } from '../hubspot/api/endpoints';
import { fail, succeed, type Failure, type Outcome } from '../outcome';
import { API_VERSIONS, DEFAULT_API_VERSION, type ApiVersion } from '../hubspot/api/versions';
import { valueOrThrow } from '../input/values/checks';
import { openTransport } from '../transport';

/** A person waits for the list to open, so requests are not retried. */
const PICKER_TIMEOUT_MS = 15_000;

/** Reads from HubSpot for a list in the editor. */
export interface PickerConnection {
	readonly version: ApiVersion;
	/** For what a list can do without; it does not throw. */
	tryRead(this: void, request: HubSpotRequest): Promise<Outcome<Answer>>;
	/** @throws NodeOperationError in words that the editor shows in place of the list */
	read(this: void, request: HubSpotRequest): Promise<Answer>;
}

/** @throws NodeOperationError when the credential's base URL is not safe for a token */
export async function openPickerConnection(
	context: ILoadOptionsFunctions,
): Promise<PickerConnection> {
	const authentication = context.getCurrentNodeParameter('authentication');
	const { exchange } = await openTransport(
		context,
		authentication === 'oAuth2' ? 'oAuth2' : 'accessToken',
		PICKER_TIMEOUT_MS,
	);
	const chosen = context.getCurrentNodeParameter('options.apiVersion');
	const tryRead = async (request: HubSpotRequest) => outcomeOf(request, await exchange(request));
	return {
		version: API_VERSIONS.find((version) => version === chosen) ?? DEFAULT_API_VERSION,
		tryRead,
		read: async (request) => valueOrThrow(context, await tryRead(request)),
	};
}

function outcomeOf(request: HubSpotRequest, answer: Answer): Outcome<Answer> {
	if (isSuccess(answer)) {
		return isReadable(answer, request)
			? succeed(answer)
			: fail(unread("HubSpot's response could not be read"));
	}
	const code = answer.lostCode ?? answer.unsentCode;
	return code ? fail(unread(unreached(code))) : fail(rejectionOf(answer, 1).failure);
}

/** A list only reads, so there is nothing that a lost answer could leave open. */
function unread(message: string): Failure {
	return { message, state: 'notSent', retryable: true };
}

/** How many choices the editor loads at once; it asks for more when a person scrolls down. */
const PAGE_SIZE = 50;

/**
 * Returns one page of the choices that contain what a person typed.
 * @param token where the page begins, from the page before
 */
export function pageOf(
	choices: readonly INodeListSearchItems[],
	filter = '',
	token = '0',
): INodeListSearchResult {
	const wanted = filter.trim().toLowerCase();
	const found = choices.filter(({ name, value }) =>
		[name, String(value)].some((text) => text.toLowerCase().includes(wanted)),
	);
	const start = Number(token);
	const end = start + PAGE_SIZE;
	return {
		results: found.slice(start, end),
		paginationToken: end < found.length ? String(end) : undefined,
	};
}
