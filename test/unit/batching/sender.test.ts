import { createPacer } from '../../../nodes/HubSpotAssociations/sending/pacer';
import { createSender } from '../../../nodes/HubSpotAssociations/sending/sender';
import type { Answer } from '../../../nodes/HubSpotAssociations/hubspot/api/answer';
import type { HubSpotRequest } from '../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import {
	answer,
	dailyLimited,
	lost,
	rateLimited,
	refusal,
	unreadable,
	unsent,
} from './support/answers';
import { VirtualClock } from './support/virtualClock';

const REQUEST: HubSpotRequest = {
	method: 'POST',
	path: '/crm/associations/2026-03/0-1/0-2/batch/create',
};
const OK = answer(201, { status: 'COMPLETE', results: [] });
const START = Date.parse('2026-11-20T12:00:00Z');

/** Sends requests that are answered in turn, the last answer again and again. */
function setUp(answers: readonly Answer[], { random = 0, maxRetries = 5 } = {}) {
	const clock = new VirtualClock(START, () => random);
	const sentAt: number[] = [];
	const exchange = async (): Promise<Answer> => {
		sentAt.push(clock.now() - START);
		await clock.pass(1);
		return answers[Math.min(sentAt.length, answers.length) - 1];
	};
	const sender = createSender({ exchange, pacer: createPacer(100, clock), clock, maxRetries });
	return { clock, sender, sentAt };
}

async function sendOnce(answers: readonly Answer[], options = {}) {
	const { clock, sender, sentAt } = setUp(answers, options);
	const outcome = await clock.run(sender.send(REQUEST));
	const waits = sentAt.slice(1).map((time, index) => time - sentAt[index] - 1);
	return { outcome, waits, sent: sentAt.length };
}

describe('waiting before another try', () => {
	it('doubles the wait up to the most', async () => {
		const { waits } = await sendOnce([lost()], { maxRetries: 7 });
		expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000]);
	});

	it('adds at most a quarter', async () => {
		expect((await sendOnce([lost(), OK], { random: 1 })).waits).toEqual([1_250]);
		expect((await sendOnce([lost(), OK], { random: 0.5 })).waits).toEqual([1_125]);
	});

	it.each([
		['seconds', '7', 7_000],
		['a date', new Date(START + 9_000).toUTCString(), 8_999],
		['a date that has passed', new Date(START - 9_000).toUTCString(), 1_000],
		['nothing that can be read', 'soon', 1_000],
		['zero', '0', 1_000],
		['less than nothing', '-5', 1_000],
	])('heeds Retry-After with %s', async (_, retryAfter, wait) => {
		const { waits, outcome } = await sendOnce([rateLimited({ 'retry-after': retryAfter }), OK]);
		expect(waits).toEqual([wait]);
		expect(outcome.ok).toBe(true);
	});

	it.each([-3_600_000, 3_600_000])(
		'reads a date by a time that was set anew (%i ms)',
		async (by) => {
			const retryAfter = new Date(START + by + 9_000).toUTCString();
			const { clock, sender, sentAt } = setUp([rateLimited({ 'retry-after': retryAfter }), OK]);
			clock.setDate(by);
			await clock.run(sender.send(REQUEST));
			expect(sentAt).toEqual([0, 9_000]);
		},
	);

	it('waits two seconds at least for a record that is locked', async () => {
		expect((await sendOnce([answer(423), OK])).waits).toEqual([2_000]);
	});

	it('holds back all requests, not only the one that was refused', async () => {
		const { clock, sender, sentAt } = setUp([rateLimited({ 'retry-after': '5' }), OK]);
		const both = async () => {
			const first = sender.send(REQUEST);
			await clock.pass(10);
			await Promise.all([first, sender.send(REQUEST)]);
		};
		await clock.run(both());
		expect(sentAt[0]).toBe(0);
		expect(Math.min(...sentAt.slice(1))).toBe(5_001);
	});
});

