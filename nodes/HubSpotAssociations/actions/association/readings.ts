import type { AssociatedRecord } from '../../hubspot/associations/associatedRecord';
import type { RecordPair } from '../../hubspot/model/recordPair';
import { getOrMake } from '../../lists';
import { succeed, type Outcome } from '../../outcome';
import {
	associatedFinder,
	AssociationReader,
	type AssociationReading,
} from '../../reading/associationReader';
import type { Session } from '../run/session';

/** @param stopOnFailure whether the first record that cannot be read keeps the others from being read */
export function openReader({ sender, options }: Session, stopOnFailure = false): AssociationReader {
	const { apiVersion, maxConcurrency } = options;
	return new AssociationReader(sender, apiVersion, { maxConcurrency, stopOnFailure });
}

/** Returns the readings of the first records, each with the second records to look for. */
export function readingsOf(
	reader: AssociationReader,
	inputs: readonly RecordPair[],
): Map<AssociationReading, Set<string>> {
	const readings = new Map<AssociationReading, Set<string>>();
	for (const { pair, fromId, toId } of inputs) {
		getOrMake(readings, reader.readingOf(pair, fromId), () => new Set()).add(toId);
	}
	return readings;
}

/** Returns a function that finds how two records are associated, in what was read. */
export function heldFinder(
	reader: AssociationReader,
): (input: RecordPair) => AssociatedRecord | undefined {
	const find = associatedFinder();
	return ({ pair, fromId, toId }) => find(reader.readingOf(pair, fromId), toId);
}

/**
 * Reads what the records still have when a response leaves a removal open: 1,000 records per request,
 * as many pages as it takes.
 * @param isRemoved decides by how the two records are associated; undefined where they no longer are
 * @returns the inputs that are done; undefined for the others, and for those that could not be read
 */
export async function findRemoved<Input extends RecordPair>(
	session: Session,
	inputs: readonly Input[],
	isRemoved: (input: Input, held: AssociatedRecord | undefined) => boolean,
): Promise<Outcome<Array<Input | undefined>>> {
	const reader = openReader(session);
	await reader.readUntil(readingsOf(reader, inputs));
	const held = heldFinder(reader);
	return succeed(
		inputs.map((input) => {
			const record = held(input);
			const { failure } = reader.readingOf(input.pair, input.fromId);
			if (record === undefined && failure) return undefined;
			return isRemoved(input, record) ? input : undefined;
		}),
	);
}
