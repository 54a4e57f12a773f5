import type { HubSpotRequest } from '../hubspot/api/endpoints';
import type { Work } from './dispatch';
import { pack, sizeOf } from './pack';

/** The request that an entry would be part of. */
export interface Preview {
	readonly request: HubSpotRequest;
	/** The number of the request, from 1. */
	readonly batch: number;
	/** The entry's own part of the request. */
	readonly input: unknown;
}

/** What would be sent, by the entry's index, without sending it. */
export function previewWorks<Input, Value>(
	works: ReadonlyArray<Work<Input, Value>>,
	batchSize?: number,
): Preview[] {
	const previews: Preview[] = [];
	let batch = 0;
	for (const { call, entries } of works) {
		for (const piece of pack(entries, sizeOf(call, batchSize))) {
			batch++;
			for (const entry of piece) {
				const request = call.request([entry.input]);
				previews[entry.index] = { request, batch, input: onlyInput(request.body) };
			}
		}
	}
	return previews;
}

function onlyInput(body: object | undefined): unknown {
	return body && 'inputs' in body && Array.isArray(body.inputs) ? body.inputs[0] : body;
}
