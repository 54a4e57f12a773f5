/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { startSimulator, type Simulator } from '../../simulator';
import { openBrowser } from './support/browser';
import { importCredentials } from '../../tools/n8n/cli';
import { copySheets } from '../../tools/n8n/exampleFiles';
import { installN8n } from '../../tools/n8n/installation';
import { createN8nFolder, type N8nFolder } from '../../tools/n8n/n8nFolder';
import { startN8nServer, type N8nServer } from '../../tools/n8n/n8nServer';
import { temporaryFolder } from '../../tools/project';
import { takePicture } from './support/pictures';
import { RestClient } from '../../tools/n8n/restClient';
import { waitFor } from '../../tools/n8n/waitFor';
import { readExample, simulatorCredential, type Workflow } from '../../tools/n8n/workflows';

const CONTACT_ADDRESS = 'https://app.hubspot.com/contacts/62515/record/0-1/1001';

/** n8n answers before it has registered a published workflow's form. */
const PUBLISH_TIMEOUT_MS = 20_000;

/** The schedule fires every two seconds here. */
const SYNC_TIMEOUT_MS = 30_000;

/** From its publication to a plan that waits, and from the approval to its end. */
const PLAN_TIMEOUT_MS = 30_000;

describe('workflows that start by themselves', () => {
	let simulator: Simulator;
	let folder: N8nFolder;
	let server: N8nServer;
	let client: RestClient;
	let browser: BrowserContext;

	before(async () => {
		simulator = await startSimulator();
		folder = await createN8nFolder(await installN8n(() => {}), temporaryFolder('triggers'));
		copySheets(folder.files);
		await importCredentials(folder, [simulatorCredential(simulator)]);
		server = await startN8nServer(folder);
		client = new RestClient(server.url);
		await client.setUpOwner();
		browser = await openBrowser(temporaryFolder('browser'));
	});
	after(async () => {
		await browser.close();
		await server.stop();
		await simulator.close();
	});

	async function publish(workflow: Workflow): Promise<string> {
		const created = await client.createWorkflow(workflow);
		await client.publishWorkflow(created);
		return created.id;
	}

	it('a submitted form creates its associations and tells which was refused', async () => {
		await publish(readExample('form-to-associations'));
		const form = `${server.url}/form/who-works-where`;
		await waitFor('the form', PUBLISH_TIMEOUT_MS, async () => (await fetch(form)).ok || undefined);
		const page = browser.pages()[0];
		await page.goto(form);
		await page.getByLabel('Contact').fill(CONTACT_ADDRESS);
		await page.getByLabel('Companies').fill('5001\n5002\n99');
		await page.getByLabel('Role').selectOption('Decision Maker');
		await takePicture(page, 'form');
		await page.locator('#submit-btn').click();
		await page.getByText('2 associated, 1 refused').waitFor();
		await takePicture(page, 'form-ending');
		assert.match(await page.locator('body').innerText(), /99: No company with ID 99 exists/);
		assert.deepEqual(simulator.account.associations('contacts', 'companies'), [
			{ fromObjectId: '1001', toObjectId: '5001', labels: ['Decision Maker'] },
			{ fromObjectId: '1001', toObjectId: '5002', labels: ['Decision Maker'] },
		]);
	});

	it('a schedule syncs the limits, and the next time finds nothing to change', async () => {
		const example = readExample('sync-limits-on-schedule', folder.files);
		const id = await publish(everySeconds(2, example));
		await waitFor('two scheduled executions', SYNC_TIMEOUT_MS, async () => {
			const executions = await client.executions(id);
			const done = executions.filter(({ status }) => status === 'success');
			assert.deepEqual(
				executions.filter(({ status }) => status === 'error'),
				[],
			);
			return done.length >= 2 || undefined;
		});
		assert.equal(simulator.account.limitList().length, 5);
		const writes = simulator.requests.filter(({ path }) => /configurations.*batch/.test(path));
		assert.equal(writes.length, 3, 'one create for each pair of objects, and no more');
	});

	it('a nightly plan waits in a form, and is carried out once a person approves it', async () => {
		simulator.refill();
		simulator.account.associate('contacts', 'companies', '1001', '5009');
		const id = await publish(everySeconds(5, readExample('nightly-mirror', folder.files)));
		const form = await waitFor('the form that waits', PLAN_TIMEOUT_MS, async () => {
			const waiting = (await client.executions(id)).find(({ status }) => status === 'waiting');
			return waiting && addressOfForm(await client.executionData(waiting.id));
		});
		assert.equal(simulator.account.associations('contacts', 'companies').length, 1);
		const page = browser.pages()[0];
		await page.goto(form);
		await page.getByText('9 changes of HubSpot associations').first().waitFor();
		await page.getByText('deleted: contact 1001 – company 5009, no label').waitFor();
		await page.getByLabel('Decision').selectOption('Apply the plan');
		await takePicture(page, 'approval-form');
		await page.locator('#submit-btn').click();
		const associations = await waitFor('the carried out plan', PLAN_TIMEOUT_MS, async () => {
			const now = simulator.account.associations('contacts', 'companies');
			return now.length === 8 ? await Promise.resolve(now) : undefined;
		});
		assert.ok(associations.every(({ toObjectId }) => toObjectId !== '5009'));
	});
});

/** Finds where an execution's Wait node has its form, with the token that n8n asks for. */
function addressOfForm(execution: string): string {
	const [address] = /http[^"\\\s]*\/form-waiting\/[^"\\\s]+/.exec(execution) ?? [];
	assert.ok(address, 'the execution names a form');
	return address;
}

function everySeconds(secondsInterval: number, workflow: Workflow): Workflow {
	const interval = [{ field: 'seconds', secondsInterval }];
	return {
		...workflow,
		nodes: workflow.nodes.map((node) =>
			node.type === 'n8n-nodes-base.scheduleTrigger'
				? { ...node, parameters: { rule: { interval } } }
				: node,
		),
	};
}
