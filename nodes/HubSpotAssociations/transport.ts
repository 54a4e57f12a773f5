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
import { ACCOUNT_DETAILS_PATH, type HubSpotRequest } from './hubspot/api/endpoints';
import { parseBody } from './responseBody';
import { createSecrets } from './secrets';
import { failedRenewal, lost, receivedAnswer, thrownAnswer } from './thrownAnswer';

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
	const common = httpOptions(timeoutMs);
	const cancellation = cancellationOf(context);

	const hidden = async (answer: Answer, options: IHttpRequestOptions): Promise<Answer> => {
		// n8n adds the token to the options themselves, so they show a renewed one.
		const signature = textOf(options.headers?.Authorization);
		if (signature && secrets.hideIn(signature) === signature) {
			secrets.learn(await context.getCredentials(type));
		}
		const { body, ...rest } = answer;
		const parsed = parseBody(body);
		const isClean = typeof body === 'string' && secrets.areAbsentIn(body);
		return { ...secrets.hideIn(rest), body: isClean ? parsed : secrets.hideIn(parsed) };
	};

	const exchange = async ({ method, path, body }: HubSpotRequest): Promise<Answer> => {
		const options = { ...common, method, url: root + path, body: body as IDataObject | undefined };
		const answer = await withDeadline(timeoutMs, cancellation, async (signal) => {
			const bound = boundBy(signal, context);
			const first = await send(bound, type, options);
			if (first.status !== 401 || authentication !== 'oAuth2') return first;
			const failure = await renewAccess(bound, type, root + ACCOUNT_DETAILS_PATH, timeoutMs);
			const second = await send(bound, type, options);
			return second.status === 401 && failure ? failure : second;
		});
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
		return thrownAnswer(error);
	}
}

/**
 * Has n8n renew an OAuth2 token that HubSpot no longer accepts.
 * @param url a small thing to read, for n8n before 1.123: it has no function for this, and renews
 * a token only for a request that throws for its status 401
 * @returns an answer only when that did not succeed
 */
async function renewAccess(
	context: TransportContext,
	type: string,
	url: string,
	timeout: number,
): Promise<Answer | undefined> {
	const { refreshOAuth2Token, httpRequestWithAuthentication } = context.helpers as OldHelpers;
	const request = { url, timeout, disableFollowRedirect: true };
	try {
		if (refreshOAuth2Token) await refreshOAuth2Token.call(context, type);
		else await httpRequestWithAuthentication.call(context, type, request);
		return undefined;
	} catch (error) {
		return failedRenewal(error);
	}
}

type Helpers = TransportContext['helpers'];
type OldHelpers = Omit<Helpers, 'refreshOAuth2Token'> &
	Partial<Pick<Helpers, 'refreshOAuth2Token'>>;

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
 * This node handles every status itself. It renews an OAuth2 token itself too: n8n does that only for
 * a 401 that throws, and before 2.10 it cannot throw for that status alone.
 */
function httpOptions(timeoutMs: number): Omit<IHttpRequestOptions, 'url' | 'method' | 'body'> {
	return {
		json: true,
		// The body is read here because n8n's helper has no limit.
		encoding: 'stream',
		timeout: timeoutMs,
		returnFullResponse: true,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
	};
}
