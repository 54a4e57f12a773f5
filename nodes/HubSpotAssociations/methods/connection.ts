import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { rejectionOf } from '../hubspot/rejection';
import { isReadable, isSuccess, type Answer } from '../hubspot/answer';
import type { HubSpotRequest } from '../hubspot/endpoints';
import { DEFAULT_API_VERSION, isApiVersion, type ApiVersion } from '../hubspot/versions';
import { openTransport } from '../transport';

/** A person waits for the list to open, so it is not tried again and again. */
const PICKER_TIMEOUT_MS = 15_000;

/** Reads from HubSpot for a list in the editor. */
export interface PickerConnection {
	readonly version: ApiVersion;
	/** @throws NodeOperationError in words that the editor shows in place of the list */
	read(request: HubSpotRequest): Promise<Answer>;
}

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
	return {
		version: isApiVersion(chosen) ? chosen : DEFAULT_API_VERSION,
		async read(request) {
			const answer = await exchange(request);
			if (isSuccess(answer) && isReadable(answer)) return answer;
			const { message, advice } = answer.lostCode
				? { message: `HubSpot could not be reached (${answer.lostCode})`, advice: undefined }
				: rejectionOf(answer, 1);
			throw new NodeOperationError(context.getNode(), message, { description: advice });
		},
	};
}