describe('giving up', () => {
	it('tells how often it tried, and that nothing was changed', async () => {
		const { outcome, sent } = await sendOnce([rateLimited()], { maxRetries: 2 });
		expect(sent).toBe(3);
		expect(outcome).toMatchObject({
			failure: {
				message:
					'Gave up after 3 tries: HubSpot responded with status 429: You have reached your ten_secondly_rolling limit',
				advice:
					"Nothing was changed. Run the row again later, or raise 'Max Retries' in the options.",
				status: 429,
				state: 'refused',
			},
		});
	});

	it.each([
		['a lost connection', lost(), 'no response arrived (ECONNRESET)'],
		['a gateway that gave up', answer(504), 'HubSpot responded with status 504'],
		['an answer cut short', unreadable(), 'the response could not be read'],
	])('says after %s that the change may have been made', async (_, given, reason) => {
		const { outcome } = await sendOnce([given], { maxRetries: 0 });
		expect(outcome).toMatchObject({
			failure: {
				message: `Gave up after 1 try: ${reason}`,
				advice: expect.stringMatching(/^HubSpot may still have made the change/),
			},
		});
	});

	it('remembers that an earlier answer was lost', async () => {
		const { outcome } = await sendOnce([lost(), rateLimited()], { maxRetries: 1 });
		expect(outcome).toMatchObject({
			failure: { advice: expect.stringMatching(/^HubSpot may still have made the change/) },
		});
	});

	it.each([
		['every try never left', [unsent()], 'notSent', 'Nothing was sent.'],
		['an earlier try was refused', [rateLimited(), unsent()], 'refused', 'Nothing was changed.'],
		['an earlier answer was lost', [lost(), unsent()], 'unknown', 'HubSpot may still have made'],
	])('says how far the row got where %s', async (_, answers, state, advice) => {
		const { outcome, sent } = await sendOnce(answers, { maxRetries: 2 });
		expect(sent).toBe(3);
		expect(outcome).toMatchObject({
			failure: {
				message:
					"Gave up after 3 tries: HubSpot could not be reached (ECONNREFUSED: nothing accepts connections at the 'Base URL' of the credential)",
				advice: expect.stringContaining(advice),
				state,
				retryable: true,
			},
		});
	});

	it('tries a request that never left again without asking what HubSpot holds', async () => {
		const { clock, sender, sentAt } = setUp([unsent(), OK]);
		const unsentRequest = jest.fn();
		const outcome = await clock.run(sender.send(REQUEST, { unsentRequest }));
		expect(outcome).toEqual({ ok: true, value: OK });
		expect(sentAt).toHaveLength(2);
		expect(unsentRequest).not.toHaveBeenCalled();
	});

	it('stops at once at the daily limit', async () => {
		const { outcome, sent } = await sendOnce([dailyLimited()]);
		expect(sent).toBe(1);
		expect(outcome).toMatchObject({
			reach: 'run',
			failure: {
				message: "HubSpot's daily API limit is used up",
				category: 'DAILY',
			},
		});
	});

	it('knows the daily limit by its message alone', async () => {
		const message = 'You have reached your daily limit.';
		const { outcome, sent } = await sendOnce([answer(429, { category: 'RATE_LIMITS', message })]);
		expect(sent).toBe(1);
		expect(outcome).toMatchObject({
			reach: 'run',
			failure: { message: "HubSpot's daily API limit is used up" },
		});
	});

	it('keeps the words with which HubSpot asks for a long wait', async () => {
		const moving = answer(477, { message: 'Moving.' }, { 'retry-after': '7200' });
		expect((await sendOnce([moving])).outcome).toMatchObject({
			failure: { message: 'HubSpot asked to wait 120 minutes before the next request: Moving' },
		});
	});

	it('does not wait for hours while data is moved', async () => {
		const { outcome, sent } = await sendOnce([answer(477, '', { 'retry-after': '7200' })]);
		expect(sent).toBe(1);
		expect(outcome).toMatchObject({
			reach: 'run',
			failure: {
				message: 'HubSpot asked to wait 120 minutes before the next request',
			},
		});
	});

	it.each([400, 401, 403, 404, 409, 413, 437])('tries a %i but once', async (status) => {
		const { outcome, sent } = await sendOnce([refusal(status, 'No.')]);
		expect(sent).toBe(1);
		expect(outcome).toMatchObject({ failure: { message: 'No', status } });
	});

	it.each([423, 429, 477, 500, 502, 503, 504, 521, 523, 524])(
		'tries a %i again',
		async (status) => {
			const { outcome, sent } = await sendOnce([answer(status), OK]);
			expect(sent).toBe(2);
			expect(outcome.ok).toBe(true);
		},
	);
});

describe('cancelling', () => {
	it('says of a request that was never made that it was not sent', async () => {
		const { clock, sender, sentAt } = setUp([OK]);
		clock.cancelAt(START);
		const outcome = await clock.run(sender.send(REQUEST));
		expect(sentAt).toEqual([]);
		expect(outcome).toMatchObject({
			failure: { message: 'Not sent: the execution was cancelled', state: 'notSent' },
		});
	});

	it('does not say so of a request whose answer was lost', async () => {
		const { clock, sender } = setUp([lost()]);
		clock.cancelAt(START + 500);
		expect(await clock.run(sender.send(REQUEST))).toMatchObject({
			failure: {
				message: "HubSpot's response was lost, and the run ended before the row could be retried",
				state: 'unknown',
			},
		});
	});

	it('ends a long wait at once', async () => {
		const { clock, sender } = setUp([rateLimited({ 'retry-after': '100' })]);
		clock.cancelAt(START + 300);
		await clock.run(sender.send(REQUEST));
		expect(clock.now()).toBe(START + 300);
	});
});

it('sends what is left when part of a lost request is found done', async () => {
	const { clock, sender, sentAt } = setUp([lost(), OK]);
	const rest: HubSpotRequest = { ...REQUEST, path: '/rest' };
	const outcome = await clock.run(
		sender.send(REQUEST, { unsentRequest: async () => ({ ok: true, value: rest }) }),
	);
	expect(outcome).toEqual({ ok: true, value: OK });
	expect(sentAt).toHaveLength(2);
	expect(sender.stats).toEqual({ requests: 2, retries: 1 });
});

it('sends nothing more when all of a lost request is found done', async () => {
	const { clock, sender, sentAt } = setUp([lost()]);
	const outcome = await clock.run(
		sender.send(REQUEST, { unsentRequest: async () => ({ ok: true, value: undefined }) }),
	);
	expect(outcome.ok).toBe(true);
	expect(sentAt).toHaveLength(1);
});
