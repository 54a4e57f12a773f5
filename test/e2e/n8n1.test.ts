/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'node:test';
import type { INode } from 'n8n-workflow';
import { deviations } from '../../demo/expected';
import { outcomesOf } from '../../demo/outcomes';
import { startSimulator, type Simulator } from '../../simulator';
import { executeWorkflow, importCredentials, importWorkflows } from '../../tools/n8n/cli';
import { copySheets, readSheet } from '../../tools/n8n/exampleFiles';
import { freePort } from '../../tools/n8n/freePort';
import { installN8n, N8N_1 } from '../../tools/n8n/installation';
import { createN8nFolder, type N8nFolder } from '../../tools/n8n/n8nFolder';
import {
	readExample,
	simulatorCredential,
	startedByHand,
	type Workflow,
} from '../../tools/n8n/workflows';
import { temporaryFolder } from '../../tools/project';

const TOKEN = 'pat-sim-e2e';
const SPREADSHEET = 'spreadsheet-to-associations';
const LIMITS = 'sync-limits-on-schedule';
const NODE = 'Associate Contacts with Companies';

describe('the examples in the last n8n 1, executed by the command line', () => {
	let folder: N8nFolder;
	let simulator: Simulator;
	let port: number;

	before(async () => {
		folder = await createN8nFolder(await installN8n(() => {}, N8N_1), temporaryFolder('n8n1'));
		port = await freePort();
		const url = `http://127.0.0.1:${port}`;
		await importCredentials(folder, [simulatorCredential({ url, token: TOKEN })]);
		const spreadsheet = readExample(SPREADSHEET, folder.files);
		const limits = startedByHand(readExample(LIMITS, folder.files), 'Every Morning', {});
		await importWorkflows(folder, [
			{ ...spreadsheet, id: SPREADSHEET },
			{ ...withOnError(spreadsheet, 'continueRegularOutput'), id: 'continue' },
			{ ...limits, id: LIMITS },
		]);
	});
	beforeEach(async () => {
		simulator = await startSimulator({ port, token: TOKEN });
		copySheets(folder.files);
	});
	afterEach(async () => await simulator.close());

	function withOnError(workflow: Workflow, onError: INode['onError']): Workflow {
		const nodes = workflow.nodes.map((one) => (one.name === NODE ? { ...one, onError } : one));
		return { ...workflow, nodes };
	}

	const sheetRows = () =>
		readSheet(folder.files, 'contacts-to-companies.csv').map((json) => ({ json }));

	it('associates every row, or sends it out of the error output', async () => {
		const outputs = await executeWorkflow(folder, SPREADSHEET);
		const refused = outputs(NODE, 1);
		assert.ok(refused.length > 0);
		assert.ok(refused.every(({ json }) => 'contact_name' in json && 'error' in json));
		const outcomes = outcomesOf(sheetRows(), [outputs(NODE, 0), refused]);
		assert.deepEqual(deviations(outcomes, simulator.account), []);
	});

	it('leaves refused rows among the others where the node is set to continue', async () => {
		const items = (await executeWorkflow(folder, 'continue'))(NODE);
		assert.deepEqual(
			items.map(({ pairedItem }) => pairedItem),
			sheetRows().map((_, item) => ({ item })),
		);
		const isRefused = ({ json }: (typeof items)[number]) => 'error' in json;
		const outputs = [items.filter((item) => !isRefused(item)), items.filter(isRefused)];
		const outcomes = outcomesOf(sheetRows(), outputs);
		assert.deepEqual(deviations(outcomes, simulator.account), []);
	});

	it('sets the limits of a sheet', async () => {
		simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 4);
		const outputs = await executeWorkflow(folder, LIMITS);
		const changes = outputs('Changed Limits').map(({ json }) => json.action);
		assert.equal(changes[0], 'updated');
		assert.ok(changes.slice(1).every((action) => action === 'created'));
		assert.equal(simulator.account.limitList().length, changes.length);
	});
});
