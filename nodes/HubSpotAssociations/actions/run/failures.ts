import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';
import type { Failure, FailureState, Outcome } from '../../outcome';
import { isObject } from '../../json';
import { shorten } from '../../text';
import type { Session } from './session';

/** The object types and ids of one row, for the details of a failure. */
export type RowDetails = Readonly<Record<string, string | number | undefined>>;

export interface FailedRow {
	readonly failure: Failure;
	readonly index: number;
}

export function failuresIn(outcomes: ReadonlyArray<Outcome<unknown>>): FailedRow[] {
	const failed: FailedRow[] = [];
	outcomes.forEach((outcome, index) => {
		if (!outcome.ok) failed.push({ failure: outcome.failure, index });
	});
	return failed;
}

/**
 * Throws for the first row that cannot be valid, before anything is written.
 * @throws NodeOperationError when the node is set to stop and a row failed; NodeApiError when
 * HubSpot refused what had to be read for it
 */
export function stopAtInvalidRow(session: Session, rows: ReadonlyArray<Outcome<unknown>>): void {
	if (!session.stopsOnFailure) return;
	const failed = failuresIn(rows);
	if (failed.length === 0) return;
	const { failure, index } = failed[0];
	const addition = `${otherItems(failed.length - 1)} Nothing was changed.`;
	if (failure.status !== undefined) {
		throw apiError(session.context.getNode(), failed[0], addition);
	}
	throw new NodeOperationError(session.context.getNode(), `${failure.message} [item ${index}]`, {
		itemIndex: index,
		description: `${failure.advice ?? ''}${addition}`.trim(),
	});
}

function otherItems(count: number): string {
	if (count === 0) return '';
	return count === 1
		? ' 1 other item cannot be sent either.'
		: ` ${count} other items cannot be sent either.`;
}

/**
 * Throws for the first row that HubSpot refused.
 * @param count how many things the run should have done
 * @throws NodeApiError when something failed
 */
export function stopAtRejection(
	session: Session,
	count: number,
	failed: readonly FailedRow[],
): void {
	const cause = failed.find(({ failure }) => failure.state !== 'notSent') ?? failed[0];
	if (!cause) return;
	const counts = [`${count - failed.length} done`, ...countsByState(failed)];
	throw apiError(session.context.getNode(), cause, ` ${counts.join(', ')}.`);
}

const STATE_WORDS: ReadonlyArray<readonly [FailureState, string]> = [
	['refused', 'refused'],
	['unknown', 'unconfirmed'],
	['notSent', 'not sent'],
];

/** Counts the failed rows by their state, in words; states without rows are left out. */
export function countsByState(failed: readonly FailedRow[]): string[] {
	return STATE_WORDS.flatMap(([state, words]) => {
		const count = failed.filter(({ failure }) => failure.state === state).length;
		return count > 0 ? [`${count} ${words}`] : [];
	});
}

function apiError(node: INode, { failure, index }: FailedRow, addition: string): NodeApiError {
	const answered: JsonObject = { message: failure.message, ...failureDetails(failure, {}) };
	return new NodeApiError(node, answered, {
		message: `${failure.message} [item ${index}]`,
		description: `${failure.advice ?? ''}${addition}`.trim(),
		httpCode: failure.status === undefined ? undefined : String(failure.status),
		itemIndex: index,
	});
}

/**
 * Builds the item of a failed row. With these two keys alone, every n8n from 1.99 on sends it out of the
 * error output, merged with its input row.
 */
export function failureJson(failure: Failure, index: number, about: RowDetails): IDataObject {
	return {
		error: { message: `${failure.message} [item ${index}]`, ...failureDetails(failure, about) },
		message: failure.advice ? `${failure.message}. ${failure.advice}` : failure.message,
	};
}

/** Leaves out the failure of an earlier run, which a row that is sent again still holds. */
export function withoutFailure(row: IDataObject): IDataObject {
	const { error, ...fields } = row;
	if (!isObject(error) || !('state' in error && 'retryable' in error)) return row;
	delete fields.message;
	return fields;
}

/** Shortens the context: an error can name every input of its batch, and each of its rows shows it. */
const SHOWN_NAMES = 10;
const SHOWN_VALUES = 10;
const SHOWN_CHARACTERS = 200;

function shownContext({ context }: Failure): JsonObject | undefined {
	if (context === undefined) return undefined;
	const shown = Object.entries(context)
		.slice(0, SHOWN_NAMES)
		.map(([name, values]) => {
			const first = values.slice(0, SHOWN_VALUES).map((value) => shorten(value, SHOWN_CHARACTERS));
			const further = values.length - first.length;
			return [shorten(name), further > 0 ? [...first, `and ${further} more`] : first];
		});
	return Object.fromEntries(shown) as JsonObject;
}

function failureDetails(failure: Failure, about: RowDetails): JsonObject {
	const { state, retryable, status, category, subCategory } = failure;
	const { correlationId, missingScopes } = failure;
	const details = {
		state,
		retryable,
		status,
		category,
		subCategory,
		correlationId,
		missingScopes,
		context: shownContext(failure),
		...about,
	};
	return Object.fromEntries(
		Object.entries(details).filter(([, value]) => value !== undefined),
	) as JsonObject;
}
