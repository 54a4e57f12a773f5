/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @typescript-eslint/no-require-imports */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeProperties } from 'n8n-workflow';

const PACKAGE_CREDENTIALS = join(__dirname, '../../credentials');

/** Stands in for n8n's own OAuth2 API credential, which OAuth2 credentials of packages extend. */
const oAuth2Api: ICredentialType = {
	name: 'oAuth2Api',
	displayName: 'OAuth2 API',
	properties: (
		[
			['grantType', 'authorizationCode'],
			['authUrl', ''],
			['accessTokenUrl', ''],
			['clientId', ''],
			['clientSecret', ''],
			['scope', ''],
			['authQueryParameters', ''],
			['authentication', 'header'],
		] as const
	).map(
		([name, value]): INodeProperties => ({
			displayName: name,
			name,
			type: 'string',
			default: value,
		}),
	),
};

/** The credential types of this package, found as n8n finds them: one class a file. */
function packageCredentialTypes(): ICredentialType[] {
	return readdirSync(PACKAGE_CREDENTIALS)
		.filter((file) => file.endsWith('.credentials.ts'))
		.flatMap((file) => {
			const loaded = require(join(PACKAGE_CREDENTIALS, file)) as Record<
				string,
				new () => ICredentialType
			>;
			return Object.values(loaded).map((CredentialType) => new CredentialType());
		});
}

/** The credential types that one execution knows. */
export class HarnessCredentialTypes {
	private readonly types: Map<string, ICredentialType>;

	constructor(types: ICredentialType[] = packageCredentialTypes()) {
		this.types = new Map([oAuth2Api, ...types].map((type) => [type.name, type]));
	}

	/** @throws Error when the type is not known. */
	get(name: string): ICredentialType {
		const type = this.types.get(name);
		if (!type) throw new Error(`The harness knows no credential type '${name}'`);
		return type;
	}

	/** Names of all types that `name` extends, nearest first. */
	parents(name: string): string[] {
		return (this.get(name).extends ?? []).flatMap((parent) => [parent, ...this.parents(parent)]);
	}

	/** The type's own and its parents' properties; its own win. */
	properties(name: string): INodeProperties[] {
		const byName = new Map<string, INodeProperties>();
		for (const typeName of [name, ...this.parents(name)]) {
			for (const property of this.get(typeName).properties) {
				if (!byName.has(property.name)) byName.set(property.name, property);
			}
		}
		return [...byName.values()];
	}
}
