import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { rejectionOf } from '../hubspot/api/rejection';
import { isReadable, isSuccess, type Answer } from '../hubspot/api/answer';
import type { HubSpotRequest } from '../hubspot/api/endpoints';
import { fail, succeed, type Failure, type Outcome } from '../outcome';
import { DEFAULT_API_VERSION, isApiVersion, type ApiVersion } from '../hubspot/api/versions';
import { openTransport } from '../transport';

/** A person waits for the list to open, so it is not tried again and again. */
const PICKER_TIMEOUT_MS = 15_000;

/** Reads from HubSpot for a list in the editor. */
export interface PickerConnection {
	readonly version: ApiVersion;
	/** For what a list can do without; it does not throw. */
	tryRead(this: void, request: HubSpotRequest): Promise<Outcome<Answer>>;
	/** @throws NodeOperationError in words that the editor shows in place of the list */
	read(this: void, request: HubSpotRequest): Promise<Answer>;
}

/** @throws NodeOperationError when the credential's base URL is no place for a token */
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
		version: isApiVersion(chosen) ? chosen : DEFAULT_API_VERSION,
		tryRead,
		async read(request) {
			const answer = await tryRead(request);
			if (answer.ok) return answer.value;
			const { message, advice } = answer.failure;
			throw new NodeOperationError(context.getNode(), message, { description: advice });
		},
	};
}

function outcomeOf(request: HubSpotRequest, answer: Answer): Outcome<Answer> {
	if (isSuccess(answer)) {
		return isReadable(answer, request)
			? succeed(answer)
			: fail(unread("HubSpot's answer could not be read"));
	}
	const code = answer.lostCode ?? answer.unsentCode;
	return code
		? fail(unread(`HubSpot could not be reached (${code})`))
		: fail(rejectionOf(answer, 1).failure);
}

/** A list only reads, so there is nothing that a lost answer could leave open. */
function unread(message: string): Failure {
	return { message, state: 'notSent', retryable: true };
}
