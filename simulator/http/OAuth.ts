import { randomUUID } from 'node:crypto';
import type { Tokens } from './Tokens';

/** Lifetime of HubSpot's access tokens. */
const ACCESS_TOKEN_LIFETIME_MS = 1_800_000;

export interface OAuthOptions {
	/** How long an access token lives. Default: 30 minutes, as HubSpot's. */
	expiresInMs?: number;
	/** Whether the user who connected the app has the permission 'Edit Associations'. Default true. */
	mayEditAssociations?: boolean;
}

/** One OAuth app that the account has authorized: what a person would have after clicking "Connect". */
export class OAuth {
	readonly clientId = 'sim-client-id';
	readonly clientSecret = 'sim-client-secret';
	readonly refreshToken = 'sim-refresh-token';
	private readonly expiresInMs: number;
	private readonly mayEditAssociations: boolean;

	constructor(
		private readonly tokens: Tokens,
		{ expiresInMs = ACCESS_TOKEN_LIFETIME_MS, mayEditAssociations = true }: OAuthOptions = {},
	) {
		this.expiresInMs = expiresInMs;
		this.mayEditAssociations = mayEditAssociations;
	}

	/** A new access token, as the token call answers it. */
	renew(): object {
		const { expiresInMs, mayEditAssociations } = this;
		const token = this.tokens.issue({ expiresInMs, mayEditAssociations }, `sim-${randomUUID()}`);
		return {
			token_type: 'bearer',
			access_token: token,
			refresh_token: this.refreshToken,
			expires_in: Math.floor(expiresInMs / 1000),
		};
	}

	knows(form: Readonly<Record<string, string>>): boolean {
		return form.client_id === this.clientId && form.client_secret === this.clientSecret;
	}
}
