import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { Account, BehaviourOptions } from '../../simulator';
import type { Target } from '../contenders/contender';

/** A row of any mode, as a spreadsheet gives it: texts by their columns. */
export type ModeRow = Readonly<Record<string, string>>;

/** What a bare script knows of a row at the end: what HubSpot answered for it, in whatever form. */
export type FloorOutcomes = ReadonlyArray<object | undefined>;

/** One way in which people use the node, and a bare axios script that does the same. */
export interface Mode {
	readonly name: string;
	/** How a person reads it. */
	readonly title: string;
	readonly rows: number;
	rowsOf(count: number): ModeRow[];
	readonly parameters: INodeParameters;
	/** Default: continue, so that each row shows what became of it. */
	readonly onError?: INode['onError'];
	/** Nodes between the one that gives out the rows and this node. Default 0. */
	readonly nodesBetween?: number;
	readonly behaviour?: BehaviourOptions;
	/** Fills the account before a run: the records of the rows are there already. */
	seed?(account: Account, rows: number): void;
	/** Counts the rows whose state in the account is what it must be after a run. */
	done(account: Account, rows: number): number;
	/** Whether an item is the right one for its row. */
	confirms(json: IDataObject, row: ModeRow): boolean;
	/** Sends the same requests as the node, and matches the answers to the rows. */
	floor(rows: readonly ModeRow[], target: Target): Promise<FloorOutcomes>;
}
