import type { IDataObject } from 'n8n-workflow';
import type { Work } from '../../batching/dispatch';
import type { Entry, EntryOutcomes, Plan } from '../../batching/plan';
import { fail, succeed, type Outcome } from '../../outcome';
import {
	labelUsageIn,
	readLabelUsageRequest,
	type LabelUsage,
} from '../../hubspot/labels/labelUsage';
import {
	createLabelCall,
	inverseOf,
	withDirection,
	type CreatedLabel,
	type NewLabel,
} from '../../hubspot/labels/newLabels';
import { describePair, pairKey } from '../../hubspot/model/objectTypes';
import { readLabels } from '../run/labelLookup';
import { readEachPair, type PairRead, type ReadByPair } from '../run/pairReads';
import { previewSettled, sendWorks } from '../run/sendPlan';
import type { Session } from '../run/session';
import type { PresentLabels } from './presentLabels';

const USAGE: PairRead<LabelUsage | undefined> = {
	request: readLabelUsageRequest,
	parse: labelUsageIn,
};

/** HubSpot's own status for the label above the last one; seen in live accounts. */
const LABEL_LIMIT_REACHED = 437;

const BAD_REQUEST = 400;

type LabelWork = Work<NewLabel, CreatedLabel>;

interface Settled {
	readonly index: number;
	readonly input: NewLabel;
	readonly outcome: Outcome<CreatedLabel>;
}

/** Creates the labels that are not there yet, or shows what would be sent; gives the items by the index of their entry. */
export async function settleLabels(
	session: Session,
	{ groups }: Plan<NewLabel>,
	present: PresentLabels,
): Promise<EntryOutcomes<IDataObject>> {
	const works = groups
		.map(({ entries }) => entries.filter((entry) => !present.has(entry)))
		.filter((entries) => entries.length > 0)
		.map((entries) => workOf(session, entries));
	const settled = session.options.dryRun
		? [...previewSettled(session, works)]
		: await createLabels(session, works);
	for (const [{ index, input }, outcome] of present) {
		if (outcome.ok) settled[index] = succeed(labelJson(input, outcome.value, null));
	}
	return settled;
}

function workOf({ options, sender }: Session, entries: Array<Entry<NewLabel>>): LabelWork {
	return { call: createLabelCall(options.apiVersion, entries[0].input.pair, sender.send), entries };
}

async function createLabels(
	session: Session,
	works: readonly LabelWork[],
): Promise<Array<Outcome<IDataObject> | undefined>> {
	const outcomes = await sendWorks(session, works);
	const settled: Settled[] = works.flatMap(({ entries }) =>
		entries.flatMap(({ index, input }) => {
			const outcome = outcomes[index];
			return outcome ? [{ index, input, outcome }] : [];
		}),
	);
	const directed = await tellDirections(session, settled);
	const told = await tellUsage(session, directed);
	const items: Array<Outcome<IDataObject> | undefined> = [];
	for (const { index, input, outcome } of told) {
		items[index] = outcome.ok ? succeed(labelJson(input, outcome.value, input.name)) : outcome;
	}
	return items;
}

/**
 * HubSpot answers the types of both directions in no certain order. Where neither object types nor
 * texts tell them apart, the labels of the pair do: one request a pair.
 */
async function tellDirections(session: Session, settled: readonly Settled[]): Promise<Settled[]> {
	const unclear = settled.filter(({ outcome }) => outcome.ok && !outcome.value.forward);
	const labels = await readLabels(
		session,
		unclear.map(({ input }) => input.pair),
	);
	return settled.map((one) => {
		const known = labels.get(pairKey(one.input.pair));
		if (!one.outcome.ok || one.outcome.value.forward || !known?.ok) return one;
		return { ...one, outcome: succeed(withDirection(one.outcome.value, known.value)) };
	});
}

/** Names how many labels there are and may be where HubSpot refused one more. */
async function tellUsage(session: Session, settled: readonly Settled[]): Promise<Settled[]> {
	const refused = settled.filter(({ outcome }) => !outcome.ok && mayBeFull(outcome.failure.status));
	const usages = await readEachPair(
		session,
		refused.map(({ input }) => input.pair),
		USAGE,
	);
	return settled.map((one) => ({ ...one, outcome: withUsage(one, usages) }));
}

function mayBeFull(status: number | undefined): boolean {
	return status === LABEL_LIMIT_REACHED || status === BAD_REQUEST;
}

function withUsage(
	{ input, outcome }: Settled,
	usages: ReadByPair<LabelUsage | undefined>,
): Outcome<CreatedLabel> {
	if (outcome.ok || !mayBeFull(outcome.failure.status)) return outcome;
	const read = usages.get(pairKey(input.pair));
	const usage = read?.ok ? read.value : undefined;
	const isFull = outcome.failure.status === LABEL_LIMIT_REACHED;
	if (usage === undefined || (!isFull && usage.used < usage.allowed)) return outcome;
	return fail({
		...outcome.failure,
		message: `${outcome.failure.message}: ${usage.used} of ${usage.allowed} labels of ${describePair(input.pair)} are used`,
		advice: 'Delete a label that nobody needs, or ask HubSpot for more.',
	});
}

/**
 * A type id that could not be told is null; HubSpot has made the label all the same.
 * @param internalName null where the label was there: HubSpot's list of labels does not name it
 */
function labelJson(
	input: NewLabel,
	created: CreatedLabel,
	internalName: string | null,
): IDataObject {
	const { pair, label, inverseLabel = label } = input;
	return {
		fromObjectType: pair.from.spelling,
		toObjectType: pair.to.spelling,
		category: 'USER_DEFINED',
		typeId: created.forward?.typeId ?? null,
		label,
		inverseTypeId: inverseOf(input, created)?.typeId ?? null,
		inverseLabel,
		internalName,
	};
}
