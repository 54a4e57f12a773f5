import type { AssociationReader, AssociationReading } from '../../reading/associationReader';
import type { AssociationLedger, ReachedLimit } from '../../hubspot/associations/associationLedger';
import type { AssociationInput } from '../../hubspot/associations/associations';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { remembering } from '../../lists';
import { invalidInput, type Failure } from '../../outcome';
import { describeObjectType, pairKey, type ObjectPair } from '../../hubspot/model/objectTypes';
import { reverseOf } from '../../hubspot/model/recordPair';
import { readOf } from '../run/pairReads';
import type { Session } from '../run/session';
import {
	readLimitedDirections,
	type LimitedDirection,
	type LimitedDirections,
} from './limitedDirections';

/** One end of an association: the record whose limit counts, and what it would be associated with. */
interface End {
	readonly direction: LimitedDirection;
	readonly reading: AssociationReading;
	readonly otherId: string;
	/** The keys of the labels as they read from this end. */
	readonly labels: readonly string[];
}

/** A record that is at its limit. */
export interface FullEnd {
	readonly reading: AssociationReading;
	readonly reached: ReachedLimit;
}

/**
 * Checks associations against the limits at both ends, one after the other: those that are let
 * through count for the next. Expects that {@link readingsOf} have been read to their end.
 */
export class LimitCheck {
	/** Most rows share their types, whose keys are made once. */
	private readonly keysOf = remembering((types: AssociationInput['types']) =>
		types.map(associationTypeKey),
	);

	constructor(
		private readonly directions: LimitedDirections,
		private readonly reader: AssociationReader,
	) {}

	/** Returns the records to read before an association can be checked; none where there are no limits. */
	readingsOf(input: AssociationInput): AssociationReading[] {
		return this.endsOf(input).map(({ reading }) => reading);
	}

	/** Returns why an association must not be sent: it exceeds a limit, or the limits could not be read. */
	reasonAgainst(input: AssociationInput): Failure | undefined {
		for (const direction of [input.pair, reverseOf(input.pair)]) {
			const limited = readOf(this.directions, direction);
			if (!limited.ok) return limited.failure;
		}
		const ends = this.endsOf(input);
		for (const { reading } of ends) if (reading.failure) return reading.failure;
		const full = fullOf(ends);
		return full && limitReached(full.reading, full.reached);
	}

	/** Returns the end of an association that is at its limit, of those whose limits and associations are known. */
	fullEnd(input: AssociationInput): FullEnd | undefined {
		return fullOf(this.endsOf(input));
	}

	/** Counts an association that will be sent, for those that come after it. */
	count(input: AssociationInput): void {
		// A label that reads differently from the other end is unknown there, but still replaces others.
		const replaces = input.types.length > 0;
		for (const end of this.endsOf(input)) {
			if (!isKnown(end.reading)) continue;
			entered(end).add(end.reading.fromId, end.otherId, replaces ? end.labels : undefined);
		}
	}

	/** Takes away an association that will be removed before those that come after it. */
	release(input: AssociationInput): void {
		for (const end of this.endsOf(input)) {
			if (isKnown(end.reading)) entered(end).remove(end.reading.fromId, end.otherId);
		}
	}

	private endsOf({ pair, fromId, toId, types }: AssociationInput): End[] {
		const labels = this.keysOf(types);
		const reverse = reverseOf(pair);
		const here = this.limitedBy(pair);
		const there = this.limitedBy(reverse);
		const ends: End[] = [];
		if (here) {
			const reading = this.reader.readingOf(pair, fromId);
			ends.push({ direction: here, reading, otherId: toId, labels });
		}
		if (there) {
			const reading = this.reader.readingOf(reverse, toId);
			const inverse = new Set(labels.flatMap((label) => there.inverses.get(label) ?? []));
			ends.push({ direction: there, reading, otherId: fromId, labels: [...inverse] });
		}
		return ends;
	}

	private limitedBy(direction: ObjectPair): LimitedDirection | undefined {
		const limited = readOf(this.directions, direction);
		return limited.ok ? limited.value : undefined;
	}
}

/** Reads the limits of both directions of every pair of objects. */
export async function openLimitCheck(
	session: Session,
	inputs: readonly AssociationInput[],
	reader: AssociationReader,
): Promise<LimitCheck> {
	const pairs = new Map(inputs.map(({ pair }) => [pairKey(pair), pair]));
	return new LimitCheck(await readLimitedDirections(session, [...pairs.values()]), reader);
}

function isKnown({ isComplete, failure }: AssociationReading): boolean {
	return isComplete && failure === undefined;
}

function fullOf(ends: readonly End[]): FullEnd | undefined {
	for (const end of ends) {
		if (!isKnown(end.reading)) continue;
		const reached = entered(end).reachedBy(end.reading.fromId, end.otherId, end.labels);
		if (reached) return { reading: end.reading, reached };
	}
	return undefined;
}

/** Returns the ledger of an end, with what HubSpot has for its record. */
function entered({ direction: { ledger }, reading }: End): AssociationLedger {
	if (!ledger.has(reading.fromId)) ledger.enter(reading.fromId, reading.associated);
	return ledger;
}

function limitReached({ pair, fromId }: AssociationReading, reached: ReachedLimit): Failure {
	const { maximum, present, label, includesRun } = reached;
	const what = describeObjectType(pair.to) + (label === undefined ? '' : ` labeled "${label}"`);
	const counted = `${maximum} allowed, ${present} present`;
	return {
		...invalidInput(
			`Record ${fromId} of ${describeObjectType(pair.from)} is at its limit for ${what}: ${counted}${includesRun ? ', including earlier items' : ''}`,
			'Raise the limit, or remove an association of the record first.',
		),
		context: { limit: [String(maximum)], present: [String(present)], recordId: [fromId] },
	};
}
