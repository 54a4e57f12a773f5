import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';
import type { Failure, Outcome } from '../hubspot/failure';
import type { Session } from './session';

/** What one row is about, for the details of a failure: object types and ids. */
export type RowDetails = Readonly<Record<string, string | number | undefined>>;

export interface RunSummary {
	/** How many rows were joined to an earlier one. */
	readonly merged: number;
	/** What else a person should know, shown at the end of the summary. */
	readonly notes?: readonly string[];
}

/** What became of something that no row asked for by itself, such as a limit that was left over. */
export interface FurtherOutcome {
	/** The row that it is paired with. */
	readonly item: number;
	readonly outcome: Outcome<IDataObject>;
	readonly details: RowDetails;
}

/**
 * The items of every outcome, in order, and the summary over the output. A row that read a list
 * gives one item for each entry.
 * @param detailsOf what a row that failed was about
 * @param further stands after the rows
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
	addSummaryHint(session, outcomes.length, count, failed.length, summary);
	const items: INodeExecutionData[] = [];
	const add = (
		outcome: Outcome<IDataObject | IDataObject[]>,
		item: number,
		details: () => RowDetails,
	) => {
		for (const json of jsonsOf(outcome, item, details)) {
			items.push({ json, pairedItem: { item } });
		}
	};
	outcomes.forEach((outcome, item) => add(outcome, item, () => detailsOf(item)));
	further.forEach(({ outcome, item, details }) => add(outcome, item, () => details));
	return items;
}

function jsonsOf(
	outcome: Outcome<IDataObject | IDataObject[]>,
	item: number,
	details: () => RowDetails,
): IDataObject[] {
	if (!outcome.ok) return [failureJson(outcome.failure, item, details())];
	return Array.isArray(outcome.value) ? outcome.value : [{ ...outcome.value }];
}

/**
 * Throws for the first row that cannot be valid, before anything is written.
 * @throws NodeOperationError when the node is set to stop and a row failed
 */
export function stopAtInvalidRow(session: Session, rows: ReadonlyArray<Outcome<unknown>>): void {
	if (!session.stopsOnFailure) return;
	const failed = failuresIn(rows);
	if (failed.length === 0) return;
	const { failure, index } = failed[0];
	const others = failed.length > 1 ? ` ${others_(failed.length - 1)}.` : '';
	if (failure.status !== undefined)
		throw apiError(session.context.getNode(), failure, index, others);
	throw new NodeOperationError(session.context.getNode(), `${failure.message} [item ${index}]`, {
		itemIndex: index,
		description: `${failure.advice ?? ''}${others} Nothing was sent.`.trim(),
	});
}

function others_(count: number): string {
	return count === 1
		? '1 other item cannot be sent either'
		: `${count} other items cannot be sent either`;
}

function stopAtRejection(session: Session, count: number, failed: readonly FailedRow[]): void {
	const cause = failed.find(({ failure }) => failure.sent) ?? failed[0];
	if (!cause) return;
	const made = count - failed.length;
	const rejected = failed.filter(({ failure }) => failure.sent).length;
	const counts = ` ${made} done, ${rejected} refused, ${failed.length - rejected} not sent.`;
	throw apiError(session.context.getNode(), cause.failure, cause.index, counts);
}

function apiError(node: INode, failure: Failure, index: number, addition: string): NodeApiError {
	const answered: JsonObject = { message: failure.message, ...failureDetails(failure, {}) };
	return new NodeApiError(node, answered, {
		message: `${failure.message} [item ${index}]`,
		description: `${failure.advice ?? ''}${addition}`.trim(),
		httpCode: failure.status === undefined ? undefined : String(failure.status),
		itemIndex: index,
	});
}

interface FailedRow {
	readonly failure: Failure;
	readonly index: number;
}

function failureOf({ outcome, item }: FurtherOutcome): FailedRow[] {
	return outcome.ok ? [] : [{ failure: outcome.failure, index: item }];
}

function failuresIn(outcomes: ReadonlyArray<Outcome<unknown>>): FailedRow[] {
	return outcomes.flatMap((outcome, index) =>
		outcome.ok ? [] : [{ failure: outcome.failure, index }],
	);
}

/** With these keys alone n8n sends the item out of the error output, merged with its input row. */
function failureJson(failure: Failure, index: number, about: RowDetails): IDataObject {
	return {
		error: `${failure.message} [item ${index}]`,
		message: failure.advice ? `${failure.message}. ${failure.advice}` : failure.message,
		details: failureDetails(failure, about),
	};
}

function failureDetails(failure: Failure, about: RowDetails): JsonObject {
	const { status, category, subCategory, correlationId, missingScopes, context } = failure;
	const details = {
		status,
		category,
		subCategory,
		correlationId,
		missingScopes,
		context,
		...about,
	};
	return Object.fromEntries(
		Object.entries(details).filter(([, value]) => value !== undefined),
	) as JsonObject;
}

function addSummaryHint(
	session: Session,
	rows: number,
	count: number,
	failed: number,
	{ merged, notes = [] }: RunSummary,
): void {
	const { requests, retries } = session.sender.stats;
	const parts = [
		counted(rows, 'item'),
		`${count - failed} done`,
		...(failed > 0 ? [`${failed} refused`] : []),
		...(merged > 0 ? [`${merged} merged with an earlier one`] : []),
		counted(requests, 'request'),
		...(retries > 0 ? [`${retries} tried again`] : []),
		...notes,
	];
	session.context.addExecutionHints({
		message: parts.join(' · '),
		type: failed > 0 ? 'warning' : 'info',
		location: 'outputPane',
	});
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
