/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { freePort, isFree } from '../../tools/n8n/freePort';
import { PROJECT_FOLDER } from '../../tools/project';
import { startProgram } from '../../tools/n8n/programs';
import { RestClient } from '../../tools/n8n/restClient';
import { waitFor } from '../../tools/n8n/waitFor';
import { exampleNames, readExample } from '../../tools/n8n/workflows';

const START_TIMEOUT_MS = 600_000;
const END_TIMEOUT_MS = 10_000;

describe('npm run n8n', () => {
	it('opens an n8n with every example, says how to sign in, and leaves nothing behind', async () => {
		const port = await freePort();
		const launcher = startProgram('npm', ['run', 'n8n', '--', '--port', String(port)], {
			cwd: PROJECT_FOLDER,
			env: process.env,
		});
		await waitFor('n8n to be ready', START_TIMEOUT_MS, () => {
			return /n8n is ready[\s\S]*Password/.test(launcher.output()) || undefined;
		});
		assert.match(launcher.output(), new RegExp(`http://localhost:${port}`));
		const client = new RestClient(`http://127.0.0.1:${port}`);
		await client.signIn();
		const wanted = exampleNames().map((name) => readExample(name).name);
		assert.deepEqual((await client.workflowNames()).sort(), wanted.sort());
		await launcher.interrupt();
		// npm may end a moment before what it has started.
		await waitFor('n8n to be gone', END_TIMEOUT_MS, async () => (await isFree(port)) || undefined);
	});

	it('says that a port is in use', async () => {
		const server = createServer();
		const port = await freePort();
		await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
		const launcher = startProgram('npm', ['run', 'n8n', '--', '--port', String(port)], {
			cwd: PROJECT_FOLDER,
			env: process.env,
		});
		assert.equal(await launcher.ended, 1);
		assert.match(launcher.output(), new RegExp(`Port ${port} is in use`));
		server.close();
	});
});
