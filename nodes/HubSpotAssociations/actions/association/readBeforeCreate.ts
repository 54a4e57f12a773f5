import { AssociationReader, type AssociationReading } from '../../reading/associationReader';
import { withoutEntries, type Plan } from '../../batching/plan';
import type { AssociationInput } from '../../hubspot/associations/associations';
import { readExistingLabels } from '../../input/options/associationOptions';
import { readSwitch } from '../../input/options/switchOption';
import type { Session } from '../run/session';
import { keepLabels, readingsWithLabels } from './keptLabels';
import { LimitCheck } from './limitCheck';
import { readLimitedDirections } from './limitedDirections';

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
		checksLimits: readSwitch(context, options.values, 'checkLimits'),
	};
}

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
	const pairs = plan.groups.flatMap(({ entries: [first] }) => (first ? [first.input.pair] : []));
	const check = checksLimits
		? new LimitCheck(await readLimitedDirections(session, pairs), reader)
		: undefined;
	const wanted = new Map<AssociationReading, ReadonlySet<string> | 'all'>(
		keepsLabels ? readingsWithLabels(entries, reader) : [],
	);
	for (const { input } of entries) {
		for (const reading of check?.readingsOf(input) ?? []) wanted.set(reading, 'all');
	}
	await reader.readUntil(wanted);
	const refused = new Map(keepsLabels ? keepLabels(entries, reader) : []);
	for (const entry of entries) {
		const failure = refused.has(entry) ? undefined : check?.refuse(entry.input);
		if (failure) refused.set(entry, failure);
	}
	return withoutEntries(plan, refused);
}
