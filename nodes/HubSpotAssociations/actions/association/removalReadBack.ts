import type { AssociatedRecord } from '../../hubspot/associations/readAssociations';
import type { RecordPair } from '../../hubspot/model/recordPair';
import { succeed, type Outcome } from '../../outcome';
import {
	associatedById,
	AssociationReader,
	type AssociationReading,
} from '../../reading/associationReader';
import { getOrMake } from '../../lists';
import type { Session } from '../run/session';

/**
 * Reads what the records still have when a response leaves a removal open: 1,000 records per request,
 * as many pages as it takes.
 * @param isRemoved decides by how the two records are associated; undefined where they no longer are
 * @returns the inputs that are done; undefined for the others, and for those that could not be read
 */
export async function findRemoved<Input extends RecordPair>(
	{ sender, options }: Session,
	inputs: readonly Input[],
	isRemoved: (input: Input, held: AssociatedRecord | undefined) => boolean,
): Promise<Outcome<Array<Input | undefined>>> {
	const reader = new AssociationReader(sender, options.apiVersion, {
		maxConcurrency: options.maxConcurrency,
		stopOnFailure: false,
	});
	const wanted = new Map<AssociationReading, Set<string>>();
	for (const { pair, fromId, toId } of inputs) {
		getOrMake(wanted, reader.readingOf(pair, fromId), () => new Set()).add(toId);
	}
	await reader.readUntil(wanted);
	const held = new Map([...wanted.keys()].map((reading) => [reading, associatedById(reading)]));
	return succeed(
		inputs.map((input) => {
			const reading = reader.readingOf(input.pair, input.fromId);
			const record = held.get(reading)?.get(input.toId);
			if (record === undefined && reading.failure) return undefined;
			return isRemoved(input, record) ? input : undefined;
		}),
	);
}
