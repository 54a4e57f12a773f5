import { READ_RECORDS_MAXIMUM } from '../hubspot/api/batchSizes';
import { fail, unsent, type Failure } from '../outcome';
import { readRecordsCall, type RecordLookup } from '../hubspot/records/records';
import type { ApiVersion } from '../hubspot/api/versions';
import { dispatch } from '../batching/dispatch';
import { RecordSearch } from './recordSearch';
import type { Sender } from '../sending/sender';

/**
 * Looks every value up once: by batch read where HubSpot takes the property as unique, otherwise by
 * search. One batch of each property goes first, so that a property that is not unique costs one
 * request and no more.
 */
export async function lookUpRecords(
	sender: Sender,
	version: ApiVersion,
	lookups: readonly RecordLookup[],
	maxConcurrency: number,
): Promise<void> {
	const read = async (pieces: Array<readonly [RecordLookup, string[]]>) => {
		await readByProperty(sender, version, pieces, maxConcurrency);
		settleAfterRunRefusal(lookups);
	};
	await read(lookups.map((lookup) => [lookup, pending(lookup).slice(0, READ_RECORDS_MAXIMUM)]));
	const readable = lookups.filter((lookup) => {
		const refusal = refusalIn(lookup);
		if (refusal && refusal.reach !== 'batch') settleUnread(lookup, refusal);
		return refusal === undefined;
	});
	await read(readable.map((lookup) => [lookup, pending(lookup)]));
	const search = new RecordSearch(sender, version);
	for (const lookup of lookups) search.add(lookup, unread(lookup));
	await search.run(maxConcurrency);
}

async function readByProperty(
	sender: Sender,
	version: ApiVersion,
	pieces: ReadonlyArray<readonly [RecordLookup, string[]]>,
	maxConcurrency: number,
): Promise<void> {
	let count = 0;
	const works = pieces.map(([lookup, values]) => ({
		lookup,
		call: readRecordsCall(version, lookup),
		entries: values.map((input) => ({ input, index: count++, rows: [] })),
	}));
	// Every value is looked up whatever becomes of the others: a person wants to know all that are wrong.
	const outcomes = await dispatch(works, sender, { maxConcurrency, stopOnFailure: false });
	for (const { lookup, entries } of works) {
		for (const { input, index } of entries) lookup.outcomes.set(input, outcomes[index]);
	}
}

function pending({ outcomes }: RecordLookup): string[] {
	return [...outcomes].flatMap(([value, outcome]) => (outcome === undefined ? [value] : []));
}

/** Values that are still to be searched for: not read, or refused together with their batch. */
function unread({ outcomes }: RecordLookup): string[] {
	return [...outcomes].flatMap(([value, outcome]) =>
		outcome === undefined || (!outcome.ok && outcome.failure.reach === 'batch') ? [value] : [],
	);
}

/** Why HubSpot did not take the property, the object or the whole run. */
function refusalIn({ outcomes }: RecordLookup): Failure | undefined {
	for (const outcome of outcomes.values()) {
		if (outcome && !outcome.ok && outcome.failure.reach !== 'input') return outcome.failure;
	}
	return undefined;
}

function settleAfterRunRefusal(lookups: readonly RecordLookup[]): void {
	for (const { outcomes } of lookups) {
		for (const outcome of outcomes.values()) {
			if (!outcome || outcome.ok || outcome.failure.reach !== 'run') continue;
			return lookups.forEach((lookup) => settleUnread(lookup, outcome.failure));
		}
	}
}

function settleUnread(lookup: RecordLookup, failure: Failure): void {
	for (const value of unread(lookup)) lookup.outcomes.set(value, fail(unsent(failure)));
}
