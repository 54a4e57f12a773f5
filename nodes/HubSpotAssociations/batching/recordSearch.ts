import {
	SEARCH_PAGE_MAXIMUM,
	SEARCH_RESULTS_MAXIMUM,
	SEARCH_VALUES_MAXIMUM,
} from '../hubspot/batchSizes';
import { nextPageOf } from '../hubspot/answer';
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
import { drain } from './pool';
import type { Sender } from './sender';

interface Search {
	readonly named: NamedRecords;
	readonly values: readonly string[];
}

/** More records than HubSpot lets one search list: fewer values at a time give all of them. */
const TOO_MANY: Failure = {
	message: `A search of HubSpot gives ${SEARCH_RESULTS_MAXIMUM} records at most, and there are more`,
	reach: 'batch',
	sent: true,
};

/**
 * Finds records by a property that is not unique, as many values in a search as HubSpot takes. A
 * search that is refused, or has too many results, is halved.
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
	let after: string | undefined;
	for (let read = 0; ; read += SEARCH_PAGE_MAXIMUM) {
		if (read >= SEARCH_RESULTS_MAXIMUM) return fail(TOO_MANY);
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
	}
}
