import type { INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Session } from './run/session';

/** One operation, in a file of its own under its resource. */
export interface Operation {
	/** How the list of operations shows it. */
	readonly option: INodePropertyOptions & { readonly value: string };
	/** Its parameters, shown only when it is chosen. */
	readonly description: INodeProperties[];
	execute(session: Session): Promise<INodeExecutionData[]>;
}

export interface Resource {
	readonly option: INodePropertyOptions & { readonly value: string };
	/** In alphabetical order of their options' names. */
	readonly operations: readonly Operation[];
	/** The value of the operation that is selected by default. */
	readonly defaultOperation: string;
}
