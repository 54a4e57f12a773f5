/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-hardcoded-secrets */
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { Account } from './account/Account';
import { seedAccount } from './account/seed';
import { resolveBehaviour, type BehaviourOptions } from './behaviour';
import { Faults } from './http/Faults';
import { OAuth, type OAuthOptions } from './http/OAuth';
import { RateLimiter, type RateLimitOptions } from './http/RateLimiter';
import { Recorder, type RecordedRequest } from './http/Recorder';
import { buildServer, type ServerContext } from './http/server';
import { Tokens, type TokenOptions } from './http/Tokens';

export { Account, type AssociationView, type LimitView } from './account/Account';
export { seedAccount, SEED } from './account/seed';
export type { Behaviour, BehaviourOptions } from './behaviour';
export type { Fault, Faults } from './http/Faults';
export type { FaultKind } from './http/faultKinds';
export type { RecordedRequest } from './http/Recorder';
export { rateLimitBody } from './http/statusBodies';

export interface SimulatorOptions {
	/** Default 0: any free port. */
	port?: number;
	/** The token with every scope. */
	token?: string;
	/** Milliseconds between the arrival of a request and its being handled. Default 0. */
	delayMs?: number;
	/** Absent: none enforced. */
	rateLimit?: RateLimitOptions;
	behaviour?: BehaviourOptions;
	/** Whether bodies are kept with the recorded requests. Default true. */
	record?: boolean;
	oauth?: OAuthOptions;
	/** Fills the account before the first request. Default: {@link seedAccount}. */
	seed?: (account: Account) => void;
}

export interface Simulator {
	readonly url: string;
	readonly token: string;
	readonly account: Account;
	readonly oauth: OAuth;
	/** In order of arrival. */
	readonly requests: readonly RecordedRequest[];
	readonly faults: Faults;
	issueToken(options?: TokenOptions): string;
	/** Forgets requests, faults and what the rate limits have counted. The account stays as it is. */
	reset(): void;
	/** Resets, and puts a new account in the place of the old one: cheaper than another simulator. */
	refill(options?: Pick<SimulatorOptions, 'behaviour' | 'seed'>): void;
	/** Ends the server and every connection to it. */
	close(): Promise<void>;
}

const HOST = '127.0.0.1';
const DEFAULT_TOKEN = 'pat-sim-0000-full-access';

/** Starts a HubSpot account on this machine, reachable from nowhere else. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const tokens = new Tokens();
	const token = tokens.issue({}, options.token ?? DEFAULT_TOKEN);
	const context: ServerContext = {
		account: filledAccount(options),
		tokens,
		oauth: new OAuth(tokens, options.oauth),
		recorder: new Recorder(options.record ?? true),
		faults: new Faults(),
		delayMs: options.delayMs ?? 0,
	};
	const reset = () => {
		context.recorder.clear();
		context.faults.clear();
		context.limiter = newLimiter(options, context.account);
	};
	reset();
	const app = buildServer(context);
	await app.listen({ host: HOST, port: options.port ?? 0 });
	return {
		url: `http://${HOST}:${portOf(app)}`,
		token,
		get account() {
			return context.account;
		},
		oauth: context.oauth,
		requests: context.recorder.requests,
		faults: context.faults,
		issueToken: (tokenOptions) => tokens.issue(tokenOptions),
		reset,
		refill: (refillOptions = options) => {
			context.account = filledAccount(refillOptions);
			reset();
		},
		close: () => app.close(),
	};
}

function filledAccount({ behaviour, seed = seedAccount }: SimulatorOptions): Account {
	const account = new Account(resolveBehaviour(behaviour));
	seed(account);
	return account;
}

function newLimiter({ rateLimit }: SimulatorOptions, { behaviour }: Account) {
	return rateLimit && new RateLimiter(rateLimit, behaviour.refusedRequestsCount);
}

function portOf(app: FastifyInstance): number {
	return (app.server.address() as AddressInfo).port;
}
