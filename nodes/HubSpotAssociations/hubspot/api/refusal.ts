import type { Failure } from '../../outcome';

/**
 * How far a refused request reaches: it alone; the batch that was sent, some input of which is guilty;
 * every input of the batch alike; every request of the same call; the whole run.
 */
export type Reach = 'request' | 'batch' | 'everyInput' | 'call' | 'run';

/** Why a request has no usable answer, and what that means for further requests. */
export interface Refusal {
	readonly ok: false;
	/** What it means for the inputs of the request. */
	readonly failure: Failure;
	readonly reach: Reach;
	/** The largest batch that HubSpot takes, where it refused one for its size. */
	readonly batchMaximum?: number;
}

export function refuse(reach: Reach, failure: Failure): Refusal {
	return { ok: false, failure, reach };
}
