/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '../../simulator';
import { installN8n } from '../../tools/n8n/installation';
import { runProgram } from '../../tools/n8n/programs';
import type { ClientCalls } from './support/clientCalls';

const SCRIPT = join(__dirname, 'support', 'clientCalls.ts');

describe("HubSpot's newest Node client, on a Node that it asks for", () => {
	let simulator: Simulator;

	before(async () => {
		simulator = await startSimulator();
	});
	after(async () => await simulator.close());

	it('is answered every call that it can make about associations', async () => {
		const { node } = await installN8n(() => {});
		const { url, token, oauth } = simulator;
		const app = [oauth.clientId, oauth.clientSecret, oauth.refreshToken];
		const printed = await runProgram(node, ['--import', 'tsx', SCRIPT, url, token, ...app]);
		const { outcomes, leftOut } = JSON.parse(printed) as ClientCalls;
		const failed = Object.entries(outcomes).filter(([, reason]) => reason !== null);
		assert.deepEqual(failed, []);
		assert.deepEqual(leftOut, []);
		assert.equal(Object.keys(outcomes).length, 25);
		const statuses = simulator.requests.map(({ status }) => status);
		assert.equal(statuses.filter((status) => status < 300).length, 25);
	});
});
