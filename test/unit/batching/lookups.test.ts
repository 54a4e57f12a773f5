import type { RecordId } from '../../../nodes/HubSpotAssociations/hubspot/model/recordPair';
import { AssociationReader } from '../../../nodes/HubSpotAssociations/reading/associationReader';
import { createPacer } from '../../../nodes/HubSpotAssociations/sending/pacer';
import { lookUpRecords } from '../../../nodes/HubSpotAssociations/reading/recordLookup';
import type { Outcome } from '../../../nodes/HubSpotAssociations/outcome';
import { parseObjectType } from '../../../nodes/HubSpotAssociations/hubspot/model/objectTypes';
import { answer, refusal } from './support/answers';
import { senderOver } from './support/handSender';
import { VirtualClock } from './support/virtualClock';

const contacts = parseObjectType('contacts') ?? { spelling: 'contacts', key: '0-1' };
const BAD = answer(400, { message: 'Not unique' });

function lookup(values: string[]) {
	const outcomes = new Map<string, Outcome<RecordId> | undefined>();
	for (const value of values) outcomes.set(value, undefined);
	return { type: contacts, property: 'code', outcomes };
}

it('reads a list of associations that leads back to an earlier page no further', async () => {
	const pages = ['a', 'b', 'a', 'b'];
	const sender = senderOver(() => ({
		results: [{ from: { id: '1' }, to: [], paging: { next: { after: pages.shift() } } }],
	}));
	const reader = new AssociationReader(sender, 'v4', { maxConcurrency: 1, stopOnFailure: false });
	const reading = reader.readingOf({ from: contacts, to: contacts }, '1');
	while (!reading.isComplete) await reader.readOn([reading]);
	expect(reading.failure?.message).toContain('same page');
	expect(sender.sent).toHaveLength(3);
});

it('reads a list of associations that goes on and on to the thousandth page', async () => {
	let page = 0;
	const sender = senderOver(() => ({
		results: [
			{
				from: { id: '1' },
				to: [{ toObjectId: page, associationTypes: [] }],
				paging: { next: { after: String(++page) } },
			},
		],
	}));
	const reader = new AssociationReader(sender, 'v4', { maxConcurrency: 1, stopOnFailure: false });
	const reading = reader.readingOf({ from: contacts, to: contacts }, '1');
	await reader.readUntil(new Map([[reading, 'all']]));
	expect(reading.failure?.message).toContain('continues after 1000 pages');
	expect(sender.sent).toHaveLength(1_000);
});

it('reads on until all the wanted records have come up', async () => {
	let page = 0;
	const sender = senderOver(() => ({
		results: [
			{
				from: { id: '1' },
				to: [{ toObjectId: 10 + page, associationTypes: [] }],
				paging: { next: { after: String(++page) } },
			},
		],
	}));
	const reader = new AssociationReader(sender, 'v4', { maxConcurrency: 1, stopOnFailure: false });
	const reading = reader.readingOf({ from: contacts, to: contacts }, '1');
	await reader.readUntil(new Map([[reading, new Set(['12', '10'])]]));
	expect(sender.sent).toHaveLength(3);
	await reader.readUntil(new Map([[reading, new Set(['11'])]]));
	expect(sender.sent).toHaveLength(3);
});

it('searches a list that goes on and on to the hundredth page, and no half of it again', async () => {
	let page = 0;
	const sender = senderOver(({ isSearch }) =>
		isSearch ? { results: [], total: 300, paging: { next: { after: String(++page) } } } : BAD,
	);
	const wanted = lookup(['x', 'y']);
	await lookUpRecords(sender, 'v4', [wanted], 5);
	for (const outcome of wanted.outcomes.values()) {
		expect(outcome).toMatchObject({
			ok: false,
			failure: { message: expect.stringContaining('continues after 100 pages') as unknown },
		});
	}
	expect(sender.sent.filter(({ isSearch }) => isSearch)).toHaveLength(100);
});

it('searches a list that leads back to an earlier page no further', async () => {
	const sender = senderOver(({ isSearch }) =>
		isSearch ? { results: [], total: 300, paging: { next: { after: '200' } } } : BAD,
	);
	const wanted = lookup(['x', 'y']);
	await lookUpRecords(sender, 'v4', [wanted], 5);
	expect([...wanted.outcomes.values()].map((one) => one?.ok)).toEqual([false, false]);
	expect(sender.sent).toHaveLength(3);
});

it('singles a value out that makes HubSpot refuse a search', async () => {
	const sender = senderOver(({ isSearch, body }) => {
		if (!isSearch) return BAD;
		if (JSON.stringify(body).includes('guilty')) return refusal(400, 'Bad value');
		const { values } = (body as { filterGroups: [{ filters: [{ values: string[] }] }] })
			.filterGroups[0].filters[0];
		return { results: values.map((code) => ({ id: `1${code}`, properties: { code } })) };
	});
	const wanted = lookup(['1', '2', 'guilty', '4', '5']);
	await lookUpRecords(sender, 'v4', [wanted], 1);
	const told = [...wanted.outcomes].map(([, one]) => (one?.ok ? one.value : one?.failure.message));
	expect(told).toEqual(['11', '12', 'Bad value', '14', '15']);
});

it('asks no more of an object that may not be searched', async () => {
	const refusal = answer(403, { message: 'No scope' });
	const sender = senderOver(({ isSearch }) => (isSearch ? refusal : BAD));
	const wanted = lookup(Array.from({ length: 500 }, (_, index) => String(index)));
	await lookUpRecords(sender, 'v4', [wanted], 1);
	expect(sender.sent).toHaveLength(2);
	const failures = [...wanted.outcomes.values()].map((one) => (one?.ok ? undefined : one?.failure));
	expect(new Set(failures.map((one) => one?.message))).toEqual(new Set(['No scope']));
	expect(failures.filter((one) => one?.state === 'refused')).toHaveLength(100);
});

it('looks nothing up where there is nothing', async () => {
	const sender = senderOver(() => BAD);
	await lookUpRecords(sender, 'v4', [lookup([])], 5);
	expect(sender.sent).toEqual([]);
});

it('gives searches a window of a second besides the one that all requests share', async () => {
	const clock = new VirtualClock();
	const pacer = createPacer(100, clock);
	const times: Array<[string, number]> = [];
	const take = async (isSearch: boolean) => {
		await pacer.turn({ method: 'POST', path: '/crm/associations/v4/0-1/0-2/labels', isSearch });
		times.push([isSearch ? 'search' : 'other', clock.now()]);
	};
	await clock.run(Promise.all([true, true, true, true, true, false].map(take)));
	expect(times.filter(([, at]) => at === 0).map(([kind]) => kind)).toEqual([
		...Array<string>(4).fill('search'),
		'other',
	]);
	expect(times.at(-1)?.[1]).toBeGreaterThanOrEqual(1000);
});
