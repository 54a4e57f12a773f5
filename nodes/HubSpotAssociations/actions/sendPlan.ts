import type { IDataObject } from 'n8n-workflow';
import { dispatch, type Work } from '../batching/dispatch';
import { spreadOutcomes, type Entry, type Plan } from '../batching/plan';
import { previewWorks } from '../batching/preview';
import { fail, succeed, type Outcome } from '../hubspot/failure';
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
	const checked = rows.map((row, index) => {
		const refusal = plan.refused.get(index);
		return refusal ? fail(refusal) : row;
	});
	stopAtInvalidRow(session, checked);
	const settled = session.options.dryRun
		? preview(session, works)
		: await send(session, works, toJson);
	return spreadOutcomes(checked, settled);
}

type Settled<Input> = Iterable<readonly [Entry<Input>, Outcome<IDataObject>]>;

async function send<Input, Value>(
	{ sender, options, stopsOnFailure }: Session,
	works: ReadonlyArray<Work<Input, Value>>,
	toJson: (value: Value, input: Input) => IDataObject,
): Promise<Settled<Input>> {
	const outcomes = await dispatch(works, sender, {
		batchSize: options.batchSize,
		maxConcurrency: options.maxConcurrency,
		stopOnFailure: stopsOnFailure,
	});
	return [...outcomes].map(([entry, outcome]) => [
		entry,
		outcome.ok ? succeed(toJson(outcome.value, entry.input)) : outcome,
	]);
}

function preview<Input, Value>(
	{ options, baseUrl }: Session,
	works: ReadonlyArray<Work<Input, Value>>,
): Settled<Input> {
	return [...previewWorks(works, options.batchSize)].map(([entry, { request, batch, input }]) => [
		entry,
		succeed({
			method: request.method,
			url: `${baseUrl}${request.path}`,
			batch,
			input: input as IDataObject,
		}),
	]);
}
