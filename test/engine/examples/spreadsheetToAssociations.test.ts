/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { examplePath } from '../../../demo/example';
import { deviations, WRONG_LINES } from '../../../demo/expected';
import type { RowOutcome, SpreadsheetRow } from '../../../demo/outcomes';
import { runExample, SPREADSHEET_FILE } from '../../../demo/run';
import { simulatorForEachTest } from '../../support/simulator';

const simulator = simulatorForEachTest();
let outcomes: RowOutcome[];

beforeEach(async () => {
	({ outcomes } = await runExample(simulator));
});

it('leaves the account as the spreadsheet asks for, in four requests', () => {
	expect(deviations(outcomes, simulator.account)).toEqual([]);
	expect(simulator.requests.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
		'GET /crm/associations/2026-03/0-1/0-2/labels',
		'POST /crm/associations/2026-03/0-1/0-2/batch/associate/default',
		'POST /crm/associations/2026-03/0-1/0-2/batch/create',
		'POST /crm/associations/2026-03/definitions/configurations/0-1/0-2/batch/update',
	]);
});

it('gives every row its outcome, and a refused row what it held', () => {
	expect(outcomes).toHaveLength(240);
	const refused = outcomes.filter(({ result }) => result.kind === 'refused');
	expect(refused.map(({ line }) => line)).toEqual([...WRONG_LINES.keys()]);
	expect(refused[1].row).toMatchObject({ contact_id: 'C-1041', contact_name: 'Aoife Okafor' });
});

it('can be run again with the same outcome', async () => {
	const again = await runExample(simulator);
	expect(again.outcomes).toEqual(outcomes);
	expect(deviations(again.outcomes, simulator.account)).toEqual([]);
});

describe('the check of the demo notices', () => {
	it('an association too many', () => {
		simulator.account.associate('contacts', 'companies', '1300', '5001');
		expect(deviations(outcomes, simulator.account)).toEqual([
			'contact 1300 → company 5001 was not asked for',
		]);
	});

	it('a label that is missing', () => {
		simulator.account.associate('contacts', 'companies', '1052', '5033', ['Decision Maker']);
		expect(deviations(outcomes, simulator.account)).toEqual([
			'contact 1052 → company 5033 must have Billing Contact, Decision Maker, but has Decision Maker',
		]);
	});

	it('another limit', () => {
		simulator.account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 4);
		expect(deviations(outcomes, simulator.account)).toEqual([
			'the limit of 3 companies a contact is not set',
		]);
	});

	it('a right row that was refused, and a wrong one that was not', () => {
		const [first, ...others] = outcomes;
		const turned = others.map((outcome) =>
			outcome.line === 44 ? { ...outcome, result: first.result } : outcome,
		);
		const refused: RowOutcome = { ...first, result: { kind: 'refused', reason: 'No' } };
		expect(deviations([refused, ...turned], simulator.account)).toEqual([
			'line 2 is right and was refused: No',
			'line 44 is wrong and was not refused',
		]);
	});
});

describe('the spreadsheet', () => {
	it('holds names that agree with the records of the account', () => {
		const rows = parse(readFileSync(examplePath(SPREADSHEET_FILE)), {
			columns: true,
		}) as unknown as SpreadsheetRow[];
		const contacts = simulator.account.records('contacts');
		for (const { contact_id: id = '', contact_name: name } of rows) {
			const record = contacts.get(id);
			if (record) expect(name).toBe(`${record.firstname} ${record.lastname}`);
		}
		const companies = simulator.account.records('companies');
		for (const { company_id: id = '', company_name: name } of rows) {
			expect(companies.get(id)?.name ?? name).toBe(name);
		}
	});
});
