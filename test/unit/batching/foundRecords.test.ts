import type { RecordId } from '../../../nodes/HubSpotAssociations/hubspot/model/recordPair';
import { AssociationReader } from '../../../nodes/HubSpotAssociations/reading/associationReader';
import { lookUpRecords } from '../../../nodes/HubSpotAssociations/reading/recordLookup';
import { succeed, type Outcome } from '../../../nodes/HubSpotAssociations/outcome';
import { answer } from './support/answers';
import { senderOver } from './support/handSender';
import { objectPair } from './support/scenario';

const PAIR = objectPair('contacts', 'companies');
const NOT_UNIQUE = answer(400, { message: 'Not unique' });

const recordOf = (code: string) => ({ id: `1${code}`, properties: { code } });

function lookup(count: number) {
	const outcomes = new Map<string, Outcome<RecordId> | undefined>();
	for (let value = 0; value < count; value++) outcomes.set(String(value), undefined);
	return { type: PAIR.from, property: 'code', outcomes };
}

function readValues(body: unknown): string[] {
	return (body as { inputs: Array<{ id: string }> }).inputs.map(({ id }) => id);
}

function searchedValues(body: unknown): string[] {
	const [{ filters }] = (body as { filterGroups: [{ filters: [{ values: string[] }] }] })
		.filterGroups;
	return filters[0].values;
}

const idsOf = (count: number) => Array.from({ length: count }, (_, value) => succeed(`1${value}`));

it('keeps what is read by a unique property, and searches for none of it', async () => {
	const sender = senderOver(({ body }) => ({ results: readValues(body).map(recordOf) }));
	const wanted = lookup(250);
	await lookUpRecords(sender, 'v4', [wanted], 1);
	expect([...wanted.outcomes.values()]).toEqual(idsOf(250));
	expect(sender.sent.map(({ isSearch }) => isSearch)).toEqual(Array(3).fill(undefined));
});

it('fails a value that has no record, and searches for it no more', async () => {
	const sender = senderOver(() => ({ results: [recordOf('1')] }));
	const wanted = lookup(2);
	await lookUpRecords(sender, 'v4', [wanted], 1);
	expect([...wanted.outcomes.values()]).toMatchObject([{ ok: false }, succeed('11')]);
	expect(sender.sent).toHaveLength(1);
});

it('searches only for what was not read before the property was refused', async () => {
	const searched: string[] = [];
	const sender = senderOver(({ body, isSearch }) => {
		if (isSearch) {
			searched.push(...searchedValues(body));
			return { results: searchedValues(body).map(recordOf) };
		}
		const values = readValues(body);
		return values.includes('150') ? NOT_UNIQUE : { results: values.map(recordOf) };
	});
	const wanted = lookup(250);
	await lookUpRecords(sender, 'v4', [wanted], 1);
	expect([...wanted.outcomes.values()]).toEqual(idsOf(250));
	expect([...searched].sort()).toEqual(
		Array.from({ length: 100 }, (_, index) => String(100 + index)),
	);
});

it('reads a record to its last page, even where a wanted one never comes up', async () => {
	const pages = ['a', undefined];
	const sender = senderOver(() => ({
		results: [{ from: { id: '1' }, to: [], paging: { next: { after: pages.shift() } } }],
	}));
	const reader = new AssociationReader(sender, 'v4', { maxConcurrency: 1, stopOnFailure: false });
	const reading = reader.readingOf(PAIR, '1');
	await reader.readUntil(new Map([[reading, new Set(['9'])]]));
	expect(reading).toMatchObject({ isComplete: true, associated: [] });
	expect(reading.failure).toBeUndefined();
	expect(sender.sent).toHaveLength(2);
});
