/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { IDataObject } from 'n8n-workflow';
import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { runNode } from '../../../tools/engine';
import { createAssociations } from '../../../tools/hubSpotNode';
import { NODE_TYPE } from '../../../tools/project';
import { startRawServer } from './rawServer';

/** Runs one row without retries. */
export async function create(
	baseUrl: string,
	authentication = 'accessToken',
): Promise<IDataObject> {
	const { errorItems } = await runNode({
		node: new HubSpotAssociations(),
		type: NODE_TYPE,
		parameters: createAssociations({ authentication, options: { maxRetries: 0 } }),
		items: [{ from: 1001, to: 5001 }],
		onError: 'continueErrorOutput',
		credentials: {
			hubSpotAssociationsApi: { accessToken: 'pat-na1-one', baseUrl },
			hubSpotAssociationsOAuth2Api: {
				baseUrl,
				clientId: 'client',
				clientSecret: 'client-secret',
				oauthTokenData: { access_token: 'first-token', refresh_token: 'refresh-token' },
			},
		},
	});
	expect(errorItems).toHaveLength(1);
	const { error, message } = errorItems[0].json;
	return { ...(error as IDataObject), message };
}

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export async function createAt(answer: Answer, authentication?: string): Promise<IDataObject> {
	const server = await startRawServer((request, response) => {
		request.on('end', () => answer(response, request));
	});
	try {
		return await create(server.url, authentication);
	} finally {
		await server.close();
	}
}
