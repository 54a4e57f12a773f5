import { isSuccess, type Answer } from '../hubspot/answer';
import type { HubSpotRequest } from '../hubspot/endpoints';
import { fail, succeed, type Outcome } from '../hubspot/failure';
import { rejectionOf } from '../hubspot/rejection';
import type { Clock } from './clock';
import type { Pacer } from './pacer';
import { cancelled, dailyLimit, gaveUp, waitTooLong } from './refusals';
import { isDailyLimit, judge, waitBeforeRetry } from './retryPolicy';

export interface SenderParts {
	/** Sends one request and gives its answer, whatever the status; it does not throw. */
	readonly exchange: (request: HubSpotRequest) => Promise<Answer>;
	readonly pacer: Pacer;
	readonly clock: Clock;
	/** How many times a request is tried again, at least 0. */
	readonly maxRetries: number;
}

export interface SendOptions {
	/** How many inputs the request holds; it tells a refusal for the batch's size. */
	readonly batchLength?: number;
	/**
	 * Asked before a request is tried again that HubSpot may have carried out: what is still to be
	 * sent, or undefined when nothing is left.
	 */
	readonly remainder?: () => Promise<Outcome<HubSpotRequest | undefined>>;
}

export interface Sender {
	readonly stats: { requests: number; retries: number };
	/** Gives a readable 2xx answer, or why there is none. It does not throw. */
	send(request: HubSpotRequest, options?: SendOptions): Promise<Outcome<Answer>>;
}

const NOTHING_LEFT: Answer = { status: 204, headers: {}, body: '' };

/** One request at a time, in its turn, and again where that helps. */
export function createSender({ exchange, pacer, clock, maxRetries }: SenderParts): Sender {
	const stats = { requests: 0, retries: 0 };

	async function tryOnce(request: HubSpotRequest): Promise<Answer | undefined> {
		await pacer.turn();
		if (clock.isCancelled()) return undefined;
		stats.requests++;
		return await exchange(request);
	}

	async function send(first: HubSpotRequest, options: SendOptions = {}): Promise<Outcome<Answer>> {
		let request = first;
		for (let attempt = 1; ; attempt++) {
			const answer = await tryOnce(request);
			if (answer === undefined) return fail(cancelled);
			const verdict = judge(answer);
			if (verdict.kind === 'settled') return settled(answer, options.batchLength ?? 1);
			if (verdict.kind === 'tooLong') return fail(waitTooLong(answer, verdict.waitMs));
			if (attempt > maxRetries) return fail(gaveUp(answer, attempt, verdict.mayBeDone));
			stats.retries++;
			pacer.pause(waitBeforeRetry(attempt, verdict.minimumMs, clock.random()));
			if (!verdict.mayBeDone || options.remainder === undefined) continue;
			const remainder = await options.remainder();
			if (!remainder.ok) return remainder;
			if (remainder.value === undefined) return succeed(NOTHING_LEFT);
			request = remainder.value;
		}
	}

	return { stats, send };
}

function settled(answer: Answer, batchLength: number): Outcome<Answer> {
	if (isSuccess(answer)) return succeed(answer);
	return fail(isDailyLimit(answer) ? dailyLimit(answer) : rejectionOf(answer, batchLength));
}
