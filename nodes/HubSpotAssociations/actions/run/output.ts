import type { IDataObject, INodeExecutionData, IPairedItemData } from 'n8n-workflow';
import type { Outcome } from '../../outcome';
import {
	failureJson,
	failuresIn,
	stopAtRejection,
	withoutFailure,
	type FailedRow,
	type RowDetails,
} from './failures';
import type { Session } from './session';
import { addSummaryHint, type RunSummary } from './summary';

/** The outcome of something that no single row asked for, such as the deletion of an unlisted limit. */
export interface FurtherOutcome {
	/** The row that it is paired with. */
	readonly item: number;
	readonly outcome: Outcome<IDataObject>;
	readonly details: RowDetails;
}

/**
 * Returns the items of every outcome, in order, and shows the summary over the output. A row with a
 * list gives one item for each of its values.
 * @param detailsOf describes a row that failed
 * @param further comes after the rows
 * @throws NodeApiError when the node is set to stop and a row failed
 */
export function finish(
	session: Session,
	outcomes: ReadonlyArray<Outcome<IDataObject | IDataObject[]>>,
	detailsOf: (index: number) => RowDetails,
	summary: RunSummary,
	further: readonly FurtherOutcome[] = [],
): INodeExecutionData[] {
	const failed = [...failuresIn(outcomes), ...further.flatMap(failureOf)];
	const count = outcomes.length + further.length;
	if (session.stopsOnFailure) stopAtRejection(session, count, failed);
	const actions = actionsIn(outcomes, further);
	addSummaryHint(session, outcomes.length, count, failed, { ...summary, actions });
	const items: INodeExecutionData[] = [];
	// Rows that were merged share one outcome, and a later node may change one of them.
	const copies = summary.merged > 0;
	outcomes.forEach((outcome, item) => addItems(items, outcome, item, detailsOf, copies));
	if (session.options.includeInputFields) addInputFields(session, items);
	for (const { outcome, item, details } of further)
		addItems(items, outcome, item, () => details, true);
	return items;
}

/** Counts the items of each action. */
function actionsIn(
	outcomes: ReadonlyArray<Outcome<IDataObject | IDataObject[]>>,
	further: readonly FurtherOutcome[],
) {
	const actions = new Map<string, number>();
	const count = (outcome: Outcome<IDataObject | IDataObject[]>) => {
		if (!outcome.ok || Array.isArray(outcome.value)) return;
		const { action } = outcome.value;
		if (typeof action === 'string') actions.set(action, (actions.get(action) ?? 0) + 1);
	};
	outcomes.forEach(count);
	for (const { outcome } of further) count(outcome);
	return actions;
}

/**
 * Adds the fields of the row that each item is paired with; on equal names the result's is kept. A
 * failed item stays as it is where it leaves by the error output: n8n itself adds the row there, and
 * only to an item with nothing but its failure.
 */
function addInputFields({ context, stopsOnFailure }: Session, items: INodeExecutionData[]): void {
	const rows = context.getInputData();
	const leavesFailed = !stopsOnFailure && context.getNode().onError === 'continueErrorOutput';
	for (const item of items) {
		if (leavesFailed && 'error' in item.json) continue;
		const { item: row } = item.pairedItem as IPairedItemData;
		item.json = { ...copyOf(withoutFailure(rows[row].json)), ...item.json };
	}
}

function addItems(
	items: INodeExecutionData[],
	outcome: Outcome<IDataObject | IDataObject[]>,
	item: number,
	detailsOf: (index: number) => RowDetails,
	copies: boolean,
): void {
	const pairedItem = { item };
	if (!outcome.ok) {
		items.push({ json: failureJson(outcome.failure, item, detailsOf(item)), pairedItem });
	} else if (Array.isArray(outcome.value)) {
		for (const json of outcome.value) items.push({ json: { ...json }, pairedItem });
	} else {
		items.push({ json: copies ? copyOf(outcome.value) : outcome.value, pairedItem });
	}
}

/** Copies a value deeply, including lists; n8n's own copy takes five times as long. */
function copyOf<Value>(value: Value): Value {
	if (Array.isArray(value)) return value.map(copyOf) as Value;
	if (typeof value !== 'object' || value === null) return value;
	const copy = { ...value };
	for (const key of Object.keys(copy) as Array<keyof Value>) copy[key] = copyOf(copy[key]);
	return copy;
}

function failureOf({ outcome, item }: FurtherOutcome): FailedRow[] {
	return outcome.ok ? [] : [{ failure: outcome.failure, index: item }];
}
