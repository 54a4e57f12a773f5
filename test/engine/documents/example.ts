import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../../simulator';

/** A run of the node that a document shows. Blocks are named as in `<!-- checked: name -->`. */
export interface Example {
	readonly shows: string;
	/** Puts the account, and the faults it meets, into the state that the document describes. */
	readonly prepare?: (simulator: Simulator) => void;
	readonly parameters: INodeParameters;
	/** Default: continue on the error output. */
	readonly onError?: INode['onError'];
	/** The input items, or the block that shows them. */
	readonly rows: string | IDataObject[];
	/** The block that shows the items of the success output. */
	readonly items?: string;
	/** The block that shows the items of the error output. */
	readonly errorItems?: string;
	/** The block that shows the line over the output. */
	readonly summary?: string;
}

export function blocksOf({ rows, items, errorItems, summary }: Example): string[] {
	return [rows, items, errorItems, summary].filter((block) => typeof block === 'string');
}
