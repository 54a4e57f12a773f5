/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startSimulator, type Simulator } from '../../simulator';
import { importCredentials } from '../../tools/n8n/cli';
import { installN8n } from '../../tools/n8n/installation';
import { createN8nFolder } from '../../tools/n8n/n8nFolder';
import { startN8nServer, type N8nServer } from '../../tools/n8n/n8nServer';
import { NODE_TYPE, temporaryFolder } from '../../tools/project';
import { RestClient } from '../../tools/n8n/restClient';
import { waitFor } from '../../tools/n8n/waitFor';
import { newNode, simulatorCredential, type Workflow } from '../../tools/n8n/workflows';

const ROWS = 5_000;

/** n8n answers before it has registered a published workflow's webhook. */
const PUBLISH_TIMEOUT_MS = 20_000;

const EXPRESSIONS = {
	from: "{{ $('Sheet').item.json.contact.id }}",
	to: '{{ $node["Edit"].json.company.trim() || $(\'Sheet\').first().json.company.trim() }}',
	type: "{{ $json.isDecider ? $('Edit').item.json.type ?? 36 : $input.item.json.other }}",
};

const trigger = newNode(
	'Posted',
	'n8n-nodes-base.webhook',
	2,
	{
		httpMethod: 'POST',
		path: 'expressions',
		responseMode: 'lastNode',
		responseData: 'allEntries',
	},
	{ webhookId: 'expressions' },
);

/** Splits the rows, keeps some of their fields, and then some of the rows. */
const rowNodes = [
	newNode('Sheet', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.rows', options: {} }),
	newNode('Edit', 'n8n-nodes-base.set', 3.4, {
		mode: 'raw',
		jsonOutput:
			"={{ { company: $json.company, type: $json.type, other: $json.other, isDecider: $json.role === 'Decider' } }}",
	}),
	newNode('Kept', 'n8n-nodes-base.filter', 2.2, {
		conditions: {
			options: { caseSensitive: true, typeValidation: 'strict', version: 2 },
			conditions: [
				{
					id: 'kept',
					leftValue: "={{ $('Sheet').item.json.isKept }}",
					rightValue: '',
					operator: { type: 'boolean', operation: 'true', singleValue: true },
				},
			],
			combinator: 'and',
		},
		options: {},
	}),
];

const associate = newNode(
	'Associate',
	NODE_TYPE,
	1,
	{
		resource: 'association',
		operation: 'create',
		fromObjectType: { __rl: true, mode: 'list', value: '0-1' },
		toObjectType: { __rl: true, mode: 'list', value: '0-2' },
		fromRecordId: `=${EXPRESSIONS.from}`,
		toRecordId: `=${EXPRESSIONS.to}`,
		labels: `=USER_DEFINED:${EXPRESSIONS.type}`,
		options: { dryRun: true },
	},
	{ credentials: { hubSpotAssociationsApi: { id: 'HubSpotAssocApi1', name: 'HubSpot account' } } },
);

/** Has n8n read the same expressions of the same rows. */
const expected = newNode('Expected', 'n8n-nodes-base.set', 3.4, {
	assignments: {
		assignments: Object.entries(EXPRESSIONS).map(([name, expression]) => ({
			id: name,
			name: `expected.${name}`,
			value: `=${expression}`,
			type: 'string',
		})),
	},
	options: {},
});

const both = newNode('Both', 'n8n-nodes-base.merge', 3, {
	mode: 'combine',
	combineBy: 'combineByPosition',
	options: {},
});

const to = (node: string, index = 0) => ({ node, type: 'main' as const, index });

const WORKFLOW: Workflow = {
	name: 'Read expressions twice',
	nodes: [trigger, ...rowNodes, associate, expected, both],
	connections: {
		Posted: { main: [[to('Sheet')]] },
		Sheet: { main: [[to('Edit')]] },
		Edit: { main: [[to('Kept')]] },
		Kept: { main: [[to('Associate'), to('Expected')]] },
		Associate: { main: [[to('Both')]] },
		Expected: { main: [[to('Both', 1)]] },
	},
	settings: { executionOrder: 'v1' },
};

/** Every third row is left out, so that the items of the nodes do not stand side by side. */
const rows = Array.from({ length: ROWS }, (_, i) => ({
	contact: { id: i % 2 === 0 ? String(1_000 + i) : 1_000 + i },
	company: i % 5 === 1 ? ' ' : ` ${5_000 + i} `,
	type: i % 4 === 0 ? null : 37,
	other: '39',
	role: i % 7 === 0 ? 'Decider' : null,
	isKept: i % 3 !== 2,
}));

/** The part of a dry run's item that the expressions have made, and what n8n itself has. */
interface Answer {
	readonly input: {
		readonly from: { readonly id: string };
		readonly to: { readonly id: string };
		readonly types: ReadonlyArray<{ readonly associationTypeId: number }>;
	};
	readonly expected: Readonly<Record<keyof typeof EXPRESSIONS, string>>;
}

describe("an n8n server's expressions, which it reads in an isolated VM", () => {
	let simulator: Simulator;
	let server: N8nServer;
	let client: RestClient;

	before(async () => {
		simulator = await startSimulator();
		const folder = await createN8nFolder(
			await installN8n(() => {}),
			temporaryFolder('expressions'),
		);
		await importCredentials(folder, [simulatorCredential(simulator)]);
		server = await startN8nServer(folder);
		client = new RestClient(server.url);
		await client.setUpOwner();
		await client.publishWorkflow(await client.createWorkflow(WORKFLOW));
	});
	after(async () => {
		await server.stop();
		await simulator.close();
	});

	const post = async () =>
		await fetch(`${server.url}/webhook/expressions`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ rows }),
		});

	it(`are read by the node as n8n itself reads them, for ${ROWS} rows over three nodes`, async () => {
		const response = await waitFor('the webhook', PUBLISH_TIMEOUT_MS, async () => {
			const answer = await post();
			return answer.status === 404 ? undefined : answer;
		});
		const text = await response.text();
		assert.equal(response.status, 200, text.slice(0, 1_000));
		const answers = JSON.parse(text) as Answer[];
		assert.equal(answers.length, rows.filter(({ isKept }) => isKept).length);
		const read = answers.map(({ input }) => ({
			from: input.from.id,
			to: input.to.id,
			type: String(input.types[0].associationTypeId),
		}));
		assert.deepEqual(
			read,
			answers.map((answer) => answer.expected),
		);
		assert.deepEqual(read[4], { from: '1006', to: '5004', type: '39' });
		assert.equal(new Set(read.map(({ type }) => type)).size, 3);
	});
});
