import { mapOutcome, type Outcome } from '../../outcome';
import type { ObjectPair } from '../model/objectTypes';
import type { Answer } from './answer';
import type { Send } from './batchCall';
import type { HubSpotRequest } from './endpoints';
import type { ApiVersion } from './versions';

/** One of HubSpot's calls that reads something about a pair of objects in a single response. */
export interface PairRead<Value> {
	request(this: void, version: ApiVersion, pair: ObjectPair): HubSpotRequest;
	parse(this: void, answer: Answer): Value;
}

export async function readPair<Value>(
	send: Send,
	version: ApiVersion,
	pair: ObjectPair,
	{ request, parse }: PairRead<Value>,
): Promise<Outcome<Value>> {
	return mapOutcome(await send(request(version, pair)), parse);
}
