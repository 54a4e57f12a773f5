/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { parseArgs } from 'node:util';
import { importCredentials, importWorkflows } from '../tools/n8n/cli';
import { copySheets } from '../tools/n8n/exampleFiles';
import { isFree } from '../tools/n8n/freePort';
import { installN8n } from '../tools/n8n/installation';
import { createN8nFolder, type N8nFolder } from '../tools/n8n/n8nFolder';
import { startN8nServer } from '../tools/n8n/n8nServer';
import { packProject } from '../tools/n8n/packedProject';
import { temporaryFolder } from '../tools/project';
import { OWNER, RestClient } from '../tools/n8n/restClient';
import { exampleNames, readExample, simulatorCredential } from '../tools/n8n/workflows';
import { startSimulator, type Simulator } from '../simulator';

const HELP = `Opens a whole n8n with the node, the examples and a simulated HubSpot account.

  npm run n8n -- [--port <number>]   the port to listen on (default 5678)`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { port: { type: 'string', default: '5678' }, help: { type: 'boolean' } },
	});
	if (values.help) return say(HELP);
	process.once('SIGINT', () => process.exit(0));
	const port = Number(values.port);
	if (!(await isFree(port))) {
		throw new Error(`Port ${port} is in use. Choose another one: npm run n8n -- --port 5679`);
	}
	const installation = await installN8n(say);
	say('Packing and installing the node');
	await packProject();
	const folder = await createN8nFolder(installation, temporaryFolder('n8n'));
	const simulator = await startSimulator({ record: false });
	say('Importing the credential and the examples');
	await fill(folder, simulator);
	say('Starting n8n');
	const address = `http://localhost:${port}`;
	const server = await startN8nServer(folder, { port, address });
	await new RestClient(server.url).setUpOwner();
	say(welcome(address, simulator));
	await server.program.ended;
	throw new Error('n8n has ended');
}

async function fill(folder: N8nFolder, simulator: Simulator): Promise<void> {
	copySheets(folder.files);
	await importCredentials(folder, [simulatorCredential(simulator)]);
	const examples = exampleNames().map((id) => ({ ...readExample(id, folder.files), id }));
	await importWorkflows(folder, examples);
}

function welcome(address: string, { url, token }: Simulator): string {
	return `
n8n is ready. Ctrl-C ends it, and nothing of it stays.

  Address   ${address}
  Email     ${OWNER.email}
  Password  ${OWNER.password}

It has ${exampleNames().length} example workflows and the credential "HubSpot account", which leads to a
simulated HubSpot account: nothing leaves this machine. To create a credential of your own:

  Access Token   ${token}
  Base URL       ${url}

The example with an AI agent also needs a credential for a chat model of yours.
`;
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exit(1);
});
