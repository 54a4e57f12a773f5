import type { toStringMethod } from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Account } from '../../../simulator';
import type { Trouble } from './trouble';

/** What the account holds of one thing: the labels of an association, the maximum of a limit; null: nothing. */
export type State = readonly string[] | number | null;

/** What must become of one row, by the simple rules of a model that knows nothing of requests. */
export interface Expected {
	/** The one thing that the row is about; rows may share it. */
	readonly key: string;
	/** As it is when the row is done. */
	readonly wanted: State;
	/**
	 * As it may be instead: when rows that needed something read could not be part of it, or when
	 * rows change the same thing one after the other.
	 */
	readonly otherwise?: readonly State[];
	/** HubSpot refuses the row, or the row cannot be valid. */
	readonly isRefused: boolean;
	/** It may end either way: sources differ on what HubSpot does. */
	readonly isOpen?: boolean;
	/** The row cannot be valid: with the node set to stop, nothing is changed for any row. */
	readonly isInvalid?: boolean;
	/** Fields that the row's item must have when it is done. */
	readonly item?: IDataObject;
	/** Whether the account bears out the rest of that item. */
	readonly isTrue?: (item: IDataObject, account: Account) => boolean;
	/** The items of a row that reads, in any order, told by their text. */
	readonly list?: readonly string[];
}

/** One random run of one operation. */
export interface Scenario {
	readonly resource: string;
	readonly operation: string;
	readonly parameters: INodeParameters;
	readonly items: readonly IDataObject[];
	readonly trouble: Trouble;
	readonly seed: (account: Account) => void;
	/** Every state of the account that the run may change, by key. */
	readonly states: (account: Account) => Map<string, State>;
	/** One for each row. */
	readonly expected: readonly Expected[];
	/** What no row names but the run changes all the same. */
	readonly further?: readonly Expected[];
	/** The text of an item of a row that reads. */
	readonly textOf?: (item: IDataObject) => string;
	/** How fast-check shows a run that fell short. */
	[toStringMethod](): string;
}
