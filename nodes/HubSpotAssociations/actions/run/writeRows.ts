import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Dispatch } from '../../batching/dispatch';
import {
	beforeSending,
	planEntries,
	spreadOutcomes,
	unsettled,
	type Entry,
	type Plan,
} from '../../batching/plan';
import { previewEntries } from '../../batching/preview';
import { mapOutcome, succeed, type Outcome } from '../../outcome';
import { checkRows } from './checkRows';
import { stopAtInvalidRow, type RowDetails } from './failures';
import { readLabels } from './labelLookup';
import { finish, type FurtherOutcome } from './output';
import type { Session } from './session';
import type { Entries, OfPair, Phase, WriteOperation } from './writeOperation';

/**
 * Runs a writing operation: read rows → resolve labels and records → plan entries → settle
 * early what must not be sent → send → spread outcomes over the rows → items.
 * @throws NodeOperationError or NodeApiError when the node is set to stop and a row cannot be done
 */
export async function writeRows<Row extends OfPair, Input extends OfPair, Value>(
	session: Session,
	operation: WriteOperation<Row, Input, Value>,
): Promise<INodeExecutionData[]> {
	const rows = await checkRows(session, operation.read());
	const inputs = await operation.resolve(rows);
	stopAtInvalidRow(session, inputs);
	const plan = planEntries<Input, Value>(inputs, operation);
	stopAtSettledFailure(session, inputs, plan);
	const order = await operation.settleEarly?.(plan.entries);
	stopAtSettledFailure(session, inputs, plan);
	const phases = order?.phases ?? [{ entries: plan.entries }];
	const outcomeOf = session.options.dryRun
		? await preview(session, operation, phases)
		: await send(session, operation, phases);
	return finish(
		session,
		spreadOutcomes(inputs, plan, outcomeOf),
		detailsOf(operation, rows, inputs),
		{ merged: plan.merged, notes: order?.notes, isDryRun: session.options.dryRun },
		order?.further?.map((entry) => furtherOutcome(operation, entry, outcomeOf)),
	);
}

type OutcomeOf<Input, Value> = (entry: Entry<Input, Value>) => Outcome<IDataObject> | undefined;

async function send<Row extends OfPair, Input extends OfPair, Value>(
	{ sender, options, stopsOnFailure }: Session,
	operation: WriteOperation<Row, Input, Value>,
	phases: ReadonlyArray<Phase<Input, Value>>,
): Promise<OutcomeOf<Input, Value>> {
	const dispatch = new Dispatch(operation.calls, sender, {
		batchSize: options.batchSize,
		maxConcurrency: options.maxConcurrency,
		stopOnFailure: stopsOnFailure,
	});
	const sent: Array<Entries<Input, Value>> = [];
	for (const phase of phases) {
		phase.holdBack?.();
		const entries = unsettled(phase.entries);
		await dispatch.send(entries);
		sent.push(entries);
	}
	await operation.complete?.(sent.flat());
	return (entry) => itemOutcome(operation, entry);
}

/** Describes what would be sent for each entry, as the items of a dry run show it. */
async function preview<Row extends OfPair, Input extends OfPair, Value>(
	session: Session,
	operation: WriteOperation<Row, Input, Value>,
	phases: ReadonlyArray<Phase<Input, Value>>,
): Promise<OutcomeOf<Input, Value>> {
	const { options, baseUrl } = session;
	const unsent = phases.map(({ entries }) => unsettled(entries));
	const inputs = unsent.flat().map(({ input }) => input);
	const labeled = inputs.filter((input) => operation.previewsLabels?.(input));
	await readLabels(session, new Set(labeled.flatMap(({ pair }) => pair ?? [])));
	const previews = previewEntries(unsent, operation.calls, options.batchSize);
	return (entry) => {
		const previewed = previews.get(entry);
		if (previewed === undefined) {
			const settled = itemOutcome(operation, entry);
			return settled && mapOutcome(settled, (json) => ({ dryRun: true, ...json }));
		}
		const { request, batch, input } = previewed;
		return succeed({
			dryRun: true,
			...operation.preview(entry.input),
			method: request.method,
			url: `${baseUrl}${request.path}`,
			batch,
			input: input as IDataObject,
		});
	};
}

/** Builds the item of a value. One that is its own item keeps its outcome: rows can number in the millions. */
function itemOutcome<Row extends OfPair, Input extends OfPair, Value>(
	{ item }: WriteOperation<Row, Input, Value>,
	{ input, outcome }: Entry<Input, Value>,
): Outcome<IDataObject> | undefined {
	if (!outcome?.ok) return outcome;
	const json = item(outcome.value, input);
	return json === outcome.value ? (outcome as Outcome<IDataObject & Value>) : succeed(json);
}

/** Stops before anything is sent if an entry is refused and the node is set to stop. */
function stopAtSettledFailure<Input extends OfPair, Value>(
	session: Session,
	inputs: ReadonlyArray<Outcome<Input>>,
	plan: Plan<Input, Value>,
): void {
	let hasFailed = false;
	for (const entry of plan.entries) {
		if (!entry.outcome || entry.outcome.ok) continue;
		hasFailed = true;
		entry.outcome = beforeSending(entry.outcome.failure);
	}
	if (!hasFailed || !session.stopsOnFailure) return;
	stopAtInvalidRow(
		session,
		spreadOutcomes(inputs, plan, ({ outcome }) => outcome ?? succeed(undefined)),
	);
}

/** Rows can number in the millions: those no longer needed are not kept. */
function detailsOf<Row extends OfPair, Input extends OfPair, Value>(
	{ about, keepsRows }: WriteOperation<Row, Input, Value>,
	rows: ReadonlyArray<Outcome<Row>>,
	inputs: ReadonlyArray<Outcome<Input>>,
): (index: number) => RowDetails {
	const kept = rows.map((row, index) =>
		row.ok && (keepsRows || !inputs[index].ok) ? row.value : undefined,
	);
	return (index) => {
		const input = inputs[index];
		return about(kept[index], input.ok ? input.value : undefined);
	};
}

function furtherOutcome<Row extends OfPair, Input extends OfPair, Value>(
	operation: WriteOperation<Row, Input, Value>,
	entry: Entry<Input, Value>,
	outcomeOf: OutcomeOf<Input, Value>,
): FurtherOutcome {
	const [item] = entry.rows;
	const outcome = outcomeOf(entry);
	if (outcome === undefined) throw new TypeError(`A deletion of row ${item} has no outcome`);
	return { item, outcome, details: operation.about(undefined, entry.input) };
}
