import type { IDataObject } from 'n8n-workflow';
import type { Entry } from '../../batching/plan';
import { LABEL_USAGE, type LabelUsage } from '../../hubspot/limits/limitsTracking';
import {
	inverseOf,
	withDirection,
	type CreatedLabel,
	type NewLabel,
} from '../../hubspot/labels/newLabels';
import { describePair, objectNames, pairKey } from '../../hubspot/model/objectTypes';
import type { NewLabelRow } from '../../input/rows/labelRows';
import { fail, invalid, succeed, type Failure, type Outcome } from '../../outcome';
import { shorten } from '../../text';
import type { RowDetails } from '../run/failures';
import { readLabels } from '../run/labelLookup';
import { readEachPair } from '../run/pairReads';
import type { Session } from '../run/session';

/** The status with which HubSpot refuses a label beyond the last one allowed; seen in live accounts. */
const LABEL_LIMIT_REACHED = 437;

/** A 400 with other words, such as for a text that exists, has nothing to do with how many labels there are. */
const MAY_BE_FULL = /allowed|limit|maximum|too many/i;

/** What all operations that create labels share. */
export const NEW_LABELS = {
	key: ({ label }: NewLabel) => label,
	merge: mergeLabels,
	about: newLabelDetails,
};

type LabelEntries = ReadonlyArray<Entry<NewLabel, CreatedLabel>>;

/**
 * Resolves the type of each direction, since HubSpot returns them in any order. Where neither object types
 * nor texts distinguish them, the labels of the pair do: one request per pair.
 */
export async function withDirections(session: Session, entries: LabelEntries): Promise<void> {
	const unclear = entries.filter(({ outcome }) => outcome?.ok && !outcome.value.forward);
	const labels = await readLabels(
		session,
		unclear.map(({ input }) => input.pair),
	);
	for (const entry of unclear) {
		const known = labels.get(pairKey(entry.input.pair));
		if (!entry.outcome?.ok || !known?.ok) continue;
		entry.outcome = succeed(withDirection(entry.outcome.value, known.value));
	}
}

/** Adds how many labels exist and how many are allowed where HubSpot refused one more. */
export async function explainFull(session: Session, entries: LabelEntries): Promise<void> {
	const refused = entries.filter(
		({ outcome }) => outcome?.ok === false && mayBeFull(outcome.failure),
	);
	const usages = await readEachPair(
		session,
		refused.map(({ input }) => input.pair),
		LABEL_USAGE,
	);
	for (const entry of refused) {
		const usage = usages.get(pairKey(entry.input.pair));
		if (entry.outcome?.ok !== false || usage?.ok !== true || usage.value.length !== 1) continue;
		entry.outcome = fail(withUsage(entry.outcome.failure, entry.input, usage.value[0]));
	}
}

function mayBeFull({ status, message }: Failure): boolean {
	return status === LABEL_LIMIT_REACHED || (status === 400 && MAY_BE_FULL.test(message));
}

function withUsage(failure: Failure, { pair }: NewLabel, { used, allowed }: LabelUsage): Failure {
	if (failure.status !== LABEL_LIMIT_REACHED && used < allowed) return failure;
	return {
		...failure,
		message: `${failure.message}: ${used} of ${allowed} labels of ${describePair(pair)} are in use`,
		advice: 'Delete a label that you do not need, or ask HubSpot for more.',
	};
}

/** Builds the item of a label. A type id that could not be determined is null; the label still exists. */
export function labelJson(created: CreatedLabel, input: NewLabel): IDataObject {
	const { pair, name, label, inverseLabel = label } = input;
	const { fromObjectType, toObjectType, ...ids } = objectNames(pair);
	return {
		fromObjectType,
		toObjectType,
		label,
		inverseLabel,
		category: 'USER_DEFINED',
		typeId: created.forward?.typeId ?? null,
		inverseTypeId: inverseOf(input, created)?.typeId ?? null,
		// HubSpot's list of labels does not include it.
		internalName: created.wasThere ? null : (created.name ?? name),
		...ids,
	};
}

function mergeLabels(present: NewLabel, added: NewLabel): Outcome<NewLabel> {
	if (present.inverseLabel === added.inverseLabel && present.name === added.name) {
		return succeed(present);
	}
	return invalid(
		`Items describe the label "${shorten(present.label)}" of ${describePair(present.pair)} differently`,
		'Keep only one item per label, or make them identical.',
	);
}

function newLabelDetails(row: NewLabelRow | undefined, input: NewLabel | undefined): RowDetails {
	const described = input ?? row;
	if (described === undefined) return {};
	const { pair, label, inverseLabel } = described;
	return { ...objectNames(pair), label, inverseLabel };
}
