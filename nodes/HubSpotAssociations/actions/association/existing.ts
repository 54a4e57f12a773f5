import { AssociationReader, type AssociationReading } from '../../batching/associationReader';
import { withoutEntries, type Entry, type Plan } from '../../batching/plan';
import type { AssociationInput } from '../../hubspot/associations';
import type { Failure } from '../../hubspot/failure';
import { readCheckLimits, readExistingLabels } from '../../input/associationOptions';
import type { Session } from '../session';
import { LimitCheck } from './limitCheck';
import { readLimitedDirections } from './limitedDirections';
import { withTypes } from './types';

/** What create has to know of the associations that are there. */
export interface ExistingUse {
	/** The labels that two records have are sent along, since HubSpot replaces them. */
	readonly keepsLabels: boolean;
	/** Associations that would exceed a limit are refused. */
	readonly checksLimits: boolean;
}

/** @throws NodeOperationError when an option holds what it cannot mean */
export function readExistingUse({ context, options }: Session): ExistingUse {
	return {
		keepsLabels: readExistingLabels(context, options.values) === 'keep',
		checksLimits: readCheckLimits(context, options.values),
	};
}

type CreateEntry = Entry<AssociationInput>;

/** Which associated records of a reading are wanted: all, or these. */
type Wanted = Map<AssociationReading, ReadonlySet<string> | 'all'>;

/**
 * Reads what the records have, as far as needed, and gives the plan with labels kept and without the
 * entries that must not be sent. Nothing is read for what needs nothing.
 */
export async function useExisting(
	session: Session,
	plan: Plan<AssociationInput>,
	{ keepsLabels, checksLimits }: ExistingUse,
): Promise<Plan<AssociationInput>> {
	if (!keepsLabels && !checksLimits) return plan;
	const entries = plan.groups.flatMap((group) => group.entries);
	const { apiVersion, maxConcurrency } = session.options;
	const reader = new AssociationReader(session.sender, apiVersion, {
		maxConcurrency,
		stopOnFailure: false,
	});
	const pairs = plan.groups.flatMap((group) => group.entries.slice(0, 1)).map((e) => e.input.pair);
	const check = checksLimits
		? new LimitCheck(await readLimitedDirections(session, pairs), reader)
		: undefined;
	const wanted: Wanted = new Map();
	if (keepsLabels) wantLabeled(entries, reader, wanted);
	for (const { input } of entries) {
		for (const reading of check?.readingsOf(input) ?? []) wanted.set(reading, 'all');
	}
	await readWanted(reader, wanted);
	const refused = new Map<CreateEntry, Failure>();
	if (keepsLabels) keepLabels(entries, reader, refused);
	for (const entry of entries) {
		const failure = refused.has(entry) ? undefined : check?.refuse(entry.input);
		if (failure) refused.set(entry, failure);
	}
	return withoutEntries(plan, refused);
}

/** The unlabeled call leaves labels alone, so that only entries with types need to know them. */
function replacesLabels({ input }: CreateEntry): boolean {
	return input.types.length > 0;
}

function wantLabeled(
	entries: readonly CreateEntry[],
	reader: AssociationReader,
	wanted: Wanted,
): void {
	const toIds = new Map<AssociationReading, Set<string>>();
	for (const { input } of entries.filter(replacesLabels)) {
		const reading = reader.readingOf(input.pair, input.fromId);
		const present = toIds.get(reading);
		if (present) present.add(input.toId);
		else toIds.set(reading, new Set([input.toId]));
	}
	for (const [reading, ids] of toIds) wanted.set(reading, ids);
}

/** Reads page after page of those records of which something wanted has not come up yet. */
async function readWanted(reader: AssociationReader, wanted: Wanted): Promise<void> {
	for (;;) {
		const unfinished = [...wanted].flatMap(([reading, ids]) =>
			isFinished(reading, ids) ? [] : [reading],
		);
		if (unfinished.length === 0) return;
		await reader.readOn(unfinished);
	}
}

function isFinished(reading: AssociationReading, ids: ReadonlySet<string> | 'all'): boolean {
	if (reading.isComplete || ids === 'all') return reading.isComplete;
	const present = new Set(reading.associated.map(({ toId }) => toId));
	return [...ids].every((id) => present.has(id));
}

function keepLabels(
	entries: readonly CreateEntry[],
	reader: AssociationReader,
	refused: Map<CreateEntry, Failure>,
): void {
	const labelsOf = new Map<AssociationReading, Map<string, AssociationInput['types']>>();
	for (const entry of entries.filter(replacesLabels)) {
		const reading = reader.readingOf(entry.input.pair, entry.input.fromId);
		const labels = labelsOf.get(reading) ?? labelsByRecord(reading);
		labelsOf.set(reading, labels);
		const present = labels.get(entry.input.toId);
		if (present) entry.input = withTypes(entry.input, present);
		else if (reading.failure) refused.set(entry, reading.failure);
	}
}

function labelsByRecord({
	associated,
}: AssociationReading): Map<string, AssociationInput['types']> {
	return new Map(
		associated.map(({ toId, types }) => [toId, types.filter(({ label }) => label !== null)]),
	);
}
