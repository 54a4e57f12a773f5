import { Dispatch, type DispatchOptions } from '../batching/dispatch';
import type { Calls } from '../batching/calls';
import type { Entry } from '../batching/plan';
import { joinTypes, type AssociatedRecord } from '../hubspot/associations/associatedRecord';
import {
	readAssociationsCall,
	type AssociationPage,
	type ReadInput,
} from '../hubspot/associations/readAssociations';
import { ASSOCIATIONS_PAGES_MAXIMUM } from '../hubspot/api/batchSizes';
import type { ApiVersion } from '../hubspot/api/versions';
import { pairKey, type ObjectPair } from '../hubspot/model/objectTypes';
import { getOrMake, remembering } from '../lists';
import type { Failure, Outcome } from '../outcome';
import type { Sender } from '../sending/sender';
import { PageGuard } from './pageGuard';

/** The associations of one record with the records of one object, as far as they have been read. */
export interface AssociationReading {
	readonly pair: ObjectPair;
	readonly fromId: string;
	associated: readonly AssociatedRecord[];
	/** Where the next page begins. */
	after?: string;
	/** Whether there is nothing more to read: the last page was read, or the record could not be. */
	isComplete: boolean;
	failure?: Failure;
	readonly guard: PageGuard;
}

/** Which associated records of a reading to look for, by their ids. */
export type WantedAssociations = ReadonlyMap<AssociationReading, ReadonlySet<string> | 'all'>;

/** Whether a reading has found all that is looked for; checks each associated record once, however many pages there are. */
function completionOf(
	reading: AssociationReading,
	ids: ReadonlySet<string> | 'all',
): () => boolean {
	if (ids === 'all') return () => reading.isComplete;
	// Made once there is a further page: most records have one page.
	let missing: Set<string> | undefined;
	let seen = 0;
	return () => {
		if (reading.isComplete || ids.size === 0) return true;
		if (reading.associated.length === 0) return false;
		missing ??= new Set(ids);
		for (; seen < reading.associated.length; seen++) missing.delete(reading.associated[seen].toId);
		return missing.size === 0;
	};
}

/** Returns what a record is associated with, each record once, as far as it has been read. */
export function associatedById({ associated }: AssociationReading): Map<string, AssociatedRecord> {
	const byId = new Map<string, AssociatedRecord>();
	for (const record of associated) {
		const present = byId.get(record.toId);
		byId.set(record.toId, present ? joinTypes(present, record) : record);
	}
	return byId;
}

/** How many associated records are looked through faster than a map of them is made. */
const FEW = 8;

/** Returns a function that finds an associated record in a reading that has been read, as far as it was. */
export function associatedFinder(): (
	reading: AssociationReading,
	toId: string,
) => AssociatedRecord | undefined {
	const ofMany = remembering(associatedById);
	return (reading, toId) => {
		const { associated } = reading;
		if (associated.length > FEW) return ofMany(reading).get(toId);
		let found: AssociatedRecord | undefined;
		for (const record of associated) {
			if (record.toId === toId) found = found ? joinTypes(found, record) : record;
		}
		return found;
	};
}

type ReadEntry = Entry<ReadInput & { readonly pair: ObjectPair }, AssociationPage>;

const NONE: readonly AssociatedRecord[] = [];
const NO_ROWS: readonly number[] = [];

/** Reads the associations of records page by page, each record and page once per run. */
export class AssociationReader {
	private readonly readings = new Map<string, Map<string, AssociationReading>>();
	private readonly calls: Calls<ReadEntry['input'], AssociationPage>;

	constructor(
		private readonly sender: Sender,
		version: ApiVersion,
		private readonly options: DispatchOptions,
	) {
		this.calls = {
			keyOf: ({ pair }) => `readAssociations ${pairKey(pair)}`,
			callFor: ({ pair }) => readAssociationsCall(version, pair),
		};
	}

	/** Returns the reading of a record, always the same one. Sends nothing. */
	readingOf(pair: ObjectPair, fromId: string): AssociationReading {
		const ofPair = getOrMake(this.readings, pairKey(pair), () => new Map());
		return getOrMake(ofPair, fromId, () => ({
			pair,
			fromId,
			associated: NONE,
			isComplete: false,
			guard: new PageGuard(ASSOCIATIONS_PAGES_MAXIMUM),
		}));
	}

	/** Reads page after page of each of these records, until all that is looked for is found. */
	async readUntil(wanted: WantedAssociations): Promise<void> {
		let open = [...wanted].map(([reading, ids]) => ({
			reading,
			isDone: completionOf(reading, ids),
		}));
		for (;;) {
			open = open.filter(({ isDone }) => !isDone());
			if (open.length === 0) return;
			await this.readOn(open.map(({ reading }) => reading));
		}
	}

	/** Reads one further page of each of these records, which must be distinct, in as few requests as possible. */
	async readOn(readings: Iterable<AssociationReading>): Promise<void> {
		const asked = [...readings];
		// A reading is its own input until its page has been read.
		const entries = asked.map((input): ReadEntry => ({ input, rows: NO_ROWS }));
		await new Dispatch(this.calls, this.sender, this.options).send(entries);
		asked.forEach((reading, index) => settle(reading, entries[index].outcome));
	}
}

function settle(reading: AssociationReading, outcome: Outcome<AssociationPage> | undefined): void {
	if (outcome === undefined) throw new TypeError(`Record ${reading.fromId} was not read`);
	if (outcome.ok) {
		const { associated, after } = outcome.value;
		if (reading.associated.length === 0) reading.associated = associated;
		else reading.associated = [...reading.associated, ...associated];
		reading.failure = reading.guard.visit(after);
		reading.after = after;
	} else {
		reading.failure = outcome.failure;
	}
	reading.isComplete = reading.failure !== undefined || reading.after === undefined;
}
