import type { Answer } from './answer';
import type { HubSpotRequest } from './endpoints';
import type { Failure, Outcome } from '../../outcome';

/** Sends a request and gives its readable answer, or why there is none. */
export type Send = (request: HubSpotRequest) => Promise<Outcome<Answer>>;

/** One of HubSpot's batch endpoints, for inputs of one pair of objects. */
export interface BatchCall<Input, Value> {
	/** The same for every pair: a batch that is refused for its size tells about all of them. */
	readonly name: string;
	/** The most inputs that one request may hold. */
	readonly maximum: number;
	request(inputs: readonly Input[]): HubSpotRequest;
	/** One outcome per input, in order. An input that the answer does not name has failed. */
	settle(inputs: readonly Input[], answer: Answer): Array<Outcome<Value>>;
	/** The positions of the inputs that the refusal of a whole batch names; empty when it names none. */
	blamed(inputs: readonly Input[], refusal: Failure): number[];
	/** Whether the call must not be repeated blindly: it is read back before it is sent again. */
	readonly mustReadBack?: true;
	/**
	 * What HubSpot holds of these inputs, one value per input, undefined where it does not hold it as
	 * wanted. Asked where an answer was lost or leaves inputs open.
	 */
	readonly readBack?: (inputs: readonly Input[]) => Promise<Outcome<Array<Value | undefined>>>;
}
