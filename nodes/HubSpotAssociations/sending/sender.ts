import { isSuccess, type Answer } from '../hubspot/api/answer';
import { changesNothing, type HubSpotRequest } from '../hubspot/api/endpoints';
import { fail, succeed, unsent, type Failure, type Outcome } from '../outcome';
import { rejectionOf } from '../hubspot/api/rejection';
import type { Clock } from './clock';
import type { Pacer } from './pacer';
import { cancelled, dailyLimit, gaveUp, leftOpen, waitTooLong } from './refusals';
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
	/** Asked in the request's turn: why it must not be sent any more. */
	readonly heldBack?: () => Failure | undefined;
}

export interface Sender {
	readonly stats: { requests: number; retries: number };
	/** Gives a readable 2xx answer, or why there is none. It does not throw. */
	send(this: void, request: HubSpotRequest, options?: SendOptions): Promise<Outcome<Answer>>;
}

const NOTHING_LEFT: Answer = { status: 204, headers: {}, body: '' };

/** One request at a time, in its turn, and again where that helps. */
export function createSender(parts: SenderParts): Sender {
	const { pacer, clock, maxRetries } = parts;
	const stats = { requests: 0, retries: 0 };

	async function send(first: HubSpotRequest, options: SendOptions = {}): Promise<Outcome<Answer>> {
		let request = first;
		let mayBeDone = false;
		let wasSent = false;
		for (let attempt = 1; ; attempt++) {
			const tried = await tryOnce(parts, stats, request, options.heldBack);
			if (!tried.ok) return mayBeDone ? fail(leftOpen(tried.failure)) : tried;
			const answer = tried.value;
			wasSent ||= answer.unsentCode === undefined;
			const verdict = judge(request, answer, clock.date());
			if (verdict.kind === 'settled') {
				const outcome = settled(answer, options.batchLength ?? 1);
				return mayBeDone ? afterLostAnswer(outcome) : outcome;
			}
			if (verdict.kind === 'tooLong') {
				const failure = waitTooLong(answer, verdict.waitMs);
				return fail(mayBeDone ? leftOpen(failure) : failure);
			}
			mayBeDone ||= verdict.mayBeDone && !changesNothing(request);
			if (attempt > maxRetries) return fail(gaveUp(answer, attempt, { wasSent, mayBeDone }));
			stats.retries++;
			pacer.pause(waitBeforeRetry(attempt, verdict.minimumMs, clock.random()));
			if (!verdict.mayBeDone || options.remainder === undefined) continue;
			const remainder = await options.remainder();
			if (!remainder.ok) return fail(leftOpen(remainder.failure));
			if (remainder.value === undefined) return succeed(NOTHING_LEFT);
			request = remainder.value;
			mayBeDone = false;
		}
	}

	return { stats, send };
}

async function tryOnce(
	{ exchange, pacer, clock }: SenderParts,
	stats: Sender['stats'],
	request: HubSpotRequest,
	heldBack?: SendOptions['heldBack'],
): Promise<Outcome<Answer>> {
	await pacer.turn(request.isSearch);
	const refusal = clock.isCancelled() ? cancelled : heldBack?.();
	if (refusal) return fail(unsent(refusal));
	stats.requests++;
	const answer = await exchange(request);
	pacer.learn(answer);
	return succeed(answer);
}

/** A refusal that is not about the inputs says nothing of the try before, which may have changed them. */
function afterLostAnswer(outcome: Outcome<Answer>): Outcome<Answer> {
	if (outcome.ok || outcome.failure.reach === 'batch') return outcome;
	return fail(leftOpen(outcome.failure));
}

function settled(answer: Answer, batchLength: number): Outcome<Answer> {
	if (isSuccess(answer)) return succeed(answer);
	return fail(isDailyLimit(answer) ? dailyLimit(answer) : rejectionOf(answer, batchLength));
}
