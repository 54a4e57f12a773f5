import { isObject, nextPageOf, type Answer } from '../hubspot/answer';
import { SEARCH_PAGE_MAXIMUM, SEARCH_VALUES_MAXIMUM } from '../hubspot/batchSizes';
import { fail, succeed, type Failure, type Outcome } from '../hubspot/failure';
import {
	matchRecords,
	recordsIn,
	searchRecordsRequest,
	type FoundRecord,
	type NamedRecords,
} from '../hubspot/records';
import type { ApiVersion } from '../hubspot/versions';
import { pack } from './pack';
import { PageTrail } from './pageTrail';
import { drain } from './pool';
import type { Sender } from './sender';

interface Search {
	readonly named: NamedRecords;
	readonly values: readonly string[];
}

/** Some value has so many records that fewer values at a time are found sooner. */
const TOO_MANY: Failure = {
	message: 'The search has too many results',
	reach: 'batch',
	sent: true,
};

/**
 * Finds records by a property that is not unique, as many values in a search as HubSpot takes. A
 * search that is refused, or has too many results, is halved: HubSpot lists 10,000 at most.
 * @param settle is told the outcome of every value once
 */
export async function searchRecords(
	sender: Sender,
	version: ApiVersion,
	wanted: ReadonlyArray<Search>,
	maxConcurrency: number,
	settle: (named: NamedRecords, value: string, outcome: Outcome<string>) => void,
): Promise<void> {
	const stopped = new Map<NamedRecords, Failure>();
	const searches = wanted.flatMap(({ named, values }) =>
		pack([...byFoldedValue(values)], SEARCH_VALUES_MAXIMUM).map((values_) => ({
			named,
			spellings: new Map(values_),
		})),
	);
	await drain(searches.reverse(), maxConcurrency, async ({ named, spellings }) => {
		const all = [...spellings.values()].flat();
		const refusal = stopped.get(named);
		const found: Outcome<FoundRecord[]> = refusal
			? fail({ ...refusal, sent: false })
			: await searchAll(sender, version, named, [...spellings.keys()]);
		if (found.ok) {
			matchRecords(named, all, found.value).forEach((outcome, index) =>
				settle(named, all[index], outcome),
			);
			return;
		}
		const { failure } = found;
		if (failure.reach === 'batch' && spellings.size > 1) {
			const halves = pack([...spellings], Math.ceil(spellings.size / 2));
			searches.push(...halves.map((half) => ({ named, spellings: new Map(half) })));
			return;
		}
		if (failure.reach === 'group' || failure.reach === 'run') stopped.set(named, failure);
		for (const value of all) settle(named, value, found);
	});
}

/** Search does not tell capitals apart, so spellings of one value are searched for once. */
function byFoldedValue(values: readonly string[]): Map<string, string[]> {
	const spellings = new Map<string, string[]>();
	for (const value of values) {
		const folded = value.toLowerCase();
		spellings.set(folded, [...(spellings.get(folded) ?? []), value]);
	}
	return spellings;
}

/** Reads on until the last page, or until every value is known to have more than one record. */
async function searchAll(
	sender: Sender,
	version: ApiVersion,
	named: NamedRecords,
	values: readonly string[],
): Promise<Outcome<FoundRecord[]>> {
	const found: FoundRecord[] = [];
	const counts = new Map(values.map((value) => [value, 0]));
	const trail = new PageTrail();
	let after: string | undefined;
	for (;;) {
		const answer = await sender.send(searchRecordsRequest(version, named, values, after));
		if (!answer.ok) return answer;
		for (const record of recordsIn(answer.value, named.property)) {
			const value = record.value.toLowerCase();
			counts.set(value, (counts.get(value) ?? 0) + 1);
			found.push(record);
		}
		after = nextPageOf(answer.value.body);
		const isSettled = values.every((value) => (counts.get(value) ?? 0) > 1);
		if (after === undefined || isSettled) return succeed(found);
		if (isSoonerHalved(answer.value, values.length)) return fail(TOO_MANY);
		const endless = trail.turnTo(after);
		if (endless) return fail(endless);
	}
}

/** To single a value out by halving takes two searches a level; so many pages are read before. */
function isSoonerHalved({ body }: Answer, values: number): boolean {
	const total = isObject(body) && typeof body.total === 'number' ? body.total : 0;
	return total / SEARCH_PAGE_MAXIMUM > 2 * Math.ceil(Math.log2(values)) && values > 1;
}
