import { nextPageOf, resultsOf, type Answer } from '../hubspot/api/answer';
import type { BatchCall, Sent } from '../hubspot/api/batchCall';
import type { RecordId } from '../hubspot/model/recordPair';
import { isObject } from '../json';
import {
	SEARCH_PAGE_MAXIMUM,
	SEARCH_PAGES_MAXIMUM,
	SEARCH_VALUES_MAXIMUM,
} from '../hubspot/api/batchSizes';
import { refuse } from '../hubspot/api/refusal';
import type { ApiVersion } from '../hubspot/api/versions';
import { matchRecords, recordsIn, type NamedRecords } from '../hubspot/records/records';
import {
	concernsProperty,
	searchRecordsRequest,
	valuesBlamed,
} from '../hubspot/records/searchRecords';
import { succeed, type Failure, type Outcome } from '../outcome';
import { PageGuard } from './pageGuard';

/** A value to search for, in all its spellings: search ignores case. */
export interface SearchedValue {
	/** In lower case, as HubSpot's search guide requires for IN. */
	readonly folded: string;
	readonly spellings: readonly string[];
}

/** What was found for each spelling. */
export type FoundBySpelling = ReadonlyMap<string, Outcome<RecordId>>;

/** Some value has so many records that it is faster to search for fewer values at a time. */
const TOO_MANY: Failure = {
	message: 'The search has too many results',
	state: 'refused',
	retryable: false,
};

/**
 * Finds records by a property that is not unique, with as many values per search as HubSpot accepts. A
 * search that is refused or has too many results is taken apart: HubSpot returns at most 10,000.
 */
export function searchRecordsCall(
	version: ApiVersion,
	named: NamedRecords,
): BatchCall<SearchedValue, FoundBySpelling> {
	const request = (values: readonly SearchedValue[], after?: string) =>
		searchRecordsRequest(
			version,
			named,
			values.map(({ folded }) => folded),
			after,
		);
	return {
		name: 'searchRecords',
		maximum: SEARCH_VALUES_MAXIMUM,
		request,
		exchange: async (values, send) =>
			await readAll(named, values, async (after) => await send(request(values, after))),
		settle: (values, answer) => {
			const records = recordsIn(answer, named.property);
			const found = matchRecords(
				named,
				values.flatMap(({ spellings }) => spellings),
				records,
			);
			let next = 0;
			return values.map(({ spellings }) =>
				succeed(new Map(spellings.map((spelling) => [spelling, found[next++]]))),
			);
		},
		blamed: (values, refusal) =>
			valuesBlamed(
				values.map(({ folded }) => folded),
				refusal,
			),
		concernsCall: (refusal) => refusal !== TOO_MANY && concernsProperty(named, refusal),
	};
}

/** Reads to the last page, or until every value is known to have more than one record. */
async function readAll(
	{ property }: NamedRecords,
	values: readonly SearchedValue[],
	readPage: (after?: string) => Promise<Sent>,
): Promise<Sent> {
	const results: object[] = [];
	const counts = new Map(values.map(({ folded }) => [folded, 0]));
	const guard = new PageGuard(SEARCH_PAGES_MAXIMUM);
	let after: string | undefined;
	for (;;) {
		const page = await readPage(after);
		if (!page.ok) return page;
		for (const result of resultsOf(page.value)) results.push(result);
		for (const record of recordsIn(page.value, property)) {
			const value = record.value.toLowerCase();
			counts.set(value, (counts.get(value) ?? 0) + 1);
		}
		after = nextPageOf(page.value.body);
		const isSettled = values.every(({ folded }) => (counts.get(folded) ?? 0) > 1);
		if (after === undefined || isSettled) {
			return { ok: true, value: { ...page.value, body: { results } } };
		}
		if (isSoonerHalved(page.value, values.length)) return refuse('batch', TOO_MANY);
		const endless = guard.visit(after);
		if (endless) return refuse('request', endless);
	}
}

/** Whether halving is faster than reading on: isolating a value takes two searches per level. */
function isSoonerHalved({ body }: Answer, values: number): boolean {
	const total = isObject(body) && typeof body.total === 'number' ? body.total : 0;
	return total / SEARCH_PAGE_MAXIMUM > 2 * Math.ceil(Math.log2(values)) && values > 1;
}
