import type { Answer } from './answer';
import type { HubSpotRequest } from './endpoints';
import type { Refusal } from './refusal';
import type { Failure, Outcome } from '../../outcome';

/** A readable 2xx answer, or why there is none. */
export type Sent = { readonly ok: true; readonly value: Answer } | Refusal;

/** Sends a request and returns its readable answer, or why there is none. */
export type Send = (request: HubSpotRequest) => Promise<Outcome<Answer>>;

/** One of HubSpot's batch endpoints, for inputs of one pair of objects. */
export interface BatchCall<Input, Value> {
	/** Shared by all pairs, so a size refusal for one lowers the size for all. */
	readonly name: string;
	/** The most inputs that one request may hold. */
	readonly maximum: number;
	request(inputs: readonly Input[]): HubSpotRequest;
	/** Returns one outcome per input, in order. An input that the answer does not name has failed. */
	settle(inputs: readonly Input[], answer: Answer): Array<Outcome<Value>>;
	/** Returns the positions of the inputs that the refusal of a whole batch names; empty when it names none. */
	blamed(inputs: readonly Input[], refusal: Failure): number[];
	/** Returns the ids of an input's records, where a refusal can list those of several inputs. */
	idsOf?(input: Input): readonly string[];
	/** Whether a refusal that names no input is about what all inputs of the call share. */
	concernsCall?(refusal: Failure): boolean;
	/** Returns what a refusal of the whole batch means for each input, where the refusal is itself an answer. */
	refused?(refusal: Failure): Outcome<Value>;
	/** For a call whose answer comes in pages: sends as many requests as needed, and returns one answer. */
	exchange?(
		inputs: readonly Input[],
		send: (request: HubSpotRequest) => Promise<Sent>,
	): Promise<Sent>;
	/** Whether the call must not be repeated blindly: it is read back before it is sent again. */
	readonly mustReadBack?: true;
	/**
	 * Reads back these inputs, one value per input; undefined where HubSpot does not have it as
	 * sent. Used when an answer was lost or leaves inputs open.
	 */
	readBack?(inputs: readonly Input[]): Promise<Outcome<Array<Value | undefined>>>;
}
