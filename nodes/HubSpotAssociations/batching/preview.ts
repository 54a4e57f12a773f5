import type { HubSpotRequest } from '../hubspot/api/endpoints';
import { pack } from '../lists';
import { groupByCall, sizeOf, type Calls } from './calls';
import type { Entry } from './plan';

/** The request that an entry would be part of. */
export interface Preview {
	readonly request: HubSpotRequest;
	/** The number of the request, from 1. */
	readonly batch: number;
	/** The entry's own part of the request. */
	readonly input: unknown;
}

/**
 * Builds what would be sent for each entry, without sending it. Requests are numbered consecutively.
 * @param phases entries whose requests go out one after the other
 */
export function previewEntries<Input, Value>(
	phases: ReadonlyArray<ReadonlyArray<Entry<Input, Value>>>,
	calls: Calls<Input, Value>,
	batchSize?: number,
): Map<Entry<Input, Value>, Preview> {
	const previews = new Map<Entry<Input, Value>, Preview>();
	let batch = 0;
	for (const { call, entries } of phases.flatMap((phase) => groupByCall(phase, calls))) {
		for (const piece of pack(entries, sizeOf(call, batchSize))) {
			batch++;
			for (const entry of piece) {
				const request = call.request([entry.input]);
				previews.set(entry, { request, batch, input: onlyInput(request.body) });
			}
		}
	}
	return previews;
}

function onlyInput(body: object | undefined): unknown {
	return body && 'inputs' in body && Array.isArray(body.inputs) ? body.inputs[0] : body;
}
