import type { AssociationReader, AssociationReading } from '../../reading/associationReader';
import type { ReachedLimit } from '../../hubspot/associations/associationLedger';
import type { AssociationInput } from '../../hubspot/associations/associations';
import { associationTypeKey } from '../../hubspot/model/associationTypes';
import { invalidInput, type Failure } from '../../outcome';
import { describeObjectType, type ObjectPair } from '../../hubspot/model/objectTypes';
import { reverseOf } from '../../hubspot/model/recordPair';
import { readOf } from '../run/pairReads';
import type { LimitedDirection, LimitedDirections } from './limitedDirections';

/** One end of an association: the record whose limit counts, and what it would be associated with. */
interface End {
	readonly direction: LimitedDirection;
	readonly reading: AssociationReading;
	readonly otherId: string;
	/** The keys of the labels as they read from this end. */
	readonly labels: readonly string[];
}

/**
 * Checks associations against the limits at both ends, one after the other: those that are let
 * through count for the next. Expects that {@link readingsOf} have been read to their end.
 */
export class LimitCheck {
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
		for (const end of ends) {
			const { ledger } = end.direction;
			const { fromId, associated } = end.reading;
			if (!ledger.has(fromId)) ledger.enter(fromId, associated);
			const reached = ledger.reachedBy(fromId, end.otherId, end.labels);
			if (reached) return limitReached(end.reading, reached);
		}
		return undefined;
	}

	/** Counts an association that will be sent, for those that come after it. */
	count(input: AssociationInput): void {
		// A label that reads differently from the other end is unknown there, but still replaces others.
		const replaces = input.types.length > 0;
		for (const { direction, reading, otherId, labels } of this.endsOf(input)) {
			direction.ledger.add(reading.fromId, otherId, replaces ? labels : undefined);
		}
	}

	private endsOf({ pair, fromId, toId, types }: AssociationInput): End[] {
		const labels = types.map(associationTypeKey);
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
			const inverse = labels.flatMap((label) => there.inverses.get(label) ?? []);
			ends.push({ direction: there, reading, otherId: fromId, labels: inverse });
		}
		return ends;
	}

	private limitedBy(direction: ObjectPair): LimitedDirection | undefined {
		const limited = readOf(this.directions, direction);
		return limited.ok ? limited.value : undefined;
	}
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
