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
}

/**
 * One item per outcome, in order, and the summary over the output.
 * @param detailsOf what a row that failed was about
 * @throws NodeApiError when the node is set to stop and a row failed
 */
export function finish(
	session: Session,
	outcomes: ReadonlyArray<Outcome<IDataObject>>,
	detailsOf: (index: number) => RowDetails,
	summary: RunSummary,
): INodeExecutionData[] {
	if (session.stopsOnFailure) stopAtRejection(session, outcomes);
	addSummaryHint(session, outcomes, summary);
	return outcomes.map((outcome, index) => ({
		json: outcome.ok ? { ...outcome.value } : failureJson(outcome.failure, index, detailsOf(index)),
		pairedItem: { item: index },
	}));
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

function stopAtRejection(session: Session, outcomes: ReadonlyArray<Outcome<unknown>>): void {
	const failed = failuresIn(outcomes);
	const cause = failed.find(({ failure }) => failure.sent) ?? failed[0];
	if (!cause) return;
	const made = outcomes.length - failed.length;
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

function failuresIn(outcomes: ReadonlyArray<Outcome<unknown>>) {
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
	outcomes: ReadonlyArray<Outcome<unknown>>,
	{ merged }: RunSummary,
): void {
	const failed = failuresIn(outcomes).length;
	const { requests, retries } = session.sender.stats;
	const parts = [
		counted(outcomes.length, 'item'),
		`${outcomes.length - failed} done`,
		...(failed > 0 ? [`${failed} refused`] : []),
		...(merged > 0 ? [`${merged} merged with an earlier one`] : []),
		counted(requests, 'request'),
		...(retries > 0 ? [`${retries} tried again`] : []),
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
