/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it, type TestContext } from 'node:test';
import { startSimulator, type Simulator } from '../../simulator';
import { openBrowser } from './support/browser';
import { Editor } from './support/editor';
import { installN8n } from '../../tools/n8n/installation';
import { createN8nFolder } from '../../tools/n8n/n8nFolder';
import { startN8nServer, type N8nServer } from '../../tools/n8n/n8nServer';
import { NODE_TYPE, temporaryFolder } from '../../tools/project';
import { takePicture, takeDocumentPicture } from './support/pictures';
import { RestClient } from '../../tools/n8n/restClient';
import { waitFor } from '../../tools/n8n/waitFor';
import {
	exampleNames,
	newNode,
	readExample,
	simulatorCredential,
	type Workflow,
} from '../../tools/n8n/workflows';

const ROWS = [
	{ contact: '1001', company: '5001', person: 'Aoife Murphy', role: 'Decision Maker' },
	{ contact: '1002', company: '5002', person: 'Bruno Murphy', role: 'Decision Maker' },
	{ contact: '99', company: '5003', person: 'Nobody', role: 'Billing Contact' },
	{ contact: '1004', company: '5004', person: 'Deniz Murphy', role: 'Billing Contact' },
];

const SAVING_MS = 20_000;

/** A workflow with rows and without the node: the test adds it as a person does. */
const WORKFLOW: Workflow = {
	name: 'People and their companies',
	nodes: [
		newNode('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
		newNode(
			'Sheet',
			'n8n-nodes-base.set',
			3.4,
			{ mode: 'raw', jsonOutput: JSON.stringify({ rows: ROWS }) },
			{ position: [220, 0] },
		),
		newNode(
			'Rows',
			'n8n-nodes-base.splitOut',
			1,
			{ fieldToSplitOut: 'rows' },
			{ position: [440, 0] },
		),
	],
	connections: {
		Start: { main: [[{ node: 'Sheet', type: 'main', index: 0 }]] },
		Sheet: { main: [[{ node: 'Rows', type: 'main', index: 0 }]] },
	},
	settings: {},
};

describe('the editor', () => {
	let simulator: Simulator;
	let server: N8nServer;
	let client: RestClient;
	let editor: Editor;

	before(async () => {
		simulator = await startSimulator();
		const userFolder = temporaryFolder('editor');
		const folder = await createN8nFolder(await installN8n(() => {}), userFolder);
		server = await startN8nServer(folder);
		client = new RestClient(server.url);
		await client.setUpOwner();
		const credential = simulatorCredential(simulator);
		await client.createCredential(credential);
		await client.createCredential({ ...credential, name: 'An older account' });
		const browser = await openBrowser(temporaryFolder('browser'));
		editor = new Editor(browser.pages()[0], server.url);
		await editor.signIn();
	});
	afterEach(async (context) => {
		await takePicture(editor.page, (context as TestContext).name.replaceAll(/\W+/g, '-'));
	});
	after(async () => {
		await editor.page.context().close();
		await server.stop();
		await simulator.close();
	});

	it('adds the node from the node creator', async () => {
		const { id } = await client.createWorkflow(WORKFLOW);
		await editor.openWorkflow(id);
		await editor.addNode('hubspot assoc', 'HubSpot Associations', 'Create associations');
		assert.doesNotMatch(await editor.panelText(), /error/i);
	});

	it('picks the credential and both objects from their lists', async () => {
		await editor.pickCredential('HubSpot account');
		await editor.pickFromList('fromObjectType', 'cont', 'Contacts');
		await editor.pickFromList('toObjectType', 'comp', 'Companies');
	});

	it('picks a label from the list, which shows the labels of the account', async () => {
		const options = await editor.openOptions('labels');
		assert.deepEqual(
			(await options.allInnerTexts()).map((text) => text.trim().split(' (')[0]),
			['Primary', 'Decision Maker', 'Billing Contact'],
		);
		await options.filter({ hasText: 'Decision Maker' }).click();
		await editor.closeOptions();
	});

	it('drags two fields of the rows into the record ids', async () => {
		await editor.runPreviousNodes();
		await editor.dragField('contact', 'fromRecordId');
		await editor.dragField('company', 'toRecordId');
		await editor.dismissMessages();
		await takeDocumentPicture(editor.page, 'node-panel');
	});

	it('runs the step: a row out for each row in, and the summary', async () => {
		await editor.continueOnErrorOutput();
		await editor.runStep();
		assert.match(await editor.outputText(), /4 items · 3 done · 1 refused · 1 request/);
		const rows = await editor.outputRows();
		assert.deepEqual(
			rows.map((row) => [row.fromObjectId, row.toObjectId]),
			[
				['1001', '5001'],
				['1002', '5002'],
				['1004', '5004'],
			],
		);
		assert.deepEqual(
			simulator.account.associations('contacts', 'companies').map(({ labels }) => labels),
			[['Decision Maker'], ['Decision Maker'], ['Decision Maker']],
		);
	});

	it('shows the refused row on the error output with its input', async () => {
		await editor.showBranch('Error Branch');
		const [row, ...others] = await editor.outputRows();
		assert.deepEqual(others, []);
		assert.deepEqual([row.contact, row.company, row.person], ['99', '5003', 'Nobody']);
		assert.match(row.message, /^No contact with ID 99 exists\. Check 'From Record ID'/);
		await editor.dismissMessages();
		await takeDocumentPicture(editor.page, 'result');
		await editor.closeNode();
		await takeDocumentPicture(editor.page, 'workflow');
	});

	it('picks the association type of a limit from the list', async () => {
		const { id } = await client.createWorkflow(WORKFLOW);
		await editor.openWorkflow(id);
		await editor.addNode('hubspot assoc', 'HubSpot Associations', 'Create association limits');
		await editor.pickFromList('fromObjectType', 'cont', 'Contacts');
		await editor.pickFromList('toObjectType', 'comp', 'Companies');
		await editor.pickFromList('associationType', 'deci', 'Decision Maker');
		assert.equal(await editor.chosenIn('associationType'), 'Decision Maker (36)');
	});

	it('lists the association types of the objects that are chosen now', async () => {
		await editor.pickFromList('toObjectType', 'dea', 'Deals');
		const list = await editor.openList('associationType');
		await list.filter({ hasText: 'Champion (40)' }).first().waitFor();
		assert.deepEqual(await list.filter({ hasText: 'Billing Contact' }).allInnerTexts(), []);
	});

	it('asks for the objects where the labels would be listed', async () => {
		const { id } = await client.createWorkflow(WORKFLOW);
		await editor.openWorkflow(id);
		await editor.addNode('hubspot assoc', 'HubSpot Associations', 'Create associations');
		const options = await editor.openOptions('labels');
		assert.deepEqual(await options.allInnerTexts(), [
			"Pick both objects first: 'From Object Type' is empty",
		]);
		await takePicture(editor.page, 'labels-without-objects');
		await editor.closeOptions();
	});

	it('takes a field with the names of labels without a complaint', async () => {
		await editor.pickFromList('fromObjectType', 'cont', 'Contacts');
		await editor.pickFromList('toObjectType', 'comp', 'Companies');
		await editor.runPreviousNodes();
		await editor.dragField('role', 'labels');
		await editor.closeNode();
		await editor.openNode('Create associations');
		assert.match(await editor.panelText(), /Decision\sMaker/);
		assert.deepEqual(await editor.issuesOf('labels'), []);
	});

	it('keeps the expression for the association type in the example', async () => {
		const { id } = await client.createWorkflow(readExample('sync-limits-on-schedule'));
		await editor.openWorkflow(id);
		await editor.openNode('Sync Limits');
		assert.match(await editor.textIn('associationType'), /\{\{ \$json\.type \}\}/);
		await editor.continueOnErrorOutput();
		await editor.closeNode();
		await editor.saveWorkflow();
		const saved = await waitFor('the saved workflow', SAVING_MS, async () => {
			const { nodes } = await client.workflow(id);
			const node = nodes.find(({ name }) => name === 'Sync Limits');
			return node?.onError === 'continueErrorOutput' ? node : undefined;
		});
		assert.deepEqual(saved.parameters.associationType, {
			__rl: true,
			mode: 'id',
			value: '={{ $json.type }}',
		});
	});

	it('shows the fields of the node to the next one before the first run', async () => {
		const parameters = { resource: 'associationLimit', operation: 'upsert' };
		const { id } = await client.createWorkflow({
			...WORKFLOW,
			nodes: [
				newNode('Limits', NODE_TYPE, 1, parameters),
				newNode('Next', 'n8n-nodes-base.set', 3.4, {}, { position: [220, 0] }),
			],
			connections: { Limits: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
		});
		await editor.openWorkflow(id);
		await editor.openNode('Next');
		const fields = await editor.inputFields();
		for (const name of ['action', 'label', 'previousMaxToObjectIds']) {
			assert.ok(fields.includes(name), `${name} is not among ${fields.join(', ')}`);
		}
	});

	for (const name of exampleNames()) {
		it(`opens the example ${name}`, async () => {
			const { id } = await client.createWorkflow(readExample(name));
			await editor.openWorkflow(id);
			await takeDocumentPicture(editor.page, `example-${name}`);
		});
	}
});
