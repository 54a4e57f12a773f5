import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IN8nHttpFullResponse,
} from 'n8n-workflow';
import { isObject, textOf, type Answer } from './hubspot/answer';
import { DEFAULT_BASE_URL, refuseBaseUrl, withoutTrailingSlash } from './hubspot/baseUrl';
import type { HubSpotRequest } from './hubspot/endpoints';

/** The credential that the parameter `authentication` stands for. */
function credentialType(authentication: string): string {
	return authentication === 'oAuth2' ? 'hubSpotAssociationsOAuth2Api' : 'hubSpotAssociationsApi';
}

type TransportContext = IExecuteFunctions | ILoadOptionsFunctions;

/** The way to HubSpot. */
export interface Transport {
	readonly baseUrl: string;
	/** Gives an answer for any status and for a lost connection; it does not throw. */
	exchange(this: void, request: HubSpotRequest): Promise<Answer>;
}

/**
 * The only way from this node to HubSpot: n8n's HTTP helper with the credential.
 * @param timeoutMs for one request
 * @throws NodeOperationError when the credential's base URL is no place for a token
 */
export async function openTransport(
	context: TransportContext,
	authentication: string,
	timeoutMs: number,
): Promise<Transport> {
	const type = credentialType(authentication);
	const { baseUrl } = await context.getCredentials(type);
	const root = withoutTrailingSlash(textOf(baseUrl) ?? DEFAULT_BASE_URL);
	const refusal = refuseBaseUrl(root);
	if (refusal) throw new NodeOperationError(context.getNode(), refusal);
	const common = httpOptions(authentication, timeoutMs);
	const exchange = async (request: HubSpotRequest): Promise<Answer> => {
		try {
			const response: FullResponse = await context.helpers.httpRequestWithAuthentication.call(
				context,
				type,
				{ ...common, method: request.method, url: root + request.path, body: bodyOf(request) },
			);
			return { status: response.statusCode, headers: response.headers, body: response.body };
		} catch (error) {
			return answerOf(error);
		}
	};
	return { baseUrl: root, exchange };
}

type FullResponse = Pick<IN8nHttpFullResponse, 'statusCode' | 'headers' | 'body'>;

function bodyOf({ body }: HubSpotRequest): IDataObject | undefined {
	return body as IDataObject | undefined;
}

/** Every status is ours to judge, but for a 401 with OAuth2: n8n renews the token when that is thrown. */
function httpOptions(
	authentication: string,
	timeoutMs: number,
): Omit<IHttpRequestOptions, 'url' | 'method' | 'body'> {
	return {
		json: true,
		timeout: timeoutMs,
		returnFullResponse: true,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: authentication !== 'oAuth2' || { ignore: true, except: [401] },
	};
}

/** Node.js's and axios's codes of a connection that ended before its answer: ECONNRESET, ERR_CANCELED. */
const LOST_CODE = /^E[A-Z_]+$/;

const RENEWAL_REFUSED =
	'HubSpot did not renew the access of the OAuth2 credential. Connect the credential again';

/** The error holds the token in its cause, so nothing of it but these fields goes on. */
function answerOf(error: unknown): Answer {
	const { httpCode, code, message, context } = error as Record<string, unknown>;
	const status = Number(httpCode);
	if (status === 401) {
		return { status, headers: {}, body: isObject(context) ? context.data : undefined };
	}
	// Only a 401 is thrown, so any other status is that of the call that renews an OAuth2 token.
	if (status === 429 || status >= 500) return { status, headers: {}, body: undefined };
	if (status >= 400) {
		return { status: 0, headers: {}, body: undefined, blocked: RENEWAL_REFUSED };
	}
	const lostCode = [httpCode, code].map(textOf).find((text) => text && LOST_CODE.test(text));
	if (lostCode) return { status: 0, headers: {}, body: undefined, lostCode };
	const blocked = textOf(message) ?? 'The request could not be sent';
	return { status: 0, headers: {}, body: undefined, blocked: withoutToken(blocked) };
}

function withoutToken(message: string): string {
	return message.replace(/bearer\s+\S+/gi, 'Bearer …');
}
