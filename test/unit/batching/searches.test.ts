import { recordsIn } from '../../../nodes/HubSpotAssociations/hubspot/records/records';
import { PageGuard } from '../../../nodes/HubSpotAssociations/reading/pageGuard';
import { searchRecordsCall } from '../../../nodes/HubSpotAssociations/reading/recordSearch';
import { answer } from './support/answers';
import { objectPair } from './support/scenario';

const call = searchRecordsCall('2026-03', {
	type: objectPair('contacts', 'companies').from,
	property: 'code',
});
const values = (...folded: string[]) => folded.map((one) => ({ folded: one, spellings: [one] }));

interface Page {
	readonly codes: string[];
	readonly after?: string;
	readonly total?: unknown;
}

/** Searches for values; every page is answered in turn, the last one again and again. */
async function search(searched: ReturnType<typeof values>, ...pages: Page[]) {
	const asked: unknown[] = [];
	const sent = await call.exchange?.(searched, async ({ body }) => {
		const { codes, after, total } = pages[Math.min(asked.length, pages.length - 1)];
		asked.push((body as { after?: string }).after);
		const results = codes.map((code, index) => ({
			id: `${asked.length}${index}`,
			properties: { code },
		}));
		return await Promise.resolve({
			ok: true,
			value: answer(200, { results, total, paging: { next: { after } } }),
		} as const);
	});
	const found = sent?.ok ? recordsIn(sent.value, 'code').map(({ value }) => value) : sent;
	return { asked, found };
}

it('reads the pages of a search to the last, and gives the records of all', async () => {
	const pages = [{ codes: ['a'], after: '1' }, { codes: ['b'], after: '2' }, { codes: ['c'] }];
	expect(await search(values('a', 'b', 'c'), ...pages)).toEqual({
		asked: [undefined, '1', '2'],
		found: ['a', 'b', 'c'],
	});
});

it('reads on while a value has but one record, and no further once all have two', async () => {
	const pages = [
		{ codes: ['A', 'a', 'b'], after: '1' },
		{ codes: ['B'], after: '2' },
		{ codes: ['b'] },
	];
	const { asked, found } = await search(values('a', 'b'), ...pages);
	expect(asked).toEqual([undefined, '1']);
	expect(found).toEqual(['A', 'a', 'b', 'B']);
});

it.each([
	['more pages than halving takes', 2, 401, 1, 'batch', 'refused'],
	['as many pages as halving takes', 2, 400, 2, 'request', 'unknown'],
	['one value alone', 1, 10_000, 2, 'request', 'unknown'],
	['a total that is no number', 2, '10000', 2, 'request', 'unknown'],
	['more pages for three values', 3, 801, 1, 'batch', 'refused'],
	['pages enough for three values', 3, 800, 2, 'request', 'unknown'],
])('halves a search or reads it on: %s', async (_, count, total, requests, reach, state) => {
	const searched = values(...['a', 'b', 'c'].slice(0, count));
	const { asked, found } = await search(searched, { codes: [], after: '9', total });
	expect(asked).toHaveLength(requests);
	expect(found).toMatchObject({ reach, failure: { state, retryable: state === 'unknown' } });
});

it('guards against a page that comes again, and one too many', () => {
	const guard = new PageGuard(3);
	expect([undefined, 'a', undefined, 'b'].map((page) => guard.visit(page))).toEqual(
		Array(4).fill(undefined),
	);
	expect(guard.visit('a')).toMatchObject({ state: 'unknown', retryable: true });
	expect(guard.visit('c')).toMatchObject({ state: 'unknown', retryable: true });
});
