import { isObject, nextPageOf, type Answer } from '../hubspot/api/answer';
import {
	SEARCH_PAGE_MAXIMUM,
	SEARCH_PAGES_MAXIMUM,
	SEARCH_VALUES_MAXIMUM,
} from '../hubspot/api/batchSizes';
import { fail, succeed, unsent, type Failure, type Outcome } from '../outcome';
import {
	matchRecords,
	recordsIn,
	searchRecordsRequest,
	type FoundRecord,
	type NamedRecords,
	type RecordLookup,
} from '../hubspot/records/records';
import type { ApiVersion } from '../hubspot/api/versions';
import { pack } from '../batching/pack';
import { PageTrail } from './pageGuard';
import { drain } from '../batching/pool';
import type { Sender } from '../sending/sender';

/** One search that is still to be sent: what it looks for, as the rows spell it, by its folded form. */
interface Search {
	readonly lookup: RecordLookup;
	readonly spellings: ReadonlyMap<string, readonly string[]>;
}

/** Some value has so many records that fewer values at a time are found sooner. */
const TOO_MANY: Failure = {
	message: 'The search has too many results',
	reach: 'batch',
	state: 'refused',
	retryable: false,
};

/**
 * Finds records by properties that are not unique, as many values in a search as HubSpot takes. A
 * search that is refused, or has too many results, is halved: HubSpot lists 10,000 at most.
 */
export class RecordSearch {
	/** The next search stands last. */
	private readonly searches: Search[] = [];
	/** Why nothing more is searched for a lookup. */
	private readonly stopped = new Map<RecordLookup, Failure>();
	/** Why nothing more is searched at all. */
	private ended?: Failure;

	constructor(
		private readonly sender: Sender,
		private readonly version: ApiVersion,
	) {}

	/** Sends nothing yet. */
	add(lookup: RecordLookup, values: readonly string[]): void {
		this.push(lookup, pack([...byFoldedValue(values)], SEARCH_VALUES_MAXIMUM));
	}

	/** Gives every value that was added its outcome in its lookup. */
	async run(maxConcurrency: number): Promise<void> {
		await drain(this.searches, maxConcurrency, async (search) => {
			const refusal = this.ended ?? this.stopped.get(search.lookup);
			if (refusal) return settleAll(search, unsent(refusal));
			const values = [...search.spellings.keys()];
			const found = await readAll(this.sender, this.version, search.lookup, values);
			if (found.ok) settleFound(search, found.value);
			else this.refused(search, found.failure);
		});
	}

	private refused(search: Search, failure: Failure): void {
		const { lookup, spellings } = search;
		if (failure.reach === 'batch' && spellings.size > 1) {
			return this.push(lookup, pack([...spellings], Math.ceil(spellings.size / 2)));
		}
		if (failure.reach === 'run') this.ended ??= failure;
		if (failure.reach === 'group') this.stopped.set(lookup, failure);
		settleAll(search, failure);
	}

	private push(
		lookup: RecordLookup,
		pieces: ReadonlyArray<ReadonlyArray<readonly [string, readonly string[]]>>,
	): void {
		for (const piece of [...pieces].reverse()) {
			this.searches.push({ lookup, spellings: new Map(piece) });
		}
	}
}

function settleFound({ lookup, spellings }: Search, records: readonly FoundRecord[]): void {
	const values = [...spellings.values()].flat();
	matchRecords(lookup, values, records).forEach((outcome, index) => {
		lookup.outcomes.set(values[index], outcome);
	});
}

function settleAll({ lookup, spellings }: Search, failure: Failure): void {
	for (const value of [...spellings.values()].flat()) lookup.outcomes.set(value, fail(failure));
}

/** Search does not tell capitals apart, so spellings of one value are searched for once. */
function byFoldedValue(values: readonly string[]): Map<string, string[]> {
	const spellings = new Map<string, string[]>();
	for (const value of values) {
		const folded = value.toLowerCase();
		const present = spellings.get(folded);
		if (present) present.push(value);
		else spellings.set(folded, [value]);
	}
	return spellings;
}

/** Reads on until the last page, or until every value is known to have more than one record. */
async function readAll(
	sender: Sender,
	version: ApiVersion,
	named: NamedRecords,
	values: readonly string[],
): Promise<Outcome<FoundRecord[]>> {
	const found: FoundRecord[] = [];
	const counts = new Map(values.map((value) => [value, 0]));
	const trail = new PageTrail(SEARCH_PAGES_MAXIMUM);
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
