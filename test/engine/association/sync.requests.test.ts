import { countOf } from '../../counts';
import { simulatorForEachTest } from '../../support/simulator';
import { callCounts, idsFrom } from '../support/associations';
import { BILLING, DECISION_MAKER, deleting, synced } from '../support/syncAssociations';

const ROWS = countOf('syncedRows');
const CHANGED = ROWS / 100;
const FIRST_CONTACT = 100_001;
const FIRST_COMPANY = 500_001;

/** Records a thousand to a page, with a label that all but one in a hundred have as they should. */
const simulator = simulatorForEachTest({
	seed: (account) => {
		account.addRecords('contacts', ROWS, FIRST_CONTACT);
		account.addRecords('companies', ROWS, FIRST_COMPANY);
		account.addLabel('contacts', 'companies', { label: 'Decision Maker', typeId: 36 });
		account.addLabel('contacts', 'companies', { label: 'Billing Contact', typeId: 38 });
		for (let row = 0; row < ROWS; row++) {
			const label = row < CHANGED ? 'Billing Contact' : 'Decision Maker';
			const ids = [FIRST_CONTACT + row, FIRST_COMPANY + row].map(String);
			account.associate('contacts', 'companies', ids[0], ids[1], [label]);
		}
	},
});

const rows = idsFrom(0, ROWS).map((row) => ({
	from: String(FIRST_CONTACT + row),
	to: String(FIRST_COMPANY + row),
	labels: DECISION_MAKER,
}));

const READS = Math.ceil(ROWS / 1_000);
const WRITES = Math.ceil(CHANGED / 2_000);

it(`reads ${ROWS} rows in ${READS} requests, and writes the ${CHANGED} that differ in ${WRITES}`, async () => {
	const { done } = await synced(simulator, rows, deleting);
	expect(done.filter((text) => text.startsWith('unchanged'))).toHaveLength(ROWS - CHANGED);
	expect(done.filter((text) => text.startsWith('updated'))).toHaveLength(CHANGED);
	expect(callCounts(simulator)).toEqual({ 'read 0-1>0-2': READS, 'create 0-1>0-2': WRITES });
});

it('reads a record once, however many rows name it', async () => {
	const [{ from }] = rows;
	const { done } = await synced(
		simulator,
		rows.slice(0, CHANGED).map(({ to }) => ({ from, to, labels: BILLING })),
	);
	expect(done.filter((text) => text.startsWith('created'))).toHaveLength(CHANGED - 1);
	expect(callCounts(simulator)).toEqual({ 'read 0-1>0-2': 1, 'create 0-1>0-2': 1 });
	expect(simulator.requests[0].body).toEqual({ inputs: [{ id: from }] });
});
