import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../../../tools/hubSpotNode';

/** What must become of a row: what its item says, or what its refusal says. */
export type Outcome = { readonly item: IDataObject } | Refused;

export interface Refused {
	readonly state: 'notSent' | 'refused' | 'unknown';
	readonly retryable: boolean;
	/** Parts of the message. */
	readonly says: readonly string[];
}

/** One recorded answer, given to one operation. */
export interface Replay {
	/** Name of the recorded answer. */
	readonly answer: string;
	readonly resource?: 'association' | 'associationLabel' | 'associationLimit';
	readonly operation: string;
	/** The call that is answered so; the simulator answers the others. */
	readonly call: { readonly method?: string; readonly path: RegExp; readonly times?: number };
	readonly objects?: readonly [from: string, to: string];
	readonly parameters?: INodeParameters;
	readonly options?: INodeParameters;
	readonly rows: readonly IDataObject[];
	/** In the order of the rows; an operation that reads gives an item for each thing that it found. */
	readonly outcomes: readonly Outcome[];
	/** How many requests the run takes, or may take where HubSpot refuses whole batches. */
	readonly requests: number | { readonly atMost: number };
}

/** The node's parameters: everything that a row can say is read from it. */
export function parametersOf(replay: Replay, apiVersion: string): INodeParameters {
	const { resource = 'association', operation, objects = ['0-1', '0-2'] } = replay;
	const [fromObjectType, toObjectType] = objects.map(byId);
	return {
		resource,
		operation,
		fromObjectType,
		toObjectType,
		fromRecordId: '={{ $json.from }}',
		toRecordId: '={{ $json.to }}',
		labels: '={{ $json.labels }}',
		associationType: byId('={{ $json.type }}'),
		maxToObjectIds: '={{ $json.maximum }}',
		label: '={{ $json.label }}',
		inverseLabel: '={{ $json.inverse }}',
		internalName: '={{ $json.name }}',
		returnAll: true,
		...replay.parameters,
		options: { apiVersion, maxRetries: 0, ...replay.options },
	};
}
