import type { INodeParameters } from 'n8n-workflow';
import { createAssociations, runHubSpotNode, writeLimits } from '../../tools/hubSpotNode';
import { simulatorForAllTests } from '../support/simulator';
import { refusalOf } from './support/refusal';

/** Every message that a person can get for what they put in, word for word. */

const simulator = simulatorForAllTests();

afterEach(() => simulator.reset());

describe('a maximum', () => {
	it.each<[unknown, string]>([
		[0, '0'],
		[-1, '-1'],
		[1.5, '1.5'],
		['NaN', '"NaN"'],
		[2_147_483_648, '2147483648'],
		['many', '"many"'],
	])('%p', async (maximum, shown) => {
		expect(
			await refusalOf(simulator, writeLimits('update'), { type: '279', maximum }),
		).toMatchObject({
			message: `'Maximum Associated Records' must be a whole number between 1 and 2147483647, but is ${shown}. Enter how many records one record may be associated with.`,
			writes: 0,
		});
	});

	it('that differs between items for one limit', async () => {
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: writeLimits('update'),
			items: [
				{ type: 'USER_DEFINED:36', maximum: 2 },
				{ type: 'Decision Maker', maximum: 3 },
			].map(({ type, maximum }) => ({ type: type === 'Decision Maker' ? 36 : type, maximum })),
		});
		expect(errorItems.map(({ json }) => json.message)).toEqual(
			Array(2).fill(
				"Items set different maximums for the same limit of contacts → companies, USER_DEFINED:36: items 0, 1. Keep only one item per limit, or give them the same 'Maximum Associated Records'.",
			),
		);
		expect(simulator.requests.map(({ method }) => method)).toEqual(['GET']);
	});
});

describe('an association type', () => {
	it.each<[string, unknown, string]>([
		[
			'with a type ID that is not a number',
			'USER_DEFINED:abc',
			`'Association Type' must be a type ID between 1 and 2147483647, but is "abc". Write it as CATEGORY:typeId, such as USER_DEFINED:12, or pick it from the list.`,
		],
		[
			'of no such category',
			'FOO:5',
			"'Association Type' uses the category FOO, which HubSpot does not have. Use one of these: HUBSPOT_DEFINED, INTEGRATOR_DEFINED, USER_DEFINED, WORK.",
		],
		['empty', '', "'Association Type' is empty. Pick an association type."],
	])('%s', async (_, type, message) => {
		expect(await refusalOf(simulator, writeLimits('create'), { type, maximum: 5 })).toMatchObject({
			message,
			writes: 0,
		});
	});
});

describe('a choice that the node does not have, in a workflow written by hand', () => {
	it.each<[INodeParameters, string]>([
		[
			{ resource: 'deal' },
			'\'Resource\' must be one of association, associationLabel, associationLimit, but is "deal"',
		],
		[
			{ operation: 'merge' },
			'\'Operation\' must be one of applyPlan, create, delete, getAll, removeLabels, sync, but is "merge"',
		],
		[
			{ resource: 'associationLimit', operation: 'getAll', scope: 'some' },
			'\'Scope\' must be pair or all, but is "some"',
		],
	])('%j', async (parameters, message) => {
		const item = { from: '1001', to: '5001' };
		const refusal = await refusalOf(simulator, createAssociations(parameters), item);
		expect(refusal).toMatchObject({ message, requests: 0 });
	});
});

describe('access', () => {
	it('a wrong token', async () => {
		expect(
			await refusalOf(simulator, createAssociations(), { from: 1001, to: 5001 }, 'pat-wrong'),
		).toMatchObject({
			message: expect.stringMatching(
				/HubSpot does not accept this 'Access Token'\. Copy the whole token .*reconnect the credential\.$/,
			),
			requests: 1,
			error: {
				status: 401,
				category: 'INVALID_AUTHENTICATION',
				correlationId: expect.any(String),
			},
			writes: 0,
		});
	});

	it('a token that is no text was certainly not sent', async () => {
		const { errorItems } = await runHubSpotNode({
			simulator,
			parameters: createAssociations(),
			items: [{ from: 1001, to: 5001 }],
			token: Object.create(null) as never,
		});
		expect(errorItems).toMatchObject([
			{
				json: {
					error: { state: 'notSent', retryable: false },
					message: "The credential's 'Access Token' is not text. Enter it again",
				},
			},
		]);
		expect(simulator.requests).toHaveLength(0);
	});

	it('missing scopes are named', async () => {
		const token = simulator.issueToken({ scopes: ['oauth'] });
		const refusal = await refusalOf(
			simulator,
			createAssociations(),
			{ from: 1001, to: 5001 },
			token,
		);
		expect(refusal).toMatchObject({
			message: expect.stringMatching(/^The credential is missing these scopes: crm\.objects\./),
			error: {
				status: 403,
				category: 'MISSING_SCOPES',
				missingScopes: expect.arrayContaining([expect.stringMatching(/^crm\.objects\./)]),
			},
			writes: 0,
		});
	});

	it.each([
		'http://api.example.com',
		'https://user@api.hubapi.com',
		'ftp://127.0.0.1',
		'http://127.0.0.1.example.com',
	])('the base URL %s', async (url) => {
		const { errorItems } = await runHubSpotNode({
			simulator: { url, token: simulator.token },
			parameters: createAssociations(),
			items: [{ from: 1001, to: 5001 }],
		});
		expect(errorItems.map(({ json }) => json.message)).toEqual([
			"The credential's 'Base URL' must start with https:// and have nothing after the host, such as https://api.hubapi.com. An access token is never sent over a connection that others can read",
		]);
	});
});
