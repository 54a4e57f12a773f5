/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { runNode } from '../../../tools/engine';
import { probeOptions } from './probeNode';
import { probeServerForEachTest } from './probeServer';

const server = probeServerForEachTest();

describe('runNode', () => {
	it('runs the node once over all items, with expressions, HTTP and the generic credential', async () => {
		const run = await runNode({
			...probeOptions(server().url, { path: '=/{{ $json.name }}' }),
			items: [{ name: 'a' }, { json: { name: 'b' } }],
		});
		expect(run.error).toBeUndefined();
		expect(run.items).toEqual([
			{ json: { path: '/a' }, pairedItem: { item: 0 } },
			{ json: { path: '/b' }, pairedItem: { item: 1 } },
		]);
		expect(server().seen.map(({ authorization }) => authorization)).toEqual([
			'Bearer secret',
			'Bearer secret',
		]);
		expect(run.hints).toEqual([expect.objectContaining({ message: '2 asked' })]);
		expect(run.nodeRun?.executionStatus).toBe('success');
		expect(run.workflowRun.logs).toContain('info asks for /a');
	});

	it("fills in a parameter's default and a credential's default", async () => {
		await runNode({
			...probeOptions(server().url, { authentication: 'probeFunctionApi' }),
			items: [{}],
		});
		expect(server().seen).toEqual([
			{ path: '/default', authorization: 'Function default-token', body: '' },
		]);
	});

	it('does not run the node without items', async () => {
		const run = await runNode({ ...probeOptions(server().url, {}), items: [] });
		expect(run).toMatchObject({ items: [], errorItems: [], error: undefined, nodeRun: undefined });
	});

	it('renews an OAuth2 token that has expired and shows the new one', async () => {
		const run = await runNode({
			...probeOptions(server().url, { authentication: 'probeOAuth2Api' }),
			items: [{}, {}],
			credentials: {
				probeOAuth2Api: {
					accessTokenUrl: `${server().url}/token`,
					clientId: 'id',
					clientSecret: 'sim',
					oauthTokenData: {
						access_token: 'expired',
						refresh_token: 'refresh',
						token_type: 'bearer',
					},
				},
			},
		});
		expect(run.error).toBeUndefined();
		expect(server().seen.map(({ path, authorization }) => [path, authorization])).toEqual([
			['/default', 'Bearer expired'],
			['/token', undefined],
			['/default', 'Bearer renewed'],
			['/default', 'Bearer renewed'],
		]);
		expect(server().seen[1].body).toContain('refresh_token=refresh');
		expect(run.workflowRun.credentials.probeOAuth2Api.oauthTokenData).toMatchObject({
			access_token: 'renewed',
			refresh_token: 'refresh',
		});
	});

	it('gives the error of a node that throws', async () => {
		const run = await runNode({ ...probeOptions(server().url, { path: '/throw' }), items: [{}] });
		expect(run.error).toMatchObject({ message: 'Thrown', context: { itemIndex: 0 } });
		expect(run.nodeRun?.executionStatus).toBe('error');
		expect(run.workflowRun.run.status).toBe('error');
	});

	it('sends failed items out of the error output, merged with their row', async () => {
		const run = await runNode({
			...probeOptions(server().url, { path: '=/{{ $json.name }}' }),
			items: [{ name: 'refuse' }, { name: 'fine' }],
			onError: 'continueErrorOutput',
		});
		expect(run.items).toEqual([{ json: { path: '/fine' }, pairedItem: { item: 1 } }]);
		expect(run.errorItems).toEqual([
			{ json: { name: 'refuse', error: 'refused' }, pairedItem: { item: 0 } },
		]);
	});

	it('keeps failed items on the one output when told to continue', async () => {
		const run = await runNode({
			...probeOptions(server().url, { path: '/refuse' }),
			items: [{}],
			onError: 'continueRegularOutput',
		});
		expect(run.items).toEqual([{ json: { error: 'refused' }, pairedItem: { item: 0 } }]);
	});

	it('cancels as n8n does, in the middle of a request', async () => {
		const controller = new AbortController();
		const startedAt = Date.now();
		setTimeout(() => controller.abort(), 50);
		const run = await runNode({
			...probeOptions(server().url, { path: '/hang' }),
			items: [{}],
			signal: controller.signal,
		});
		expect(run.workflowRun.run.status).toBe('canceled');
		expect(Date.now() - startedAt).toBeLessThan(5_000);
	});
});
