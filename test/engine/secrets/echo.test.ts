/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { inspect } from 'node:util';
import type { INode } from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { SCENARIOS } from '../faults/faultTable';
import { titleOf, type Scenario } from '../faults/scenario';
import { loadOptions, runNode, searchList, type CredentialData } from '../../../tools/engine';
import { createAssociations } from '../../../tools/hubSpotNode';
import { NODE_TYPE } from '../../../tools/project';
import { ECHOES, EXPIRED_TOKEN, startEchoServer, type Echo, type EchoServer } from './echoServer';
import { findSecrets } from './findSecrets';

const ACCESS_TOKEN = ['pat-na1', 'one+two='].join('/');
const CLIENT_SECRET = 'client secret&';
const REFRESH_TOKEN = 'refresh~token==';

type Authentication = 'accessToken' | 'oAuth2';

/** What each credential holds: a run cannot know the secrets of another one. */
const HELD: Readonly<Record<Authentication, readonly string[]>> = {
	accessToken: [ACCESS_TOKEN],
	oAuth2: [EXPIRED_TOKEN, CLIENT_SECRET, REFRESH_TOKEN],
};

const AUTHENTICATIONS = Object.keys(HELD) as Authentication[];

/** One for each operation. */
const OPERATIONS = SCENARIOS.filter(({ variant }) => variant === undefined);

const FORMS: ReadonlyArray<[string, (secret: string) => string]> = [
	['plain', (secret) => secret],
	['encoded', encodeURIComponent],
	['encoded as in a form', (secret) => new URLSearchParams({ secret }).toString().slice(7)],
	['encoded in lower case', (secret) => encodeURIComponent(secret).toLowerCase()],
];

let server: EchoServer;

async function start(authentication: Authentication): Promise<void> {
	server = await startEchoServer(() => HELD[authentication]);
}

afterEach(() => server.close());

function credentials(): CredentialData {
	return {
		hubSpotAssociationsApi: { accessToken: ACCESS_TOKEN, baseUrl: server.url },
		hubSpotAssociationsOAuth2Api: {
			baseUrl: server.url,
			clientId: 'client',
			clientSecret: CLIENT_SECRET,
			oauthTokenData: { access_token: EXPIRED_TOKEN, refresh_token: REFRESH_TOKEN },
		},
	};
}

/** What may be seen nowhere, in every form. */
function secretForms(authentication: Authentication): string[] {
	const secrets = [...HELD[authentication], ...server.issued];
	return [...new Set(secrets.flatMap((secret) => FORMS.map(([, form]) => form(secret))))];
}

async function run(scenario: Scenario, authentication: Authentication, onError: INode['onError']) {
	const { parameters, options, resource, operation, items } = scenario;
	server.issued.length = 0;
	return await runNode({
		node: new HubSpotAssociations(),
		type: NODE_TYPE,
		parameters: {
			...parameters,
			resource,
			operation,
			authentication,
			options: { ...options, maxRetries: 0 },
		},
		items: [...items],
		onError,
		credentials: credentials(),
	});
}

describe.each(Object.keys(ECHOES) as Echo[])('a host that repeats secrets: %s', (echo) => {
	it.each(AUTHENTICATIONS)('gets them into no run with %s', async (authentication) => {
		await start(authentication);
		server.echo = echo;
		const leaks: string[] = [];
		for (const [index, scenario] of OPERATIONS.entries()) {
			const onError = index % 2 === 0 ? 'continueErrorOutput' : 'stopWorkflow';
			const played = await run(scenario, authentication, onError);
			const found = findSecrets(played, secretForms(authentication));
			if (found.length > 0) leaks.push(`${titleOf(scenario)}: ${found.join(' ')}`);
		}
		expect(leaks).toEqual([]);
	});

	it.each(AUTHENTICATIONS)('gets them into no list with %s', async (authentication) => {
		await start(authentication);
		server.echo = echo;
		const node = new HubSpotAssociations();
		const common = {
			node,
			type: NODE_TYPE,
			parameters: createAssociations({ authentication }),
			credentials: credentials(),
		};
		const lists = [
			...Object.keys(node.methods.listSearch).map((method) => ({ method, open: searchList })),
			...Object.keys(node.methods.loadOptions).map((method) => ({ method, open: loadOptions })),
		];
		for (const { method, open } of lists) {
			server.issued.length = 0;
			const [outcome] = await Promise.allSettled([open({ ...common, method })]);
			const text = inspect(outcome, { depth: Infinity, showHidden: true, maxStringLength: null });
			const found = secretForms(authentication).filter((form) => text.includes(form));
			expect({ method, found }).toEqual({ method, found: [] });
		}
	});
});

it.each(FORMS)('hides every secret of a run: %s', async (_, form) => {
	await start('oAuth2');
	server.form = form;
	const { errorItems } = await run(OPERATIONS[0], 'oAuth2', 'continueErrorOutput');
	expect(server.issued).toHaveLength(2);
	expect(errorItems.length).toBeGreaterThan(0);
	for (const { json } of errorItems) {
		expect(json.message).toMatch(/: (\[hidden\] ?){5}$/);
	}
});
