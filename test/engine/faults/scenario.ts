import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Account, BehaviourOptions, Fault } from '../../../simulator';

/** How the rows of a scenario reach HubSpot: all in one request, each in its own, or one request that is for all of them. */
export type Shape = 'batch' | 'search' | 'each' | 'shared';

/** Four more outcomes, of calls that the fault does not meet. */
export interface Beside {
	/** Which outcome an item tells of: 0 to 3 meet the fault, 4 to 7 are beside it; -1 for none. */
	readonly outcomeOf: (item: INodeExecutionData) => number;
	/** They are sent after the call under fault, so that a fault that stops the run stops them, too. */
	readonly isSentAfter: boolean;
}

/** One operation with four rows that HubSpot would take, and the call of it that faults are to meet. */
export interface Scenario {
	/** Values of the parameters. */
	readonly resource: string;
	readonly operation: string;
	/** What else tells it from other scenarios of the operation. */
	readonly variant?: string;
	/** All but resource and operation. */
	readonly parameters: INodeParameters;
	readonly options?: INodeParameters;
	readonly items: readonly IDataObject[];
	/** On top of the simulator's own account. */
	readonly seed?: (account: Account) => void;
	readonly target: Required<Pick<Fault, 'method' | 'path'>> & Pick<Fault, 'after'>;
	/** What HubSpot does in this account where no source says. */
	readonly behaviour?: BehaviourOptions;
	readonly shape: Shape;
	/** What the target call names each row by: record ids, type ids or values. */
	readonly names: readonly string[];
	/** What the account holds of a row. An operation that only reads has none. */
	readonly stateOf?: (account: Account, row: number) => unknown;
	/** Fields that the account chooses, and that no two runs need to have alike. */
	readonly assigned?: readonly string[];
	/** Absent: every row has one outcome, and the fault meets them all. */
	readonly beside?: Beside;
	/** What the calls that write name each row by, where that is something else. */
	readonly sentAs?: readonly string[];
	/** Rows of which HubSpot is asked what it holds where an answer leaves it open. */
	readonly readBackRows?: readonly number[];
	/** Rows that are sent again after a lost answer without that: to do them twice is to do them once. */
	readonly repeatedRows?: readonly number[];
	/** Each row's call is one of its own to HubSpot, so that a refusal of one says nothing of the others. */
	readonly isAlone?: true;
	/** HubSpot's answer to the target call says nothing of each input: it removes. */
	readonly isMute?: true;
	/** Where a fault ends in another way than for most operations, by its title, and why. */
	readonly exceptions?: Readonly<Record<string, { readonly marks: string; readonly why: string }>>;
}

export function titleOf({ resource, operation, variant }: Scenario): string {
	return [`${resource} ${operation}`, ...(variant ? [variant] : [])].join(', ');
}

/** Whether the operation changes nothing: its requests are all that a row asks for. */
export function onlyReads({ operation }: Pick<Scenario, 'operation'>): boolean {
	return operation.startsWith('get');
}

/** The calls of a scenario that are about some of its rows. */
export function callsAbout(
	{ target, names }: Scenario,
	rows: readonly number[],
): Pick<Fault, 'method' | 'path' | 'after' | 'when'> {
	const wanted = rows.map((row) => names[row]);
	if (target.method === 'DELETE') {
		return { ...target, path: new RegExp(`/(${wanted.join('|')})$`) };
	}
	return { ...target, when: (body) => wanted.some((name) => holds(body, name)) };
}

/** Whether a value stands anywhere in a body. */
export function holds(body: unknown, wanted: string): boolean {
	if (typeof body !== 'object' || body === null) return String(body) === wanted;
	return Object.values(body).some((value) => holds(value, wanted));
}

export const ALL_ROWS = [0, 1, 2, 3];
