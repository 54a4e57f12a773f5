/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startSimulator, type Simulator } from '../../simulator';
import { installN8n } from '../../tools/n8n/installation';
import { createN8nFolder } from '../../tools/n8n/n8nFolder';
import { startN8nServer, type N8nServer } from '../../tools/n8n/n8nServer';
import { NODE_TYPE, temporaryFolder } from '../../tools/project';
import { RestClient } from '../../tools/n8n/restClient';
import { simulatorCredential } from '../../tools/n8n/workflows';

describe('an n8n server with the node installed', () => {
	let simulator: Simulator;
	let server: N8nServer;
	let client: RestClient;

	before(async () => {
		simulator = await startSimulator();
		const folder = await createN8nFolder(await installN8n(() => {}), temporaryFolder('server'));
		server = await startN8nServer(folder);
		client = new RestClient(server.url);
		await client.setUpOwner();
	});
	after(async () => {
		await server.stop();
		await simulator.close();
	});

	async function testOf(changes: Partial<{ token: string; url: string }>) {
		const credential = simulatorCredential({ ...simulator, ...changes });
		const id = await client.createCredential(credential);
		return await client.testCredential({ ...credential, id });
	}

	it('offers the node, and the same node as a tool', async () => {
		const names = (await client.nodeTypes()).map(({ name }) => name);
		assert.ok(names.includes(NODE_TYPE));
		assert.ok(names.includes(`${NODE_TYPE}Tool`));
	});

	it('finds a credential with the right token in order', async () => {
		assert.deepEqual(await testOf({}), { status: 'OK', message: 'Connection successful!' });
		assert.equal(simulator.requests.at(-1)?.path, '/account-info/2026-03/details');
	});

	it('says in plain words that a token is wrong', async () => {
		const { status, message } = await testOf({ token: 'pat-sim-wrong' });
		assert.equal(status, 'Error');
		assert.match(message, /^HubSpot does not accept this 'Access Token'\. /);
	});

	it('never sends a token to an address without https', async () => {
		const { status, message } = await testOf({ url: 'http://hubspot.example.com' });
		assert.equal(status, 'Error');
		assert.match(message, /'Base URL' must start with https/);
	});

	it('says that nobody answers at the address', async () => {
		const gone = await startSimulator();
		await gone.close();
		const { status, message } = await testOf({ url: gone.url });
		assert.equal(status, 'Error');
		assert.match(message, /ECONNREFUSED/);
	});
});
