/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { IDataObject, INode } from 'n8n-workflow';
import { readSheet } from '../../tools/n8n/exampleFiles';
import { newNode, readExample, startedByHand, type Workflow } from '../../tools/n8n/workflows';
import { exampleRuns } from './support/exampleRuns';

/** The example started by hand in place of its schedule. */
function scheduled(name: string, files: string, trigger: string): Workflow {
	return startedByHand(readExample(name, files), trigger, {});
}

/** The workflow with another node in the place of the one with this name. */
function replacing(workflow: Workflow, node: INode): Workflow {
	const nodes = workflow.nodes.map((one) => (one.name === node.name ? node : one));
	return { ...workflow, nodes };
}

/** The mirror, with what its Wait node sends on: a test of the triggers waits for a person. */
function mirror(files: string, answer: IDataObject): Workflow {
	const parameters = { mode: 'raw', jsonOutput: JSON.stringify(answer) };
	return replacing(
		scheduled('nightly-mirror', files, 'Every Night'),
		newNode('Wait for Approval', 'n8n-nodes-base.set', 3.4, parameters),
	);
}

/** The loop, with a second in the place of ten minutes. */
function quickLoop(files: string): Workflow {
	return replacing(
		readExample('send-rows-again', files),
		newNode('Wait', 'n8n-nodes-base.wait', 1.1, { amount: 1, unit: 'seconds' }),
	);
}

