import { isAfter, isInstead, type FaultKind } from './faultKinds';
import { isBatch, namesOneOf } from './batchBody';

export interface Fault {
	/** Absent: any. */
	method?: string;
	/** Tested against the path without the query. Absent: any. */
	path?: RegExp;
	/** How many calls it meets; Infinity: all. Default 1, but all for wholeBatch400, silentNoOp and refusedInputs, which lie in the inputs. */
	times?: number;
	/** How many matching calls pass first. Default 0. */
	after?: number;
	/** A further condition on the request's body. */
	when?: (body: unknown) => boolean;
	fault: FaultKind;
}

interface LiveFault extends Fault {
	left: number;
	toPass: number;
}

/**
 * The faults that are switched on. A call meets them in the order in which they were added; the
 * first that answers in place of HubSpot, or spoils the answer, is the last that it meets. So two
 * faults of one time each fail two calls, one after the other.
 */
export class Faults {
	private live: LiveFault[] = [];

	add(fault: Fault): void {
		this.live.push({
			...fault,
			left: fault.times ?? defaultTimes(fault),
			toPass: fault.after ?? 0,
		});
	}

	clear(): void {
		this.live = [];
	}

	/** The faults that this call meets; each of them is used up by one time. */
	meet(method: string, path: string, body: unknown): FaultKind[] {
		const met: FaultKind[] = [];
		for (const fault of this.live) {
			if (!matches(fault, method, path, body)) continue;
			if (fault.toPass-- > 0) continue;
			fault.left--;
			met.push(fault.fault);
			if (isInstead(fault.fault) || isAfter(fault.fault)) break;
		}
		this.live = this.live.filter((fault) => fault.left > 0);
		return met;
	}
}

const LIES_IN_INPUTS = new Set(['wholeBatch400', 'silentNoOp', 'refusedInputs']);

function defaultTimes({ fault }: Fault): number {
	return LIES_IN_INPUTS.has(fault.kind) ? Infinity : 1;
}

function matches(fault: Fault, method: string, path: string, body: unknown): boolean {
	if (fault.method && fault.method !== method) return false;
	if (fault.path && path.search(fault.path) === -1) return false;
	if (fault.fault.kind === 'wholeBatch400' && !holds(body, fault.fault.guilty)) return false;
	return fault.when?.(body) ?? true;
}

function holds(body: unknown, guilty: readonly string[]): boolean {
	return isBatch(body) && body.inputs.some((input) => namesOneOf(input, guilty));
}
