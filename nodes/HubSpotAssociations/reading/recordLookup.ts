import type { Calls } from '../batching/calls';
import { Dispatch } from '../batching/dispatch';
import { unsettled, type Entry } from '../batching/plan';
import type { BatchCall } from '../hubspot/api/batchCall';
import { READ_RECORDS_MAXIMUM } from '../hubspot/api/batchSizes';
import type { ApiVersion } from '../hubspot/api/versions';
import type { RecordId } from '../hubspot/model/recordPair';
import { readRecordsCall, type NamedValue, type RecordLookup } from '../hubspot/records/records';
import { getOrMake } from '../lists';
import { succeed } from '../outcome';
import type { Sender } from '../sending/sender';
import { searchRecordsCall, type FoundBySpelling, type SearchedValue } from './recordSearch';

interface OfLookup {
	readonly lookup: RecordLookup;
}

/** A value and its record; undefined: still to search for. */
type ReadEntry = Entry<NamedValue & OfLookup, RecordId | undefined>;

type SearchEntry = Entry<SearchedValue & OfLookup, FoundBySpelling>;

/**
 * Looks up every value once: by batch read where HubSpot accepts the property as unique, otherwise by
 * search. One batch of each property goes first, so that a property that is not unique costs one
 * request only.
 */
export async function lookUpRecords(
	sender: Sender,
	version: ApiVersion,
	lookups: readonly RecordLookup[],
	maxConcurrency: number,
): Promise<void> {
	// Every value is looked up even if others are not found: a person wants to know all that are wrong.
	const options = { maxConcurrency, stopOnFailure: false };
	const readCalls = callsOf<ReadEntry['input'], RecordId | undefined>('readRecords', (lookup) =>
		readRecordsCall(version, lookup),
	);
	const searchCalls = callsOf<SearchEntry['input'], FoundBySpelling>('searchRecords', (lookup) =>
		searchRecordsCall(version, lookup),
	);
	const read = new Dispatch(readCalls, sender, options);
	const entries = lookups.map((lookup) =>
		[...lookup.outcomes.keys()].map((value): ReadEntry => ({ input: { lookup, value }, rows: [] })),
	);
	await read.send(entries.flatMap((own) => own.slice(0, READ_RECORDS_MAXIMUM)));
	await read.send(entries.flatMap((own) => (own.some(isToSearch) ? [] : unsettled(own))));
	const searched = entries.flatMap((own) =>
		own.some(isToSearch) ? searchEntries(own.filter(isOpen)) : [],
	);
	await new Dispatch(searchCalls, sender, options).send(searched);
	entries.flat().forEach(keepRead);
	searched.forEach(keepFound);
}

function callsOf<Input extends OfLookup, Value>(
	name: string,
	callFor: (lookup: RecordLookup) => BatchCall<Input, Value>,
): Calls<Input, Value> {
	return {
		keyOf: ({ lookup: { type, property } }) => `${name} ${type.key} ${property}`,
		callFor: ({ lookup }) => callFor(lookup),
	};
}

function isOpen(entry: ReadEntry): boolean {
	return entry.outcome === undefined || isToSearch(entry);
}

/** HubSpot does not accept the property as unique. */
function isToSearch({ outcome }: ReadEntry): boolean {
	return outcome?.ok === true && outcome.value === undefined;
}

/** Groups spellings of one value: search ignores case, so they are searched for once. */
function searchEntries(entries: readonly ReadEntry[]): SearchEntry[] {
	const bySpelling = new Map<string, SearchEntry & { input: { spellings: string[] } }>();
	for (const { input } of entries) {
		const { lookup, value } = input;
		const folded = value.toLowerCase();
		const entry = getOrMake(bySpelling, folded, () => ({
			input: { lookup, folded, spellings: [] as string[] },
			rows: [],
		}));
		entry.input.spellings.push(value);
	}
	return [...bySpelling.values()];
}

function keepRead({ input: { lookup, value }, outcome }: ReadEntry): void {
	if (outcome === undefined) return;
	if (!outcome.ok) lookup.outcomes.set(value, outcome);
	else if (outcome.value !== undefined) lookup.outcomes.set(value, succeed(outcome.value));
}

function keepFound({ input: { lookup, spellings }, outcome }: SearchEntry): void {
	for (const spelling of spellings) {
		lookup.outcomes.set(spelling, outcome?.ok ? outcome.value.get(spelling) : outcome);
	}
}
