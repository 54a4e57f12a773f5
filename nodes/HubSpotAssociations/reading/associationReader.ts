import { ASSOCIATIONS_PAGES_MAXIMUM } from '../hubspot/api/batchSizes';
import { fail, unsent, type Failure, type Outcome } from '../outcome';
import { pairKey, type ObjectPair } from '../hubspot/model/objectTypes';
import {
	readAssociationsCall,
	type AssociatedRecord,
	type AssociationPage,
	type ReadInput,
} from '../hubspot/associations/readAssociations';
import type { ApiVersion } from '../hubspot/api/versions';
import { dispatch, type DispatchOptions, type Work } from '../batching/dispatch';
import { PageTrail } from './pageGuard';
import type { Entry } from '../batching/plan';
import type { Sender } from '../sending/sender';

/** The associations of one record to the records of one object, as far as they have been read. */
export interface AssociationReading {
	readonly pair: ObjectPair;
	readonly fromId: string;
	readonly associated: AssociatedRecord[];
	/** Where the next page begins. */
	after?: string;
	/** Nothing more is to be had: the last page was read, or the record could not be. */
	isComplete: boolean;
	failure?: Failure;
	readonly trail: PageTrail;
}

/** Which associated records of a reading are wanted, by their ids. */
export type WantedAssociations = ReadonlyMap<AssociationReading, ReadonlySet<string> | 'all'>;

/** Whether all that is wanted of a reading has come up; looks at each associated record once, however many pages there are. */
function completionOf(
	reading: AssociationReading,
	ids: ReadonlySet<string> | 'all',
): () => boolean {
	if (ids === 'all') return () => reading.isComplete;
	const missing = new Set(ids);
	let seen = 0;
	return () => {
		for (; seen < reading.associated.length; seen++) missing.delete(reading.associated[seen].toId);
		return reading.isComplete || missing.size === 0;
	};
}

/** Reads the associations of records page by page, each record and page once a run. */
export class AssociationReader {
	private readonly readings = new Map<string, Map<string, AssociationReading>>();
	/** Why nothing more is asked of a pair of objects, or of any. */
	private readonly refusals = new Map<string, Failure>();
	private stopped?: Failure;

	constructor(
		private readonly sender: Sender,
		private readonly version: ApiVersion,
		private readonly options: DispatchOptions,
	) {}

	/** The reading of a record: the same one however often it is asked for. Sends nothing. */
	readingOf(pair: ObjectPair, fromId: string): AssociationReading {
		const key = pairKey(pair);
		const ofPair = this.readings.get(key) ?? new Map<string, AssociationReading>();
		this.readings.set(key, ofPair);
		const present = ofPair.get(fromId);
		if (present) return present;
		const trail = new PageTrail(ASSOCIATIONS_PAGES_MAXIMUM);
		const reading = { pair, fromId, associated: [], isComplete: false, trail };
		ofPair.set(fromId, reading);
		return reading;
	}

	/** Reads page after page of each of these records, until all that is wanted of it has come up. */
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
		const byIndex: AssociationReading[] = [];
		const works = new Map<
			string,
			Work<ReadInput, AssociationPage> & { entries: Array<Entry<ReadInput>> }
		>();
		for (const reading of readings) {
			const refusal = this.stopped ?? this.refusals.get(pairKey(reading.pair));
			if (refusal) {
				this.settle(reading, fail(unsent(refusal)));
				continue;
			}
			const { pair, fromId, after } = reading;
			const work = works.get(pairKey(pair)) ?? {
				call: readAssociationsCall(this.version, pair),
				entries: [],
			};
			works.set(pairKey(pair), work);
			work.entries.push({ input: { fromId, after }, index: byIndex.length, rows: [] });
			byIndex.push(reading);
		}
		const outcomes = await dispatch([...works.values()], this.sender, this.options);
		byIndex.forEach((reading, index) => this.settle(reading, outcomes[index]));
	}

	private settle(reading: AssociationReading, outcome: Outcome<AssociationPage> | undefined): void {
		if (outcome === undefined) throw new TypeError(`Record ${reading.fromId} was not read`);
		if (outcome.ok) {
			const { associated, after } = outcome.value;
			for (const each of associated) reading.associated.push(each);
			reading.failure = reading.trail.turnTo(after);
			reading.after = after;
		} else {
			reading.failure = outcome.failure;
			if (outcome.failure.reach === 'run') this.stopped ??= outcome.failure;
			if (outcome.failure.reach === 'group') {
				this.refusals.set(pairKey(reading.pair), outcome.failure);
			}
		}
		reading.isComplete = reading.failure !== undefined || reading.after === undefined;
	}
}
