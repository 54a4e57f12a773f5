import * as fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { countOf } from '../../counts';
import { startSimulator, type Simulator } from '../../../simulator';
import { associationRun } from '../support/associations';
import { runHubSpotNode } from '../../../tools/hubSpotNode';

const EMAILS = [
	'aoife.murphy.1@example.com',
	'BRUNO.murphy.2@example.com',
	'chiara.murphy.3@example.com',
	'nobody@example.com',
	'',
];
const DOMAINS = [
	'harbour-logistics-1.example.com',
	'granite-logistics-2.example.com',
	'twice.example',
	'none.example',
];
const LABELS = [
	'USER_DEFINED:36',
	'Billing Contact',
	'38, primary',
	'',
	'No Such Label',
	'USER_DEFINED:999',
];

const rows = fc.array(
	fc.record({
		from: fc.constantFrom(...EMAILS),
		to: fc.constantFrom(...DOMAINS),
		label: fc.constantFrom(...LABELS),
	}),
	{ minLength: 1, maxLength: 25 },
);

const before = fc.array(
	fc.record({
		from: fc.constantFrom('1001', '1002', '1003'),
		to: fc.constantFrom('5001', '5002', '5003'),
		labels: fc.subarray(['Decision Maker', 'Billing Contact', 'Primary']),
	}),
	{ maxLength: 6 },
);

function pairsIn({ account }: Simulator): Map<string, string[]> {
	return new Map(
		account
			.associations('contacts', 'companies')
			.map(({ fromObjectId, toObjectId, labels }) => [`${fromObjectId}>${toObjectId}`, labels]),
	);
}

async function createAll(simulator: Simulator, items: IDataObject[], checkLimits: boolean) {
	const run = await runHubSpotNode({
		simulator,
		parameters: associationRun('create', {
			labels: '={{ $json.label }}',
			options: {
				fromIdProperty: 'email',
				toIdProperty: 'domain',
				existingLabels: 'keep',
				checkLimits,
				batchSize: 3,
			},
		}),
		items,
	});
	expect(run.error).toBeUndefined();
	return run;
}

it('accounts for every row, makes what it says it made and nothing else, and takes no label away', async () => {
	await fc.assert(
		fc.asyncProperty(rows, before, fc.boolean(), async (items, present, checkLimits) => {
			const simulator = await startSimulator({ behaviour: { readPageSize: 1 } });
			try {
				const { account } = simulator;
				account.addRecord('companies', '9991', { domain: 'twice.example' });
				account.addRecord('companies', '9992', { domain: 'twice.example' });
				account.setLimit('contacts', 'companies', 'HUBSPOT_DEFINED', 279, 2);
				account.setLimit('companies', 'contacts', 'USER_DEFINED', 39, 1);
				for (const { from, to, labels } of present) {
					account.associate('contacts', 'companies', from, to, labels);
				}
				const held = pairsIn(simulator);
				const run = await createAll(simulator, items, checkLimits);
				const all = [...run.items, ...run.errorItems];
				const rowsOut = all.map(({ pairedItem }) => (pairedItem as { item: number }).item);
				expect(rowsOut.sort((a, b) => a - b)).toEqual(items.map((_, index) => index));
				const made = run.items.map(({ json }) => `${json.fromObjectId}>${json.toObjectId}`);
				const after = pairsIn(simulator);
				expect(new Set(after.keys())).toEqual(new Set([...held.keys(), ...made]));
				for (const [pair, labels] of held) {
					expect(after.get(pair)).toEqual(expect.arrayContaining(labels));
				}
				for (const { json } of run.errorItems) expect(json.message).toEqual(expect.any(String));
			} finally {
				await simulator.close();
			}
		}),
		{ numRuns: countOf('everyRowRuns') },
	);
}, 120_000);
