import { isSuccess, type Answer } from '../hubspot/api/answer';
import type { Sent } from '../hubspot/api/batchCall';
import { changesNothing, type HubSpotRequest } from '../hubspot/api/endpoints';
import { refuse, type Refusal } from '../hubspot/api/refusal';
import { rejectionOf } from '../hubspot/api/rejection';
import { unsent, type Failure, type Outcome } from '../outcome';
import type { Clock } from './clock';
import type { Pacer } from './pacer';
import { cancelled, dailyLimit, gaveUp, outcomeUnknown, waitTooLong } from './refusals';
import { isDailyLimit, retryDecision, waitBeforeRetry } from './retryPolicy';

export interface SenderParts {
	/** Sends one request and returns its answer, whatever the status; it does not throw. */
	readonly exchange: (request: HubSpotRequest) => Promise<Answer>;
	readonly pacer: Pacer;
	readonly clock: Clock;
	/** How many times a request is retried, at least 0. */
	readonly maxRetries: number;
}

export interface SendOptions {
	/** How many inputs the request holds, to recognize a refusal for the batch's size. */
	readonly batchLength?: number;
	/** The key of the call that the request belongs to; absent: no other request shares it. */
	readonly callKey?: string;
	/**
	 * Called before retrying a request that HubSpot may have carried out: returns what is still to be
	 * sent, or undefined when nothing is left.
	 */
	readonly unsentRequest?: () => Promise<Outcome<HubSpotRequest | undefined>>;
	/** Called when it is the request's turn: returns why it must no longer be sent. */
	readonly blockedBy?: () => Failure | undefined;
}

export interface Sender {
	readonly stats: { requests: number; retries: number };
	/** Sends a request when it is its turn, and retries where that helps. It does not throw. */
	send(this: void, request: HubSpotRequest, options?: SendOptions): Promise<Sent>;
	/** Returns why no further request of a call is sent: HubSpot refused the call, or the whole run. */
	closedBy(this: void, callKey?: string): Failure | undefined;
	/** Remembers that HubSpot refuses every request of a call. */
	close(this: void, reason: Failure, callKey: string): void;
}

const TOO_MANY_REQUESTS = 429;

const NOTHING_LEFT: Answer = { status: 204, headers: {}, body: '' };

/** Sends requests one at a time, each in its turn, with retries; remembers what HubSpot refused for good. */
export function createSender(parts: SenderParts): Sender {
	const { pacer, clock, maxRetries } = parts;
	const stats = { requests: 0, retries: 0 };
	const closed = createClosings();

	async function send(first: HubSpotRequest, options: SendOptions = {}): Promise<Sent> {
		let request = first;
		let mayBeDone = false;
		let wasSent = false;
		for (let attempt = 1; ; attempt++) {
			const blocked = closed.by(options.callKey) ?? (await turnOf(parts, request, options));
			if (blocked)
				return refuse('request', mayBeDone ? outcomeUnknown(unsent(blocked)) : unsent(blocked));
			stats.requests++;
			const answer = await parts.exchange(request);
			pacer.learn(request, answer);
			wasSent ||= answer.unsentCode === undefined;
			const decision = retryDecision(request, answer, clock.date());
			if (decision.kind !== 'settled') {
				mayBeDone ||= decision.mayBeDone && !changesNothing(request);
			}
			if (decision.kind !== 'retry') {
				const sent =
					decision.kind === 'tooLong'
						? waitTooLong(answer, decision.waitMs)
						: settled(answer, options.batchLength ?? 1);
				if (!sent.ok) closed.close(sent, options.callKey);
				return mayBeDone ? afterLostAnswer(sent) : sent;
			}
			if (attempt > maxRetries) return gaveUp(answer, attempt, { wasSent, mayBeDone });
			stats.retries++;
			const pauseMs = waitBeforeRetry(attempt, decision.minimumMs, clock.random());
			// A limit that is used up says nothing about requests that count towards another one.
			pacer.pause(pauseMs, answer.status === TOO_MANY_REQUESTS ? request : undefined);
			if (!decision.mayBeDone || options.unsentRequest === undefined) continue;
			const rest = await options.unsentRequest();
			if (!rest.ok) return refuse('request', outcomeUnknown(rest.failure));
			if (rest.value === undefined) return { ok: true, value: NOTHING_LEFT };
			request = rest.value;
			mayBeDone = false;
		}
	}

	return {
		stats,
		send,
		closedBy: closed.by,
		close: (reason, callKey) => closed.close(refuse('call', reason), callKey),
	};
}

/** Waits for the turn of a request; returns why it cannot be sent, if so. */
async function turnOf(
	{ pacer, clock }: SenderParts,
	request: HubSpotRequest,
	{ blockedBy }: SendOptions,
): Promise<Failure | undefined> {
	await pacer.turn(request);
	return clock.isCancelled() ? cancelled : blockedBy?.();
}

/** Remembers what HubSpot refused for a call, or for the whole run. */
function createClosings() {
	let run: Failure | undefined;
	const calls = new Map<string, Failure>();
	return {
		by: (callKey = ''): Failure | undefined => run ?? calls.get(callKey),
		close({ reach, failure }: Refusal, callKey?: string): void {
			if (reach === 'run') run ??= failure;
			if (reach === 'call' && callKey !== undefined) calls.set(callKey, failure);
		},
	};
}

/** A refusal that is not about the inputs says nothing about the try before, which may have changed them. */
function afterLostAnswer(sent: Sent): Sent {
	if (sent.ok || sent.reach === 'batch') return sent;
	return refuse('request', outcomeUnknown(sent.failure));
}

function settled(answer: Answer, batchLength: number): Sent {
	if (isSuccess(answer)) return { ok: true, value: answer };
	return isDailyLimit(answer) ? dailyLimit(answer) : rejectionOf(answer, batchLength);
}
