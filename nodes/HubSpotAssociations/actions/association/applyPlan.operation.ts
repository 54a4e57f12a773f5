import type { INodeExecutionData } from 'n8n-workflow';
import {
	deletionOf,
	haveSameLabels,
	type Labels,
} from '../../hubspot/associations/associationChanges';
import type { AssociationPlan } from '../../hubspot/associations/associationPlan';
import { nameOfType } from '../../hubspot/labels/labels';
import { DISPLAY_NAMES } from '../../input/displayNames';
import { readNumberOption } from '../../input/options/runOptions';
import { readPlanRows, type PlanRow } from '../../input/rows/planRows';
import { maxDeletions } from '../../parameters/associations';
import { batchOptions } from '../../parameters/options';
import { unsettled } from '../../batching/plan';
import { fail, invalid, invalidInput, succeed, type Outcome } from '../../outcome';
import type { Session } from '../run/session';
import { compared, type SendingOrder } from '../run/writeOperation';
import { writeRows } from '../run/writeRows';
import {
	changeCalls,
	planOf,
	type PlannedInput,
	type ChangeEntry,
	type Changed,
	type ChangeInput,
} from './changes';
import { changeJson } from './changeJson';
import { phasesOf, stopAtTooManyDeletions } from './changeOrder';
import { labelsBefore, readNamedRecords, takeChange } from './compare';
import { associationsOf } from './details';
import { makeRoom } from './makeRoom';
import { openReader } from './readings';
import { findRecords } from './records';
import { resolveTypes } from './resolveLabels';

export const option = {
	name: 'Apply Plan',
	value: 'applyPlan',
	description: 'Carry out the items of a Sync dry run once they are approved',
	action: 'Apply an association plan',
};

export const description = { parameters: [], options: [...batchOptions, maxDeletions] };

/** Carries out exactly what the items plan, and refuses what has changed in HubSpot since. */
export async function execute(session: Session): Promise<INodeExecutionData[]> {
	const { context, options } = session;
	const most = readNumberOption(context, options.values, 'maxDeletions');
	return await writeRows<PlanRow, ChangeInput, Changed>(session, {
		...associationsOf({}),
		read: () => readPlanRows(context),
		resolve: async (rows) => await withRecords(session, rows),
		merge: samePlan,
		settleEarly: async (entries) => await comparePlans(session, entries, most),
		calls: changeCalls(session),
		item: (changed, input) => changeJson(session, compared(input), changed),
		preview: (input) => changeJson(session, compared(input)),
	});
}

/** Adds the type of an unlabeled association between custom objects. */
async function withRecords(
	session: Session,
	rows: ReadonlyArray<Outcome<PlanRow>>,
): Promise<Array<Outcome<PlannedInput>>> {
	const typed = await findRecords(session, await resolveTypes(session, rows), {});
	return rows.map((row, index) => {
		const own = typed[index];
		if (!row.ok) return row;
		return own.ok ? succeed({ ...own.value, plan: row.value.plan }) : own;
	});
}

function samePlan(present: ChangeInput, added: ChangeInput): Outcome<ChangeInput> {
	const [one, other] = [planOf(present), planOf(added)];
	const isSame =
		haveSameLabels(one.labels, other.labels) &&
		haveSameLabels(one.previousLabels, other.previousLabels);
	if (isSame) return succeed(present);
	return invalid(
		`Items plan different changes for records ${present.fromId} and ${present.toId}`,
		'Keep only the items of one dry run.',
	);
}

/** Refuses plans of records that have changed since, and returns the order of the others. */
async function comparePlans(
	session: Session,
	entries: readonly ChangeEntry[],
	most: number,
): Promise<SendingOrder<ChangeInput, Changed>> {
	const reader = openReader(session);
	const records = await readNamedRecords(reader, unsettled(entries), false);
	const removals = new Map<ChangeEntry, ChangeEntry>();
	const writes: ChangeEntry[] = [];
	const deletions: ChangeEntry[] = [];
	for (const entry of unsettled(entries)) {
		const present = labelsBefore(entry.input, reader, records);
		const plan = planOf(entry.input);
		if (!present.ok) entry.outcome = present;
		else if (!haveSameLabels(present.value, plan.previousLabels)) {
			entry.outcome = fail(changedSince(entry.input, plan.previousLabels, present.value));
		} else takePlanned(entry, plan, removals);
		(plan.labels === null ? deletions : writes).push(entry);
	}
	const open = unsettled(deletions);
	const notes = stopAtTooManyDeletions(session, open.length, most);
	const first = await makeRoom(session, reader, unsettled(writes), open, false);
	return { phases: phasesOf({ writes, removals, deletions }, first), notes };
}

/** Puts the planned change into the place of an input. */
function takePlanned(
	entry: ChangeEntry,
	{ labels, previousLabels }: AssociationPlan,
	removals: Map<ChangeEntry, ChangeEntry>,
): void {
	if (labels) takeChange(entry, previousLabels, labels, removals);
	else entry.input = deletionOf(entry.input, previousLabels ?? []);
}

function changedSince(
	{ fromId, toId }: ChangeInput,
	planned: Labels | null,
	present: Labels | null,
) {
	return invalidInput(
		`Records ${fromId} and ${toId} have changed since the plan was made: there is now ${described(present)}, where the plan found ${described(planned)}`,
		`Run Sync with '${DISPLAY_NAMES.dryRun}' again, and approve the new plan.`,
	);
}

function described(labels: Labels | null): string {
	if (labels === null) return 'no association';
	if (labels.length === 0) return 'an unlabeled association';
	return `an association labeled ${labels.map((label) => `"${nameOfType(label)}"`).join(' and ')}`;
}
