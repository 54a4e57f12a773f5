/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { afterEach, before, beforeEach } from 'node:test';
import { startSimulator, type Simulator } from '../../../simulator';
import {
	executeWorkflow,
	importCredentials,
	importWorkflows,
	type NodeOutputs,
} from '../../../tools/n8n/cli';
import { copySheets } from '../../../tools/n8n/exampleFiles';
import { freePort } from '../../../tools/n8n/freePort';
import { installN8n } from '../../../tools/n8n/installation';
import { createN8nFolder, type N8nFolder } from '../../../tools/n8n/n8nFolder';
import type { Credential } from '../../../tools/n8n/restClient';
import { simulatorCredential, type Workflow } from '../../../tools/n8n/workflows';
import { temporaryFolder } from '../../../tools/project';

const TOKEN = 'pat-sim-e2e';

/** An n8n with workflows in it, and an account that is new in each test. */
export interface ExampleRuns {
	readonly simulator: Simulator;
	/** Where the workflows read and write files: the examples' spreadsheets are there. */
	readonly files: string;
	/** Runs a workflow to its end. */
	execute(id: string): Promise<NodeOutputs>;
	/** Contacts and companies as `contact-company: labels`. */
	associations(): string[];
}

interface ExampleRunsOptions {
	/** What the tests execute, each with an id. */
	workflows: (files: string) => ReadonlyArray<Workflow & { id: string }>;
	/** Beside that of the account. */
	credentials?: () => Promise<ReadonlyArray<Credential & { id: string }>>;
}

/** Sets up for a `describe` what {@link ExampleRuns} holds: ready once its tests run. */
export function exampleRuns({ workflows, credentials }: ExampleRunsOptions): ExampleRuns {
	let folder: N8nFolder;
	let simulator: Simulator;
	let port: number;

	before(async () => {
		folder = await createN8nFolder(await installN8n(() => {}), temporaryFolder('examples'));
		port = await freePort();
		await importCredentials(folder, [
			simulatorCredential({ url: `http://127.0.0.1:${port}`, token: TOKEN }),
			...((await credentials?.()) ?? []),
		]);
		await importWorkflows(folder, workflows(folder.files));
	});
	beforeEach(async () => {
		simulator = await startSimulator({ port, token: TOKEN });
		copySheets(folder.files);
	});
	afterEach(async () => await simulator.close());

	return {
		get simulator() {
			return simulator;
		},
		get files() {
			return folder.files;
		},
		execute: async (id) => await executeWorkflow(folder, id),
		associations: () =>
			simulator.account
				.associations('contacts', 'companies')
				.map((one) => `${one.fromObjectId}-${one.toObjectId}: ${one.labels.join(', ')}`),
	};
}
