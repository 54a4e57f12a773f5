/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { IDataObject } from 'n8n-workflow';
import { deviations } from '../../demo/expected';
import { outcomesOf } from '../../demo/outcomes';
import { readSheet } from '../../tools/n8n/exampleFiles';
import { exampleNames, readExample, startedByHand } from '../../tools/n8n/workflows';
import { chatModelCredential, startChatModel, type ChatModel } from './support/chatModel';
import { exampleRuns } from './support/exampleRuns';

/** What stands in for the triggers, which the command line cannot start. */
const TRIGGERED: Readonly<Record<string, { trigger: string; fields: IDataObject }>> = {
	'form-to-associations': {
		trigger: 'Who Works Where?',
		fields: { Contact: '1001', Companies: '5001\n\n5002\n99', Role: 'Decision Maker' },
	},
	'sync-limits-on-schedule': { trigger: 'Every Morning', fields: {} },
	'ai-agent-tool': {
		trigger: 'When chat message received',
		fields: { chatInput: 'Contact 1001 decides for companies 5001 and 99', sessionId: 'e2e' },
	},
};

const TOOL_CALLS = [
	{ contactId: '1001', companyId: '5001', labels: 'Decision Maker' },
	{ contactId: '1001', companyId: '99', labels: 'Decision Maker' },
];

const EXAMPLES = [
	'ai-agent-tool',
	'audit-limits',
	'emails-and-domains-to-associations',
	'form-to-associations',
	'spreadsheet-to-associations',
	'sync-limits-on-schedule',
];

/** plansAndLoops.test.ts executes these. */
const EXECUTED_THERE = [
	'copy-associations',
	'nightly-mirror',
	'send-rows-again',
	'weekly-limit-check',
];

function asImported(name: string, files: string) {
	const example = readExample(name, files);
	const triggered = TRIGGERED[name];
	return {
		...(triggered ? startedByHand(example, triggered.trigger, triggered.fields) : example),
		id: name,
	};
}

describe('the examples, executed by the command line', () => {
	let chatModel: ChatModel;
	const runs = exampleRuns({
		credentials: async () => {
			chatModel = await startChatModel(TOOL_CALLS);
			return [chatModelCredential(chatModel)];
		},
		workflows: (files) => EXAMPLES.map((name) => asImported(name, files)),
	});
	const { associations, execute } = runs;
	after(async () => await chatModel.close());

	function limits(): string[] {
		return runs.simulator.account
			.limitList()
			.map(
				(one) =>
					`${one.fromObjectTypeId}-${one.toObjectTypeId} ${one.category}:${one.typeId} ${one.maxToObjectIds}`,
			);
	}

	it('spreadsheet-to-associations: every row is associated or refused', async () => {
		const outputs = await execute('spreadsheet-to-associations');
		const node = 'Associate Contacts with Companies';
		const rows = readSheet(runs.files, 'contacts-to-companies.csv').map((json) => ({ json }));
		const outcomes = outcomesOf(rows, [outputs(node, 0), outputs(node, 1)]);
		assert.deepEqual(deviations(outcomes, runs.simulator.account), []);
	});

	it('form-to-associations: one association for each line, and the refused line is told', async () => {
		const outputs = await execute('form-to-associations');
		assert.deepEqual(associations(), ['1001-5001: Decision Maker', '1001-5002: Decision Maker']);
		const [refused] = outputs('Associate with Companies', 1);
		assert.equal(refused.json.company, '99');
		assert.match(String(refused.json.message), /99/);
	});

	it('emails-and-domains-to-associations: refused rows stand in a second sheet', async () => {
		runs.simulator.account.associate('contacts', 'companies', '1002', '5008', ['Decision Maker']);
		const outputs = await execute('emails-and-domains-to-associations');
		const rows = readSheet(runs.files, 'people-at-companies.csv');
		const refused = readSheet(runs.files, 'refused-rows.csv');
		assert.deepEqual(
			refused.map(({ email, domain, role }) => ({ email, domain, role })),
			[rows[11], rows[23], rows[31]],
		);
		assert.match(refused[0].reason, /nobody@example\.com/);
		assert.match(refused[1].reason, /no-such-company\.example\.com/);
		assert.match(refused[2].reason, /Janitor/);
		assert.equal(outputs('Associated Rows').length, rows.length - refused.length);
		// The last row is the first one again, with another label; 1002 had one more label before.
		assert.equal(associations().length, rows.length - refused.length - 1);
		assert.ok(associations().includes('1001-5001: Billing Contact, Decision Maker'));
		assert.ok(associations().includes('1002-5008: Billing Contact, Decision Maker'));
	});

	it('sync-limits-on-schedule: the limits are as the sheet says, and only changes come out', async () => {
		runs.simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 4);
		runs.simulator.account.setLimit('companies', 'contacts', 'HUBSPOT_DEFINED', 280, 500);
		const outputs = await execute('sync-limits-on-schedule');
		assert.deepEqual(limits().sort(), [
			'0-1-0-2 HUBSPOT_DEFINED:279 5',
			'0-1-0-2 USER_DEFINED:36 1',
			'0-1-0-3 USER_DEFINED:40 3',
			'0-2-0-1 HUBSPOT_DEFINED:280 500',
			'0-2-0-1 USER_DEFINED:39 2',
		]);
		assert.deepEqual(
			outputs('Changed Limits').map(({ json }) => json.action),
			['updated', 'created', 'created', 'created'],
		);
	});

	it('audit-limits: the table holds every limit, the highest first', async () => {
		runs.simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 5);
		runs.simulator.account.setLimit('companies', 'contacts', 'USER_DEFINED', 39, 12);
		await execute('audit-limits');
		const table = readSheet(runs.files, 'association-limits-audit.csv');
		assert.deepEqual(
			table.map(
				(row) =>
					`${row.fromObjectType} → ${row.toObjectType} ${row.category}:${row.typeId} ${row.maxToObjectIds}`,
			),
			['companies → contacts USER_DEFINED:39 12', 'contacts → companies HUBSPOT_DEFINED:279 5'],
		);
	});

	it('ai-agent-tool: the agent associates one pair and hears why the other is refused', async () => {
		const outputs = await execute('ai-agent-tool');
		assert.deepEqual(associations(), ['1001-5001: Decision Maker']);
		assert.equal(chatModel.toolAnswers.length, 2);
		assert.match(chatModel.toolAnswers[0], /5001/);
		assert.match(chatModel.toolAnswers[1], /99/);
		assert.match(String(outputs('HubSpot Agent')[0].json.output), /5001/);
	});

	it('has a test for every example', () => {
		assert.deepEqual(exampleNames().sort(), [...EXAMPLES, ...EXECUTED_THERE].sort());
	});
});