describe('the examples with a plan, a check or a loop, executed by the command line', () => {
	const runs = exampleRuns({
		workflows: (files) => [
			{ ...mirror(files, { Decision: 'Apply the plan' }), id: 'approved' },
			{ ...mirror(files, { Decision: 'Change nothing' }), id: 'declined' },
			// What the Wait node passes on once its time is up: its own input.
			{ ...mirror(files, { changes: 8 }), id: 'unanswered' },
			{ ...scheduled('weekly-limit-check', files, 'Every Monday'), id: 'weekly-limit-check' },
			{ ...readExample('copy-associations', files), id: 'copy-associations' },
			{ ...quickLoop(files), id: 'send-rows-again' },
		],
	});
	const { associations, execute } = runs;

	const IN_THE_SHEET = [
		'1001-5001: Decision Maker',
		'1001-5002: ',
		'1002-5002: Billing Contact, Decision Maker',
		'1003-5003: Billing Contact',
		'1004-5004: ',
		'1005-5005: Decision Maker',
		'1006-5006: Billing Contact',
		'1006-5007: Decision Maker',
	];

	function associate(contact: string, company: string, labels: string[] = []): void {
		runs.simulator.account.associate('contacts', 'companies', contact, company, labels);
	}

	/** One to change, one to delete, one that is right, and one of a contact that no row lists. */
	function fillAccount(): void {
		associate('1001', '5001', ['Billing Contact']);
		associate('1002', '5009');
		associate('1004', '5004');
		associate('1100', '5001');
	}

	function writes(): string[] {
		return runs.simulator.requests
			.map(({ method, path }) => `${method} ${path}`)
			.filter((one) => !one.startsWith('GET') && !one.endsWith('batch/read'));
	}

	it('nightly-mirror: after the approval the account is as the sheet says', async () => {
		fillAccount();
		const outputs = await execute('approved');
		assert.deepEqual(associations().sort(), [...IN_THE_SHEET, '1100-5001: ']);
		const [message] = outputs('Message to the Approver');
		assert.equal(message.json.changes, 8);
		const list = String(message.json.list).split('\n');
		assert.equal(list[0], 'updated: contact 1001 – company 5001, Billing Contact → Decision Maker');
		assert.equal(list[7], 'deleted: contact 1002 – company 5009, no label');
		assert.equal(outputs('Done').length, 8);
	});

	it('nightly-mirror: a second night finds nothing to change and asks nobody', async () => {
		await execute('approved');
		const before = writes().length;
		const outputs = await execute('approved');
		assert.deepEqual(associations().sort(), IN_THE_SHEET);
		assert.equal(writes().length, before);
		assert.deepEqual(outputs('Message to the Approver'), []);
	});

	for (const id of ['declined', 'unanswered']) {
		it(`nightly-mirror: nothing is changed when the plan is ${id}`, async () => {
			fillAccount();
			const before = associations();
			const outputs = await execute(id);
			assert.equal(outputs('Message to the Approver').length, 1);
			assert.deepEqual(associations(), before);
			assert.deepEqual(writes(), []);
		});
	}

	it('weekly-limit-check: lists records and labels near their limits, the highest first', async () => {
		const { account } = runs.simulator;
		account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 5);
		for (const company of ['5001', '5002', '5003', '5004']) associate('1001', company);
		for (const company of ['5001', '5002', '5003', '5004', '5005']) associate('1002', company);
		associate('1003', '5001');
		for (let number = 3; number <= 45; number++) {
			account.addLabel('contacts', 'companies', { label: `Label ${number}` });
		}
		const outputs = await execute('weekly-limit-check');
		assert.deepEqual(
			outputs('Send to Your Team').map(({ json }) => json),
			[
				{ what: 'contacts 1002 (1002) → companies', used: 5, allowed: 5, percentage: 100 },
				{ what: 'Labels: companies → contacts', used: 45, allowed: 50, percentage: 90 },
				{ what: 'Labels: contacts → companies', used: 45, allowed: 50, percentage: 90 },
				{ what: 'contacts 1001 (1001) → companies', used: 4, allowed: 5, percentage: 80 },
			],
		);
	});

	it('weekly-limit-check: goes no further where nothing is near a limit', async () => {
		associate('1001', '5001');
		const outputs = await execute('weekly-limit-check');
		assert.ok(outputs('Labels in Use').length > 0);
		assert.deepEqual(outputs('Merge'), []);
		assert.deepEqual(outputs('Send to Your Team'), []);
		assert.deepEqual(writes(), []);
	});

	it('copy-associations: the other company has the same contacts and deals, and keeps its own', async () => {
		const { account } = runs.simulator;
		associate('1001', '5001', ['Decision Maker']);
		associate('1002', '5001');
		associate('1001', '5002', ['Billing Contact']);
		associate('1003', '5002');
		const [deal] = account.records('deals').ids();
		account.associate('companies', 'deals', '5001', deal);
		const outputs = await execute('copy-associations');
		assert.deepEqual(associations().sort(), [
			'1001-5001: Decision Maker',
			'1001-5002: Billing Contact, Decision Maker',
			'1002-5001: ',
			'1002-5002: ',
			'1003-5002: ',
		]);
		assert.deepEqual(
			account.associations('companies', 'deals').map((one) => one.fromObjectId),
			['5001', '5002'],
		);
		assert.equal(outputs('Copied').length, 3);
		assert.deepEqual(outputs('Refused'), []);
	});

	it('send-rows-again: a row goes round until it succeeds, and at most three times', async () => {
		appendFileSync(join(runs.files, 'company-roles.csv'), 'C-7,Nobody,5001,Decision Maker\n');
		const { faults } = runs.simulator;
		const path = /batch\/create$/;
		faults.add({ path, times: 2, fault: { kind: 'silentNoOp', ids: ['1003'] } });
		faults.add({ path, fault: { kind: 'silentNoOp', ids: ['1005'] } });
		await execute('send-rows-again');
		assert.deepEqual(
			associations().sort(),
			IN_THE_SHEET.filter((one) => !one.startsWith('1005')),
		);
		assert.equal(writes().filter((one) => path.test(one)).length, 4);
		const sheet = readSheet(runs.files, 'rows-to-correct.csv');
		assert.deepEqual(
			sheet.map((row) => [row.contact_id, row.company_id, row.role]),
			[
				['C-7', '5001', 'Decision Maker'],
				['1005', '5005', 'Decision Maker'],
			],
		);
		assert.match(sheet[0].reason, /C-7/);
		assert.match(sheet[1].reason, /did not include this row/);
	});
});
