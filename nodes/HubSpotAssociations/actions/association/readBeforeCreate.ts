import { unsettled, type Entry } from '../../batching/plan';
import type { Association, AssociationInput } from '../../hubspot/associations/associations';
import { readExistingLabels } from '../../input/options/associationOptions';
import { readSwitch } from '../../input/options/runOptions';
import { fail } from '../../outcome';
import type { AssociationReading } from '../../reading/associationReader';
import type { Session } from '../run/session';
import { keepLabels, replacesLabels } from './keptLabels';
import { openLimitCheck } from './limitCheck';
import { openReader, readingsOf } from './readings';

type CreateEntry = Entry<AssociationInput, Association>;

/** What create needs to know about existing associations. */
export interface ExistingUse {
	/** The labels that two records have are sent along, since HubSpot replaces them. */
	readonly keepsLabels: boolean;
	/** Associations that would exceed a limit are refused. */
	readonly checksLimits: boolean;
}

/** @throws NodeOperationError when an option has a value that it does not offer */
export function readExistingUse({ context, options }: Session): ExistingUse {
	return {
		keepsLabels: readExistingLabels(context, options.values) === 'keep',
		checksLimits: readSwitch(context, options.values, 'checkLimits'),
	};
}

/**
 * Reads existing associations as far as needed; adds their labels to the entries where these are
 * kept, and settles the entries that must not be sent.
 */
export async function settleByExisting(
	session: Session,
	entries: ReadonlyArray<CreateEntry>,
	{ keepsLabels, checksLimits }: ExistingUse,
): Promise<undefined> {
	if (!keepsLabels && !checksLimits) return;
	const reader = openReader(session);
	const inputs = entries.map(({ input }) => input);
	const check = checksLimits ? await openLimitCheck(session, inputs, reader) : undefined;
	const replacing = keepsLabels ? inputs.filter(replacesLabels) : [];
	const wanted = new Map<AssociationReading, ReadonlySet<string> | 'all'>(
		readingsOf(reader, replacing),
	);
	for (const input of inputs) {
		for (const reading of check?.readingsOf(input) ?? []) wanted.set(reading, 'all');
	}
	await reader.readUntil(wanted);
	if (keepsLabels) keepLabels(entries, reader);
	for (const entry of unsettled(entries)) {
		const failure = check?.reasonAgainst(entry.input);
		if (failure) entry.outcome = fail(failure);
		else check?.count(entry.input);
	}
}
