import type { Account } from '../account/Account';
import type { ObjectType } from '../account/ObjectType';
import type { Access } from '../endpoints/endpoint';
import { expiredAuthentication, invalid, invalidAuthentication, missingScopes } from './errors';

export interface TokenOptions {
	/** Absent: every scope. */
	scopes?: readonly string[];
	/** Absent: never. */
	expiresInMs?: number;
	/** Whether the user behind the token has the permission 'Edit Associations'. Default true, as for service keys. */
	mayEditAssociations?: boolean;
}

interface Grant {
	scopes?: ReadonlySet<string>;
	expiresAt: number;
	mayEditAssociations: boolean;
}

/** What a call needs of a token's scopes. */
export interface Needs {
	access: Access;
	params: Readonly<Record<string, string>>;
	account: Account;
}

const BEARER = /^Bearer (.+)$/;

/** The tokens that the simulator has given out, and what each may do. */
export class Tokens {
	private readonly grants = new Map<string, Grant>();

	issue(
		{ scopes, expiresInMs = Infinity, mayEditAssociations = true }: TokenOptions = {},
		token = this.nextToken(),
	): string {
		this.grants.set(token, {
			scopes: scopes && new Set(scopes),
			expiresAt: Date.now() + expiresInMs,
			mayEditAssociations,
		});
		return token;
	}

	/** @throws HubSpotError 401 for an unknown or expired token, 403 for one without the scopes */
	check(authorization: string | undefined, needs: Needs): void {
		const grant = this.grantOf(authorization);
		if (!grant) throw invalidAuthentication();
		if (Date.now() >= grant.expiresAt) throw expiredAuthentication(grant.expiresAt);
		const accepted = grant.scopes ? acceptedScopes(needs) : [];
		if (accepted.length > 0 && !accepted.some((scope) => grant.scopes?.has(scope))) {
			throw missingScopes(accepted);
		}
	}

	/** @throws HubSpotError 400 where the token's user may not edit associations, in the words seen */
	checkPermission(authorization: string | undefined): void {
		if (this.grantOf(authorization)?.mayEditAssociations === false) {
			throw invalid("Missing 'Edit Associations' permission.");
		}
	}

	private grantOf(authorization = ''): Grant | undefined {
		return this.grants.get(BEARER.exec(authorization)?.[1] ?? '');
	}

	private nextToken(): string {
		return `pat-sim-${String(this.grants.size).padStart(4, '0')}-issued`;
	}
}

/** The scopes of which a call needs one: HubSpot has none for associations, those of either object serve. */
function acceptedScopes({ access, params, account }: Needs): string[] {
	const type = (name: string) => account.objectTypes.find(params[name]);
	switch (access) {
		case 'open':
		case 'token':
			return [];
		case 'readSchemas':
			return ['crm.schemas.custom.read'];
		case 'anyObject':
			return [...new Set(account.objectTypes.all().flatMap(readScopes))];
		case 'readObject':
			return readScopes(type('type'));
		case 'readPair':
			return [...new Set([...readScopes(type('from')), ...readScopes(type('to'))])];
		case 'writePair':
		case 'editAssociations':
			return [...new Set([scope(type('from'), 'write'), scope(type('to'), 'write')])];
	}
}

function readScopes(type: ObjectType): string[] {
	return [scope(type, 'read'), scope(type, 'write')];
}

function scope(type: ObjectType, right: 'read' | 'write'): string {
	return `crm.objects.${type.custom ? 'custom' : type.pluralName}.${right}`;
}
