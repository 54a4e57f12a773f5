/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startSimulator, type Simulator } from '../../simulator';
import { openBrowser } from './support/browser';
import { Editor } from './support/editor';
import { saveAnimation } from './support/pictures';
import { Recorder } from './support/recorder';
import { Tour } from './support/tour';
import { installN8n } from '../../tools/n8n/installation';
import { createN8nFolder } from '../../tools/n8n/n8nFolder';
import { startN8nServer, type N8nServer } from '../../tools/n8n/n8nServer';
import { RestClient } from '../../tools/n8n/restClient';
import { simulatorCredential } from '../../tools/n8n/workflows';
import { EXAMPLES_FOLDER, temporaryFolder } from '../../tools/project';

/** As n8n sees it from the project's folder, in which it is started. */
const SPREADSHEET = 'examples/contacts-to-companies.csv';

const COLUMNS = { contact_id: 'fromRecordId', company_id: 'toRecordId', role: 'labels' };

/** The README is read on phones too. */
const MAXIMUM_BYTES = 2_000_000;

describe('the tour of the README', () => {
	let simulator: Simulator;
	let server: N8nServer;
	let recorder: Recorder;
	let tour: Tour;

	before(async () => {
		simulator = await startSimulator();
		const folder = await createN8nFolder(await installN8n(() => {}), temporaryFolder('tour'));
		server = await startN8nServer(folder, {
			env: { N8N_RESTRICT_FILE_ACCESS_TO: EXAMPLES_FOLDER },
		});
		const client = new RestClient(server.url);
		await client.setUpOwner();
		await client.createCredential(simulatorCredential(simulator));
		const browser = await openBrowser(temporaryFolder('browser'));
		recorder = await Recorder.of(browser.pages()[0]);
		const editor = new Editor(recorder.page, server.url);
		await editor.signIn();
		tour = new Tour(recorder, editor, server.url);
	});
	after(async () => {
		await recorder.page.context().close();
		await server.stop();
		await simulator.close();
	});

	it('leads from an empty canvas to the node, with columns for its fields', async () => {
		await tour.readsSpreadsheet(SPREADSHEET);
		await tour.addsNode();
		await tour.mapsColumns(COLUMNS);
		await tour.sendsRefusedRowsElsewhere();
	});

	it('associates the rows and sends the refused ones the other way', async () => {
		const canvas = await tour.runs();
		for (const count of [/\b240 items/, /\b230 items/, /\b10 items/]) assert.match(canvas, count);
	});

	it('ends with the reasons', async () => {
		const rows = await tour.showsRefusedRows();
		assert.equal(rows.length, 10);
		for (const { message } of rows) assert.match(message, /^\S.*\.$/);
	});

	it('is small enough for the README', () => {
		const animation = recorder.animation();
		saveAnimation(animation, 'tour');
		assert.ok(animation.length < MAXIMUM_BYTES, `${animation.length} bytes`);
	});
});
