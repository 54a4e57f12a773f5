import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IN8nHttpFullResponse,
} from 'n8n-workflow';
import { withDeadline } from './deadline';
import type { Answer } from './hubspot/api/answer';
import { textOf } from './json';
import { DEFAULT_BASE_URL, refuseBaseUrl, withoutTrailingSlash } from './hubspot/api/baseUrl';
import type { HubSpotRequest } from './hubspot/api/endpoints';
import { createSecrets } from './secrets';
import { lost, receivedAnswer, thrownAnswer } from './thrownAnswer';

/** Returns the credential for the parameter `authentication`. */
function credentialType(authentication: string): string {
	return authentication === 'oAuth2' ? 'hubSpotAssociationsOAuth2Api' : 'hubSpotAssociationsApi';
}

type TransportContext = IExecuteFunctions | ILoadOptionsFunctions;

/** The connection to HubSpot. */
export interface Transport {
	readonly baseUrl: string;
	/** Returns an answer for any status and for a lost connection; it does not throw. */
	exchange(this: void, request: HubSpotRequest): Promise<Answer>;
}

/**
 * Opens the only connection from this node to HubSpot: n8n's HTTP helper with the credential. What
 * comes back holds none of the credential's secrets, even if the host repeats them.
 * @param timeoutMs for one request, from its start to the end of its answer, with the renewal of an OAuth2 token
 * @throws NodeOperationError when the credential's base URL is not safe for a token
 */
export async function openTransport(
	context: TransportContext,
	authentication: string,
	timeoutMs: number,
): Promise<Transport> {
	const type = credentialType(authentication);
	const credential = await context.getCredentials(type);
	const root = withoutTrailingSlash(textOf(credential.baseUrl) ?? DEFAULT_BASE_URL);
	const refusal = refuseBaseUrl(root);
	if (refusal) throw new NodeOperationError(context.getNode(), refusal);
	const secrets = createSecrets();
	secrets.learn(credential);
	const common = httpOptions(authentication, timeoutMs);
	const cancellation = cancellationOf(context);

	const hidden = async (answer: Answer, options: IHttpRequestOptions): Promise<Answer> => {
		// n8n adds the token to the options themselves, so they show a renewed one.
		const signature = textOf(options.headers?.Authorization);
		if (signature && secrets.hideIn(signature) === signature) {
			secrets.learn(await context.getCredentials(type));
		}
		return secrets.hideIn(answer);
	};

	const exchange = async ({ method, path, body }: HubSpotRequest): Promise<Answer> => {
		const options = { ...common, method, url: root + path, body: body as IDataObject | undefined };
		const answer = await withDeadline(
			timeoutMs,
			cancellation,
			async (signal) => await send(boundBy(signal, context), type, options),
		);
		if (!answer) return lost(cancellation?.aborted ? 'ERR_CANCELED' : 'timeout');
		return await hidden(answer, options).catch(() => unreadable(answer));
	};
	return { baseUrl: root, exchange };
}

async function send(
	context: TransportContext,
	type: string,
	options: IHttpRequestOptions,
): Promise<Answer> {
	try {
		const response: FullResponse = await context.helpers.httpRequestWithAuthentication.call(
			context,
			type,
			options,
		);
		return await receivedAnswer(response.statusCode, response.headers, response.body);
	} catch (error) {
		return await thrownAnswer(error, options.url);
	}
}

type FullResponse = Pick<IN8nHttpFullResponse, 'statusCode' | 'headers' | 'body'>;

function cancellationOf(context: TransportContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** n8n's helper takes the signal from the context, in place of the one in the options. */
function boundBy(signal: AbortSignal, context: TransportContext): TransportContext {
	return Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	}) as TransportContext;
}

/** Reduces an answer whose secrets could not be hidden, for example because it is nested too deeply. */
function unreadable({ status }: Answer): Answer {
	return status === 0 ? lost() : { status, headers: {}, body: undefined };
}

/**
 * This node handles every status itself. With OAuth2, n8n must throw a 401 to renew the token: before
 * 2.10 it cannot throw only that one.
 */
function httpOptions(
	authentication: string,
	timeoutMs: number,
): Omit<IHttpRequestOptions, 'url' | 'method' | 'body'> {
	return {
		json: true,
		// The body is read here because n8n's helper has no limit.
		encoding: 'stream',
		timeout: timeoutMs,
		returnFullResponse: true,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: authentication !== 'oAuth2',
	};
}
