/* eslint-disable @n8n/community-nodes/no-deprecated-workflow-functions */
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type IRequestOptions,
} from 'n8n-workflow';
import { HubSpotAssociationsApi } from '../../../credentials/HubSpotAssociationsApi.credentials';
import { runNode } from '../../../tools/engine';
import { simulatorForEachTest } from '../../support/simulator';

const TYPE = 'n8n-nodes-base.httpRequest';
const CREDENTIAL = 'hubSpotAssociationsApi';

const simulator = simulatorForEachTest();
const elsewhere = simulatorForEachTest();

/** Sends a request as n8n's HTTP Request node does with a predefined credential type: its address is `uri`. */
function httpRequestNode(request: IRequestOptions): INodeType {
	return {
		description: {
			displayName: 'HTTP Request',
			name: 'httpRequest',
			group: ['output'],
			version: 1,
			description: 'Makes an HTTP request',
			defaults: { name: 'HTTP Request' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: CREDENTIAL }],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			const json = await this.helpers.requestWithAuthentication.call(this, CREDENTIAL, {
				json: true,
				followRedirect: true,
				followAllRedirects: true,
				maxRedirects: 5,
				...request,
			});
			return [[{ json }]];
		},
	};
}

async function borrow(request: IRequestOptions) {
	const { url: baseUrl, token: accessToken } = simulator;
	return await runNode({
		node: httpRequestNode(request),
		type: TYPE,
		parameters: {},
		items: [{}],
		credentials: { [CREDENTIAL]: { accessToken, baseUrl } },
	});
}

describe("the access token in n8n's HTTP Request node", () => {
	it('opens the API at the base URL', async () => {
		const { items, error } = await borrow({ uri: `${simulator.url}/account-info/v3/details` });
		expect(error?.message).toBeUndefined();
		expect(items).toMatchObject([{ json: { portalId: expect.anything() } }]);
	});

	it('is not sent to another host', async () => {
		const { error } = await borrow({ uri: `${elsewhere.url}/account-info/v3/details` });
		expect(error?.message).toBe(
			`The access token is for ${simulator.url} and is not sent to ${elsewhere.url}`,
		);
		expect(elsewhere.requests).toEqual([]);
	});

	it.each([301, 302, 303, 307, 308])('follows no %i', async (status) => {
		simulator.faults.add({
			times: Infinity,
			fault: { kind: 'status', status, body: {}, headers: { location: elsewhere.url } },
		});
		const { error } = await borrow({ uri: `${simulator.url}/crm`, method: 'POST', body: {} });
		expect(error?.message).toContain(`${status}`);
		expect(elsewhere.requests).toEqual([]);
	});
});

describe('the access token', () => {
	const credential = new HubSpotAssociationsApi();
	const baseUrl = 'https://api.hubapi.com';
	const sign = async (request: object) =>
		await credential.authenticate(
			{ accessToken: 'pat-1', baseUrl },
			request as Parameters<typeof credential.authenticate>[1],
		);

	it.each([
		{ url: 'https://example.com/x' },
		{ url: 'http://api.hubapi.com/x' },
		{ url: 'https://api.hubapi.com.example.com/' },
		{ url: 'https://api.hubapi.com:8443/' },
		{ url: '//example.com/x', baseURL: baseUrl },
		{ url: 'ht\ntps://example.com/x', baseURL: baseUrl },
		{ url: '/x', baseURL: 'https://example.com' },
		{ url: '/x' },
		{ url: `${baseUrl}/x`, uri: 'https://example.com/x' },
		{ url: 'https://example.com/x', uri: `${baseUrl}/x` },
		{ uri: 'https://example.com/x', baseURL: baseUrl },
		{ url: 'https://example.com/x', baseURL: baseUrl },
		{},
		{ baseURL: baseUrl },
	])('is not sent with %j', async (request) => {
		await expect(sign(request)).rejects.toThrow('is not sent to');
	});

	it.each([
		{ url: `${baseUrl}/crm` },
		{ url: `${baseUrl}:443/crm` },
		{ uri: `${baseUrl}/crm` },
		{ url: '/crm', baseURL: `${baseUrl}/` },
	])('is sent with %j, which follows no redirect', async (request) => {
		await expect(sign({ ...request, headers: { a: 'b' } })).resolves.toEqual({
			...request,
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
			headers: { a: 'b', Authorization: 'Bearer pat-1' },
		});
	});
});
