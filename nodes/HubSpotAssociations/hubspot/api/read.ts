import { mapOutcome, type Outcome } from '../../outcome';
import type { ObjectPair } from '../model/objectTypes';
import type { Answer } from './answer';
import type { Send } from './batchCall';
import type { HubSpotRequest } from './endpoints';
import type { ApiVersion } from './versions';

/** One of HubSpot's calls that reads something in a single response, usually about a pair of objects. */
export interface Read<Value, Subject = ObjectPair> {
	request(this: void, version: ApiVersion, subject: Subject): HubSpotRequest;
	parse(this: void, answer: Answer): Value;
}

export async function sendRead<Value, Subject>(
	send: Send,
	version: ApiVersion,
	subject: Subject,
	{ request, parse }: Read<Value, Subject>,
): Promise<Outcome<Value>> {
	return mapOutcome(await send(request(version, subject)), parse);
}
