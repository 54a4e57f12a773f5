import type { Account } from '../account/Account';
import type { ObjectType } from '../account/ObjectType';
import type { BatchMaximum, Behaviour } from '../behaviour';
import { batchTooLarge } from '../http/errors';
import type { OAuth } from '../http/OAuth';
import type { RateKind } from '../http/RateLimiter';
import type { ApiVersion, Root } from '../versions';

/**
 * What a token must be allowed: nothing, to be valid, a scope of any object, or one of the objects in the path. To
 * edit associations takes the user's permission besides.
 */
export type Access =
	| 'open'
	| 'token'
	| 'anyObject'
	| 'readPair'
	| 'writePair'
	| 'editAssociations'
	| 'readObject'
	| 'readSchemas';

export interface Call<Body = unknown> {
	readonly account: Account;
	readonly behaviour: Behaviour;
	readonly version: ApiVersion;
	readonly oauth: OAuth;
	readonly params: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, string | undefined>>;
	readonly body: Body;
}

export interface Answer {
	status: number;
	body?: object;
}

interface EndpointSpec<Body> {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly root: Root;
	/** Beneath the root, the same in every version. */
	readonly path: string;
	readonly access: Access;
	/** The rate limit that it counts towards. Default: the ten-second limit. */
	readonly rate?: RateKind;
	/** JSON schema of the body; a body that breaks it is refused with 400 before `handle`. */
	readonly schema?: object;
	/** Where the body is a batch: the maximum that refuses it whole. */
	readonly maximum?: keyof BatchMaximum;
	handle(call: Call<Body>): Answer;
}

export type Endpoint = EndpointSpec<unknown>;

/** Ties a handler to the body that its schema lets through. */
export function endpoint<Body = undefined>(spec: EndpointSpec<Body>): Endpoint {
	return {
		...spec,
		handle: (call) => {
			if (spec.maximum) refuseTooLarge(call, call.behaviour.batchMaximum[spec.maximum]);
			return spec.handle(call as Call<Body>);
		},
	};
}

/** The two object types in the path of a pair. */
export function pairOf({ account, params }: Call): { from: ObjectType; to: ObjectType } {
	const { objectTypes } = account;
	return { from: objectTypes.find(params.from), to: objectTypes.find(params.to) };
}

function refuseTooLarge({ body }: Call, maximum: number): void {
	const { inputs } = body as { inputs: unknown[] };
	if (inputs.length > maximum) throw batchTooLarge(maximum, inputs.length);
}
