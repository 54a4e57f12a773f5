import type { IDataObject } from 'n8n-workflow';
import { dispatch, type Work } from '../../batching/dispatch';
import { spreadOutcomes, type EntryOutcomes, type Plan } from '../../batching/plan';
import { previewWorks } from '../../batching/preview';
import { fail, succeed, type Outcome } from '../../outcome';
import { stopAtInvalidRow } from './output';
import type { Session } from './session';

/**
 * Sends what was planned, or tells what would be sent, and gives every row the outcome of the input
 * that it became part of.
 * @throws NodeOperationError when rows contradict each other and the node is set to stop
 */
export async function sendPlan<Input, Value>(
	session: Session,
	rows: ReadonlyArray<Outcome<Input>>,
	plan: Plan<Input>,
	works: ReadonlyArray<Work<Input, Value>>,
	toJson: (value: Value, input: Input) => IDataObject,
): Promise<Array<Outcome<IDataObject>>> {
	const checked = refuseContradictions(session, rows, plan);
	const settled = session.options.dryRun
		? previewSettled(session, works)
		: await send(session, works, toJson);
	return spreadOutcomes(checked, plan, settled);
}

/**
 * The rows, with those refused that contradict each other.
 * @throws NodeOperationError when there are some and the node is set to stop
 */
export function refuseContradictions<Input>(
	session: Session,
	rows: ReadonlyArray<Outcome<Input>>,
	{ refused }: Pick<Plan<Input>, 'refused'>,
): ReadonlyArray<Outcome<Input>> {
	if (refused.size === 0) return rows;
	const checked = rows.map((row, index) => {
		const refusal = refused.get(index);
		return refusal ? fail(refusal) : row;
	});
	stopAtInvalidRow(session, checked);
	return checked;
}

async function send<Input, Value>(
	session: Session,
	works: ReadonlyArray<Work<Input, Value>>,
	toJson: (value: Value, input: Input) => IDataObject,
): Promise<EntryOutcomes<IDataObject>> {
	const outcomes = await sendWorks(session, works);
	const items = new Array<Outcome<IDataObject> | undefined>(outcomes.length);
	for (const { entries } of works) {
		entries.forEach(({ index, input }) => {
			const outcome = outcomes[index];
			items[index] = outcome && withJson(outcome, input, toJson);
		});
	}
	return items;
}

/** A value that is its own JSON keeps its outcome: there may be a million of them. */
function withJson<Input, Value>(
	outcome: Outcome<Value>,
	input: Input,
	toJson: (value: Value, input: Input) => IDataObject,
): Outcome<IDataObject> {
	if (!outcome.ok) return outcome;
	const value = toJson(outcome.value, input);
	return value === outcome.value ? (outcome as Outcome<IDataObject & Value>) : succeed(value);
}

/** Sends as the options of the run say; gives the outcomes by the index of their entry. */
export async function sendWorks<Input, Value>(
	{ sender, options, stopsOnFailure }: Session,
	works: ReadonlyArray<Work<Input, Value>>,
): Promise<EntryOutcomes<Value>> {
	return await dispatch(works, sender, {
		batchSize: options.batchSize,
		maxConcurrency: options.maxConcurrency,
		stopOnFailure: stopsOnFailure,
	});
}

/** What would be sent for each entry, as the items of a dry run show it. */
export function previewSettled<Input, Value>(
	{ options, baseUrl }: Session,
	works: ReadonlyArray<Work<Input, Value>>,
): EntryOutcomes<IDataObject> {
	return previewWorks(works, options.batchSize).map(({ request, batch, input }) =>
		succeed({
			method: request.method,
			url: `${baseUrl}${request.path}`,
			batch,
			input: input as IDataObject,
		}),
	);
}
