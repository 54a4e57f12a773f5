/** HubSpot's API. Source: `servers` in HubSpot's OpenAPI documents. */
export const DEFAULT_BASE_URL = 'https://api.hubapi.com';

/**
 * What a base URL may be: https anywhere, or plain http on this machine (for the simulator). It is
 * kept as the text of a regular expression because a credential's expressions need it too.
 */
const LOOPBACK = '(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1\\])';
export const SAFE_BASE_URL = `^(https:\\/\\/[^\\/\\\\@?#\\s]+|http:\\/\\/${LOOPBACK}(:\\d+)?)\\/*$`;

const NO_ADDRESS = `The credential's 'Base URL' is not the address of a host. Enter it like ${DEFAULT_BASE_URL}`;

/** Returns why a base URL is refused, or undefined when a token may be sent there. */
export function refuseBaseUrl(baseUrl: string): string | undefined {
	if (new RegExp(SAFE_BASE_URL, 'i').test(baseUrl)) {
		return URL.canParse(baseUrl) ? undefined : NO_ADDRESS;
	}
	return `The credential's 'Base URL' must start with https:// and have nothing after the host, such as ${DEFAULT_BASE_URL}. An access token is never sent over a connection that others can read`;
}

export function withoutTrailingSlash(url: string): string {
	return url.replace(/\/+$/, '');
}

/**
 * Returns the scheme, host and port of the address of a request; undefined where it has none.
 * @param base what a relative address is relative to
 */
export function originOf(url: string, base?: string): string | undefined {
	return URL.canParse(url, base) ? new URL(url, base).origin : undefined;
}
