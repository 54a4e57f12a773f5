import type { IDataObject } from 'n8n-workflow';
import type { Calls } from '../../batching/calls';
import type { Entry, Planning } from '../../batching/plan';
import type { ObjectPair } from '../../hubspot/model/objectTypes';
import type { Outcome } from '../../outcome';
import type { RowDetails } from './failures';

/** Most rows are about a pair of objects. */
export interface OfPair {
	readonly pair?: ObjectPair;
}

export type Entries<Input, Value> = ReadonlyArray<Entry<Input, Value>>;

/** What is specific to one writing operation; writeRows is the same for all of them. */
export interface WriteOperation<Row extends OfPair, Input extends OfPair, Value>
	extends Planning<Input> {
	/** Reads and checks every item. */
	read(): ReadonlyArray<Outcome<Row>>;
	/** Replaces the names of labels and records with their ids. */
	resolve(rows: ReadonlyArray<Outcome<Row>>): Promise<ReadonlyArray<Outcome<Input>>>;
	/** Settles the entries that must not or need not be sent. */
	settleEarly?(entries: Entries<Input, Value>): Promise<SendingOrder<Input, Value> | undefined>;
	readonly calls: Calls<Input, Value>;
	/** Adds what is needed to show or explain what was sent. */
	complete?(entries: Entries<Input, Value>): Promise<void>;
	item(value: Value, input: Input): IDataObject;
	/** What a dry run shows of an input beside its request: what would be done, in the words of the item. */
	preview(input: Input): IDataObject;
	/** Whether {@link preview} names labels of an input, so that a dry run reads those of its pair. */
	previewsLabels?(input: Input): boolean;
	/**
	 * Describes a row that failed.
	 * @param row absent where the operation does not keep rows that were resolved
	 */
	about(row: Row | undefined, input: Input | undefined): RowDetails;
	/** Whether {@link about} needs the row even if there is an input. */
	readonly keepsRows?: boolean;
}

/**
 * Returns an input that has been compared with HubSpot, and so says what to do.
 * @throws TypeError where nothing was compared yet
 */
export function compared<Input extends OfPair>(input: Input): Compared<Input> {
	if (isCompared(input)) return input;
	throw new TypeError('An input was never compared with HubSpot');
}

type Compared<Input> = Extract<Input, { readonly action: unknown }>;

function isCompared<Input extends OfPair>(input: Input): input is Compared<Input> {
	return 'action' in input;
}

/** Entries that are sent together, once all of the phase before are settled. */
export interface Phase<Input, Value> {
	readonly entries: Entries<Input, Value>;
	/** Settles those that must not be sent after all, by how the phases before ended. */
	holdBack?(): void;
}

/** For entries that must be sent in a certain order, or that no single row asks for. */
export interface SendingOrder<Input, Value> {
	readonly phases: ReadonlyArray<Phase<Input, Value>>;
	/** Entries of no row, each shown with the first of its rows after all rows. */
	readonly further?: Entries<Input, Value>;
	readonly notes?: readonly string[];
}
